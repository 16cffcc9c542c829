package dev.autogen.schema;

import java.util.List;
import java.util.Objects;

/**
 * A condition that each row must not make false.
 *
 * @param name the constraint's name
 * @param expression the SQL condition, without {@code check} and without enclosing parentheses
 */
public record Check(String name, String expression) implements Constraint {

  public Check {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expression, "expression");
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public Check withName(String newName) {
    return new Check(newName, expression);
  }

  /** A database keeps the columns of a condition by number: its text follows. */
  @Override
  public Check renamingColumn(String from, String to) {
    return new Check(name, ExpressionText.renamingColumn(expression, from, to));
  }
}
