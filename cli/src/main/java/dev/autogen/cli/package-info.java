/**
 * The command line: one class for each command. The only package that reads arguments, prints,
 * prompts and exits; what it says of a schema comes from the packages to its left.
 */
@NullMarked
package dev.autogen.cli;

import org.jspecify.annotations.NullMarked;
