/**
 * Real database engines for tests: one server of a kind for each JVM, one database for each test.
 */
@NullMarked
package dev.autogen.testing;

import org.jspecify.annotations.NullMarked;
