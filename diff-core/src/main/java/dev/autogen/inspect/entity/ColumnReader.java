package dev.autogen.inspect.entity;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one column of the bound mapping. */
final class ColumnReader {

  private final BootMetadata boot;
  private final ModelNames names;
  private final Map<String, String> domains;

  /**
   * @param domains types that stand for another, which is used in their place
   */
  ColumnReader(BootMetadata boot, ModelNames names, Map<String, String> domains) {
    this.boot = boot;
    this.names = names;
    this.domains = domains;
  }

  /**
   * A column, with what its definition says beyond a column.
   *
   * @param column the column
   * @param definition its definition, taken apart
   */
  record ReadColumn(Column column, ColumnDefinition definition) {}

  ReadColumn read(org.hibernate.mapping.Column column) {
    ColumnDefinition definition = ColumnDefinition.parse(text(column));
    Optional<Identity> identity = identity(column, definition);
    Optional<Generated> generated =
        generated(column)
            .or(definition::generated)
            .map(found -> new Generated(names.cut(found.expression()), found.stored()));
    return new ReadColumn(
        new Column(
            names.of(column),
            type(definition.type()),
            isNullable(column, definition, identity.isPresent()),
            defaultValue(column).or(definition::defaultValue),
            identity,
            generated,
            Optional.ofNullable(column.getCollation()).or(definition::collation),
            Optional.ofNullable(column.getComment())
                .or(definition::comment)
                .map(names.dialect()::unquoted)),
        definition);
  }

  /** The definition, and behind it the options, which stand at the end of the column's DDL. */
  private String text(org.hibernate.mapping.Column column) {
    String definition = column.getSqlType(boot.metadata());
    String options = column.getOptions();
    return options == null || options.isBlank() ? definition : definition + " " + options;
  }

  private ColumnType type(String text) {
    Dialect dialect = names.dialect();
    String meant = domains.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    return dialect.canonical(new ColumnType(meant));
  }

  private static Optional<Identity> identity(
      org.hibernate.mapping.Column column, ColumnDefinition definition) {
    return definition
        .identity()
        .or(
            () ->
                column.isIdentity()
                    ? Optional.of(Identity.of(Identity.Mode.BY_DEFAULT))
                    : Optional.empty());
  }

  private Optional<String> defaultValue(org.hibernate.mapping.Column column) {
    return Optional.ofNullable(column.getDefaultValue())
        .map(boot.hibernateDialect()::getColumnDefaultString);
  }

  private Optional<Generated> generated(org.hibernate.mapping.Column column) {
    return Optional.ofNullable(column.getGeneratedAs())
        .map(boot.hibernateDialect()::generatedAs)
        .flatMap(clause -> ColumnDefinition.parse("t " + clause.strip()).generated());
  }

  /**
   * Some databases take no NOT NULL after the expression; there Hibernate leaves it out. On some it
   * says NULL of a type, behind whatever the definition says, and the last word counts.
   */
  private boolean isNullable(
      org.hibernate.mapping.Column column, ColumnDefinition definition, boolean identity) {
    boolean unsaid =
        column.getGeneratedAs() != null
            && !boot.hibernateDialect().supportsNotNullAfterGeneratedAs();
    boolean said =
        column.isNullable()
            && !boot.hibernateDialect()
                .getNullColumnString(column.getSqlType(boot.metadata()))
                .isBlank();
    return said || (column.isNullable() || unsaid) && !definition.notNull() && !identity;
  }
}
