/** Puts changes into an order that a database accepts. Judges nothing and writes nothing. */
@NullMarked
package dev.autogen.plan;

import org.jspecify.annotations.NullMarked;
