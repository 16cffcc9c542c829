/**
 * Made-up models and edits to them, each from a seed, taken through the product on each engine.
 *
 * <p>A failure is made small and printed with its seed.
 */
@NullMarked
package dev.autogen.fuzz;

import org.jspecify.annotations.NullMarked;
