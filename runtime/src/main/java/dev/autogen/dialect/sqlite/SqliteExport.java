package dev.autogen.dialect.sqlite;

import static java.util.Locale.ROOT;

import dev.autogen.schema.ByName;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Hibernate's schema tool makes of a schema on SQLite. It states a unique column with the
 * column; every key that it would have to add to a table afterwards it leaves out, for SQLite has
 * no statement that it knows: foreign keys, and unique keys of several columns.
 */
final class SqliteExport {

  private SqliteExport() {}

  static Schema of(Schema declared) {
    return declared.withTables(declared.tables().map(SqliteExport::table));
  }

  private static Table table(Table declared) {
    return withLostType(declared)
        .withConstraints(
            declared
                .constraints()
                .filter(
                    constraint ->
                        !(constraint instanceof ForeignKey)
                            && !(constraint instanceof UniqueKey key && isAdded(declared, key))));
  }

  /**
   * Hibernate leaves out the type of a numbered column, which is {@code integer}, where that word
   * stands in the statement already: it takes it for the column's own.
   */
  private static Table withLostType(Table declared) {
    StringBuilder before = new StringBuilder(declared.name().name());
    List<Column> columns = new ArrayList<>();
    for (Column column : declared.columns()) {
      before.append(' ').append(column.name());
      boolean lost =
          column.identity().isPresent() && before.toString().toLowerCase(ROOT).contains("integer");
      columns.add(
          lost
              ? column
                  .withType(new ColumnType(""))
                  .withIdentity(Optional.empty())
                  .withNullable(true)
              : column);
      before.append(' ').append(lost ? "" : column.type().sql());
    }
    return declared.withColumns(ByName.of(Column::name, columns));
  }

  private static boolean isAdded(Table table, UniqueKey key) {
    return key.columns().size() > 1 || !SqliteNames.isUnnamed(table.name().name(), key, List.of());
  }
}
