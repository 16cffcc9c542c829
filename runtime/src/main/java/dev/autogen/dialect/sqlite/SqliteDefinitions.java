package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.Definitions;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns, constraints and indexes as SQLite has them. */
final class SqliteDefinitions extends Definitions {

  SqliteDefinitions(Dialect dialect) {
    super(dialect);
  }

  /** The statement that makes a table, without its indexes. */
  String table(Table table) {
    return "create table " + dialect.identifier(table.name()) + body(table);
  }

  /** What follows the name of a table. */
  String body(Table table) {
    if (table.columns().isEmpty()) {
      throw new UnsupportedChangeException(
          "The definition of table \""
              + table.name()
              + "\" is not known: write it out in the migration, with its columns. SQLite has no"
              + " tables without columns.");
    }
    List<String> columns = table.columns().stream().map(Column::name).toList();
    SqliteOptions options = SqliteOptions.parse(table.options());
    Optional<PrimaryKey> counting = table.primaryKey().filter(key -> options.countsUp(table, key));
    String lines =
        Stream.concat(
                table.columns().stream()
                    .map(
                        column ->
                            column(column)
                                + counting
                                    .filter(key -> key.columns().contains(column.name()))
                                    .map(key -> counting(table, key))
                                    .orElse("")),
                Stream.of(PrimaryKey.class, UniqueKey.class, Check.class, ForeignKey.class)
                    .flatMap(table::constraints)
                    .filter(constraint -> !counting.filter(constraint::equals).isPresent())
                    .map(constraint -> constraint(table.name(), constraint, columns)))
            .collect(Collectors.joining(",\n  ", " (\n  ", "\n)"));
    return lines + (options.tail().isEmpty() ? "" : " " + options.tail());
  }

  /** The primary key within the clause of its column: only there can it be AUTOINCREMENT. */
  private String counting(Table table, PrimaryKey key) {
    String name =
        SqliteNames.isUnnamed(table.name().name(), key, List.of())
            ? ""
            : "constraint " + dialect.identifier(key.name()) + " ";
    return " " + name + "primary key autoincrement";
  }

  /** A column that SQLite numbers is one of type INTEGER that may be left out. */
  @Override
  public String properties(Column column) {
    StringBuilder sql = new StringBuilder(type(column));
    column.generated().ifPresent(generated -> sql.append(" ").append(generated(generated)));
    column
        .defaultValue()
        .ifPresent(value -> sql.append(" default ").append(SqliteExpressions.defaultValue(value)));
    column.collation().ifPresent(name -> sql.append(" ").append(collation(name)));
    boolean required = !column.nullable() && column.identity().isEmpty();
    return sql.append(required ? " not null" : "").toString().strip();
  }

  @Override
  public String type(Column column) {
    return column.identity().isPresent() ? "integer" : super.type(column);
  }

  @Override
  public String collation(String name) {
    return "collate " + dialect.identifier(name);
  }

  @Override
  public String identity(Identity identity) {
    return "";
  }

  /**
   * A constraint of a table; one that nobody named stays without a name.
   *
   * @param columns those of the table
   */
  String constraint(QualifiedName table, Constraint constraint, List<String> columns) {
    String sql = constraint(constraint);
    return SqliteNames.isUnnamed(table.name(), constraint, columns)
        ? sql.substring(("constraint " + dialect.identifier(constraint.name()) + " ").length())
        : sql;
  }

  /** A foreign key refers to a table of its own schema, without saying so. */
  @Override
  public String constraint(Constraint constraint) {
    return super.constraint(
        constraint instanceof ForeignKey key
            ? key.withTarget(QualifiedName.of(key.target().name()))
            : constraint);
  }

  @Override
  protected String unique(UniqueKey key) {
    return "unique " + names(key.columns());
  }

  @Override
  protected String deferrability(Deferrability deferrability) {
    return deferrability == Deferrability.INITIALLY_DEFERRED
        ? super.deferrability(deferrability)
        : "";
  }

  /** The schema stands before the index, not before the table. */
  @Override
  public String index(QualifiedName table, Index index) {
    if (index.parts().stream().anyMatch(part -> part.nulls() != IndexPart.Nulls.DEFAULT)) {
      throw new UnsupportedChangeException(
          "Index \""
              + index.name()
              + "\" cannot be created: an index of SQLite cannot put rows without a value first or"
              + " last. Leave that out of the mapping.");
    }
    return "create "
        + (index.unique() ? "unique " : "")
        + "index "
        + dialect.identifier(table.named(index.name()))
        + " on "
        + dialect.identifier(table.name())
        + " "
        + index.parts().stream().map(this::key).collect(Collectors.joining(", ", "(", ")"))
        + index.where().map(where -> " where " + where).orElse("");
  }

  /** A word alone would be a column, in parentheses or not: it keeps them. */
  private String key(IndexPart part) {
    boolean word = new SqlText(part.text(), Style.BRACKETS).tokens().size() < 2;
    String key =
        !part.expression()
            ? dialect.identifier(part.text())
            : word ? "(" + part.text() + ")" : part.text();
    return key
        + (part.operatorClass().isEmpty() ? "" : " " + part.operatorClass())
        + (part.descending() ? " desc" : "");
  }

  @Override
  public String sequence(Sequence sequence) {
    throw new UnsupportedChangeException(
        "Sequence \""
            + sequence.name()
            + "\" cannot be created: SQLite has no sequences. Hibernate numbers by a table there.");
  }

  /** Names of columns in parentheses. */
  String columns(List<String> columns) {
    return names(columns);
  }
}
