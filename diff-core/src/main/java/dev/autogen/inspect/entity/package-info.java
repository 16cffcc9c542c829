/**
 * The parts of {@link dev.autogen.inspect.EntitySource}: finding the classes, loading them apart
 * from the tool's own, letting Hibernate bind them, and reading what it bound. Nobody but that
 * class uses it.
 */
@NullMarked
package dev.autogen.inspect.entity;

import org.jspecify.annotations.NullMarked;
