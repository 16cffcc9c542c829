package dev.autogen.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A column, with its type in canonical spelling.
 *
 * @param name the name, case settled by the dialect
 * @param type the type
 * @param nullable whether a row may leave it without a value
 * @param defaultValue the default as a SQL expression ({@code 'light'} with its quotes)
 * @param identity how the database numbers it, if it does
 * @param generated how it is computed, if it is
 * @param collation the collation, where it is not the database's own
 * @param comment the comment
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    Optional<String> defaultValue,
    Optional<Identity> identity,
    Optional<Generated> generated,
    Optional<String> collation,
    Optional<String> comment) {

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(generated, "generated");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(comment, "comment");
  }

  /** A nullable column with nothing but a type. */
  public static Column of(String name, ColumnType type) {
    return new Column(
        name,
        type,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether an insert must give it a value: it may not be null, and nothing else gives it one. */
  public boolean needsValue() {
    return !nullable && defaultValue.isEmpty() && identity.isEmpty() && generated.isEmpty();
  }

  public Column withName(String newName) {
    return new Column(
        newName, type, nullable, defaultValue, identity, generated, collation, comment);
  }

  public Column withType(ColumnType newType) {
    return new Column(
        name, newType, nullable, defaultValue, identity, generated, collation, comment);
  }

  public Column withNullable(boolean newNullable) {
    return new Column(
        name, type, newNullable, defaultValue, identity, generated, collation, comment);
  }

  public Column withDefaultValue(Optional<String> newDefault) {
    return new Column(name, type, nullable, newDefault, identity, generated, collation, comment);
  }

  public Column withIdentity(Optional<Identity> newIdentity) {
    return new Column(
        name, type, nullable, defaultValue, newIdentity, generated, collation, comment);
  }

  public Column withGenerated(Optional<Generated> newGenerated) {
    return new Column(
        name, type, nullable, defaultValue, identity, newGenerated, collation, comment);
  }

  public Column withCollation(Optional<String> newCollation) {
    return new Column(
        name, type, nullable, defaultValue, identity, generated, newCollation, comment);
  }

  public Column withComment(Optional<String> newComment) {
    return new Column(
        name, type, nullable, defaultValue, identity, generated, collation, newComment);
  }
}
