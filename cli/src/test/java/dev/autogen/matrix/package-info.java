/**
 * The detection matrix: one change of a model at a time, on real engines, on tables that hold rows.
 * A case is two small sets of entity classes; the cases stand in one file for each row of {@code
 * docs/detects.md}, which the test writes.
 */
package dev.autogen.matrix;
