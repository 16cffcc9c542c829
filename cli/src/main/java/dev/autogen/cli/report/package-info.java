/** A change set as a person or a program reads it: one class for each format. */
@NullMarked
package dev.autogen.cli.report;

import org.jspecify.annotations.NullMarked;
