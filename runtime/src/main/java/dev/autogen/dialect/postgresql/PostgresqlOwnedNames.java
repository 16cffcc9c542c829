package dev.autogen.dialect.postgresql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What belongs to a column, which PostgreSQL names for table and column and which the model does
 * not hold: the sequence behind an identity or serial column and, from version 18 on, the
 * constraint that is NOT NULL. They take the names that they would have where all is created anew;
 * one that has a name of its own keeps it.
 */
record PostgresqlOwnedNames(Dialect dialect) {

  private static final String SEQUENCE = "seq";

  /** How many names may have been taken: of a long table, names of all columns may be cut alike. */
  private static final int ATTEMPTS = 100;

  /** A table with its columns under their new names. */
  private record Move(QualifiedName from, QualifiedName to, UnaryOperator<String> column) {

    String oldName(String column, String label) {
      return PostgresqlNames.joined(from.name(), column, label);
    }

    String newName(String columnBefore, String label) {
      return PostgresqlNames.joined(to.name(), column.apply(columnBefore), label);
    }

    /** Whether PostgreSQL made the name up, however many others had been taken. */
    boolean madeUp(String name, String column, String label) {
      return Stream.iterate(0, attempt -> attempt + 1)
          .limit(ATTEMPTS)
          .map(attempt -> oldName(column, numbered(label, attempt)))
          .anyMatch(name::equals);
    }
  }

  /**
   * The statements that follow a rename of a table or column, as the database has it now. A
   * sequence that is known as one of its own has a name that somebody stated: it keeps it.
   */
  List<String> after(Change change, Schema known, Connection connection) throws SQLException {
    Optional<Move> move = move(change);
    if (move.isEmpty()) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    String table = dialect.literal(dialect.identifier(move.get().from()));
    Set<String> given = new HashSet<>();
    for (CatalogRow row : new CatalogQuery.Sql(OWNED.replace("%s", table)).rows(connection)) {
      if (!row.text("LABEL").equals(SEQUENCE)
          || !isStated(move.get().from().named(row.text("NAME")), known)) {
        statements.addAll(statements(move.get(), row, given, connection));
      }
    }
    return statements;
  }

  private static boolean isStated(QualifiedName sequence, Schema known) {
    return known.sequences().contains(sequence.toString());
  }

  private List<String> statements(
      Move move, CatalogRow row, Set<String> given, Connection connection) throws SQLException {
    String label = row.text("LABEL");
    String column = row.text("COLUMN_NAME");
    String name = row.text("NAME");
    if (!move.madeUp(name, column, label)) {
      return List.of();
    }
    int attempt = 0;
    String wanted = move.newName(column, label);
    while (!name.equals(wanted) && (given.contains(wanted) || isTaken(row, wanted, connection))) {
      attempt++;
      wanted = move.newName(column, numbered(label, attempt));
    }
    given.add(wanted);
    if (name.equals(wanted)) {
      return List.of();
    }
    return List.of(
        label.equals(SEQUENCE)
            ? renamed(
                new QualifiedName(
                    move.from().schema().equals(move.to().schema())
                        ? row.text("SCHEMA_NAME")
                        : move.to().schema(),
                    name),
                wanted,
                "")
            : "alter table %s rename constraint %s to %s"
                .formatted(
                    dialect.identifier(move.to()),
                    dialect.identifier(name),
                    dialect.identifier(wanted)));
  }

  private static String numbered(String label, int attempt) {
    return attempt == 0 ? label : label + attempt;
  }

  /** A relation's name is one of its schema; so is that of a constraint, when it is made up. */
  private boolean isTaken(CatalogRow row, String wanted, Connection connection)
      throws SQLException {
    String text =
        row.text("LABEL").equals(SEQUENCE)
            ? "pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = %s"
            : "pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.conname = %s";
    String sql = "select 1 as one from " + text + " and n.nspname = %s";
    return !new CatalogQuery.Sql(
            sql.formatted(dialect.literal(wanted), dialect.literal(row.text("SCHEMA_NAME"))))
        .rows(connection)
        .isEmpty();
  }

  /** As far as it can be told without the database: sequences alone. */
  List<String> after(Change change, Schema known) {
    return move(change)
        .map(
            move ->
                known.tables().find(move.from().toString()).stream()
                    .flatMap(table -> table.columns().stream())
                    .filter(column -> column.identity().isPresent())
                    .map(Column::name)
                    .filter(
                        column ->
                            !move.oldName(column, SEQUENCE).equals(move.newName(column, SEQUENCE))
                                && !isStated(
                                    move.from().named(move.oldName(column, SEQUENCE)), known))
                    .map(
                        column ->
                            renamed(
                                move.to().named(move.oldName(column, SEQUENCE)),
                                move.newName(column, SEQUENCE),
                                "if exists "))
                    .toList())
        .orElse(List.of());
  }

  private String renamed(QualifiedName sequence, String wanted, String ifExists) {
    return "alter sequence %s%s rename to %s"
        .formatted(ifExists, dialect.identifier(sequence), dialect.identifier(wanted));
  }

  private static Optional<Move> move(Change change) {
    if (change instanceof RenameTable rename) {
      return Optional.of(new Move(rename.from(), rename.to(), column -> column));
    }
    return change instanceof RenameColumn rename
        ? Optional.of(
            new Move(
                rename.table(),
                rename.table(),
                column -> column.equals(rename.from()) ? rename.to() : column))
        : Optional.empty();
  }

  private static final String OWNED =
      """
      select 'seq' as "LABEL", n.nspname::text as "SCHEMA_NAME", s.relname::text as "NAME",
        a.attname::text as "COLUMN_NAME"
      from pg_depend d
      join pg_class s on s.oid = d.objid and s.relkind = 'S'
      join pg_namespace n on n.oid = s.relnamespace
      join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
        and d.deptype::text in ('a', 'i') and d.refobjid = to_regclass(%s)
      union all
      select 'not_null', n.nspname::text, k.conname::text, a.attname::text
      from pg_constraint k
      join pg_namespace n on n.oid = k.connamespace
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype::text = 'n' and k.conrelid = to_regclass(%s)
      order by 1, 3""";
}
