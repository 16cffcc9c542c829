package dev.autogen.dialect.sqlite;

import dev.autogen.schema.Column;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * A key that is the number of the row itself (sqlite.org/lang_createtable.html, section 5): SQLite
 * gives it a value where none is given, whatever {@code not null} beside it says.
 */
final class SqliteRowNumber {

  private SqliteRowNumber() {}

  /** The declared table, with a numbered key said as the found one says it. */
  static Table asFound(Table declared, Table found) {
    return declared.withColumns(
        declared
            .columns()
            .map(
                column ->
                    column.identity().isPresent() && isNumberedUnsaid(found, column.name())
                        ? column.withIdentity(Optional.empty())
                        : column));
  }

  private static boolean isNumberedUnsaid(Table found, String name) {
    Optional<Column> column = found.columns().find(name);
    return column
            .filter(c -> c.identity().isEmpty() && c.type().sql().equals("integer"))
            .isPresent()
        && found.primaryKey().map(PrimaryKey::columns).equals(Optional.of(List.of(name)))
        && !SqliteOptions.parse(found.options()).isWithoutRowNumbers();
  }
}
