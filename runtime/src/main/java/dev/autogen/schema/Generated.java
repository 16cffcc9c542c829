package dev.autogen.schema;

import java.util.Objects;

/**
 * How a column is computed from others of its row.
 *
 * @param expression the SQL expression, without enclosing parentheses
 * @param stored whether the value is kept on disk, rather than computed when it is read
 */
public record Generated(String expression, boolean stored) {

  public Generated {
    Objects.requireNonNull(expression, "expression");
  }

  /** The same after a column of its row took a new name. */
  public Generated renamingColumn(String from, String to) {
    return new Generated(ExpressionText.renamingColumn(expression, from, to), stored);
  }
}
