/**
 * From two schemas, and from what was declared before, to the changes that lead from one to the
 * other. Says what must change, never in which order, and knows no particular database.
 */
@NullMarked
package dev.autogen.diff;

import org.jspecify.annotations.NullMarked;
