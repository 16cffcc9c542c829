/**
 * Proves migrations on a database that nobody needs: forth, back and forth again, with rows. Says
 * which proof failed; corrects nothing and never touches the database that the proof is for.
 */
@NullMarked
package dev.autogen.verify;

import org.jspecify.annotations.NullMarked;
