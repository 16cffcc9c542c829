package dev.autogen.dialect.sqlite;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds a table anew beside the old one, copies the rows, and gives it the old one's name: the
 * twelve steps of sqlite.org/lang_altertable.html, section 7. The new table is made of the old
 * one's text, and its indexes and triggers are made again of theirs, so that nothing is lost which
 * no model knows.
 *
 * <p>The old table is never renamed: what refers to it would follow it away. Foreign keys must not
 * be enforced meanwhile, for dropping the old table deletes its rows first, and their children with
 * them.
 */
final class SqliteRebuild {

  /** What the name of a table begins with until it has its own; nobody looks at such tables. */
  private static final String PREFIX = "autogen_new_";

  private static final List<String> ROW_NUMBERS = List.of("rowid", "_rowid_", "oid");

  private final SqliteDialect dialect;
  private final QualifiedName name;
  private final SqliteTable from;
  private final List<String> dependents;

  /**
   * @param from the table as it is
   * @param dependents the statements that make its indexes and triggers
   */
  SqliteRebuild(
      SqliteDialect dialect, QualifiedName name, SqliteTable from, List<String> dependents) {
    this.dialect = dialect;
    this.name = name;
    this.from = from;
    this.dependents = dependents;
  }

  /** Whether changes of one table can be made without building it anew. */
  static boolean isNeededFor(List<Change> changes) {
    return changes.stream()
        .anyMatch(
            change ->
                !(change instanceof CreateIndex
                    || change instanceof DropIndex
                    || change instanceof CommentTable
                    || change instanceof RenameValue
                    || change instanceof AddColumn add && SqliteDdl.isAddedByItself(add)));
  }

  /**
   * The statements that make these changes, all of this table.
   *
   * @param known what the model knows of the table before them
   */
  List<String> statements(List<Change> changes, Optional<Table> known) {
    SqliteEdits edits = new SqliteEdits(dialect, name, from, known);
    changes.forEach(edits::apply);
    SqliteTable to = edits.table();
    QualifiedName temporary = name.named(PREFIX + name.name());
    List<String> statements = new ArrayList<>();
    statements.add(to.text().withName(dialect.identifier(temporary)).sql());
    copy(edits, to, temporary).ifPresent(statements::add);
    statements.addAll(counter(to, temporary));
    statements.add("drop table " + dialect.identifier(name));
    statements.add("pragma legacy_alter_table = on");
    statements.add(
        "alter table "
            + dialect.identifier(temporary)
            + " rename to "
            + dialect.identifier(from.name()));
    statements.add("pragma legacy_alter_table = off");
    statements.addAll(dependents);
    changes.stream()
        .filter(change -> change instanceof CreateIndex || change instanceof DropIndex)
        .flatMap(change -> change.accept(dialect.ddl()).stream())
        .forEach(statements::add);
    return statements;
  }

  /** Whatever a constraint says of conflicts, no row is left out or changed on the way. */
  private Optional<String> copy(SqliteEdits edits, SqliteTable to, QualifiedName temporary) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    keptRowNumber(to)
        .ifPresent(
            column -> {
              columns.add(column);
              values.add(column);
            });
    edits
        .values()
        .forEach(
            (column, value) -> {
              columns.add(dialect.identifier(column));
              values.add(value);
            });
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "insert or abort into %s (%s) select %s from %s"
                .formatted(
                    dialect.identifier(temporary),
                    String.join(", ", columns),
                    String.join(", ", values),
                    dialect.identifier(name)));
  }

  /** The hidden number of a row, under a name that no column has; empty where a column is it. */
  private Optional<String> keptRowNumber(SqliteTable to) {
    boolean hidden =
        Stream.of(from, to)
            .noneMatch(table -> table.isWithoutRowNumbers() || table.rowNumber().isPresent());
    return ROW_NUMBERS.stream()
        .filter(word -> hidden)
        .filter(
            word ->
                Stream.of(from, to)
                    .flatMap(table -> table.columnNames().stream())
                    .noneMatch(word::equalsIgnoreCase))
        .findFirst();
  }

  /** AUTOINCREMENT gives no number twice: what it has given goes over, deleted rows or not. */
  private List<String> counter(SqliteTable to, QualifiedName temporary) {
    if (!from.countsUp() || !to.countsUp()) {
      return List.of();
    }
    String counters = dialect.identifier(name.named("sqlite_sequence"));
    String newName = dialect.literal(temporary.name());
    return List.of(
        "delete from %s where name = %s".formatted(counters, newName),
        "insert into %1$s (name, seq) select %2$s, seq from %1$s where name = %3$s"
            .formatted(counters, newName, dialect.literal(from.name())));
  }
}
