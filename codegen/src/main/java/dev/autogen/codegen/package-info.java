/**
 * A plan as Java source: one migration class, one call for each change.
 *
 * <p>Nothing here reads a database or decides what changes.
 */
@NullMarked
package dev.autogen.codegen;

import org.jspecify.annotations.NullMarked;
