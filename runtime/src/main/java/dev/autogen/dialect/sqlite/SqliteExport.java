package dev.autogen.dialect.sqlite;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;

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
    return declared.withConstraints(
        declared
            .constraints()
            .filter(
                constraint ->
                    !(constraint instanceof ForeignKey)
                        && !(constraint instanceof UniqueKey key && isAdded(declared, key))));
  }

  private static boolean isAdded(Table table, UniqueKey key) {
    return key.columns().size() > 1 || !SqliteNames.isUnnamed(table.name().name(), key);
  }
}
