package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.sqlite.SqliteTypes.Affinity;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Table;
import java.util.Optional;
import java.util.Set;

/**
 * What mappings declare, in a table that is STRICT: it has six types (sqlite.org/stricttables.html)
 * and refuses all other words for one.
 */
final class SqliteStrict {

  private static final Set<String> TYPES = Set.of("int", "integer", "real", "text", "blob", "any");

  private SqliteStrict() {}

  /** Whether a table is. */
  static boolean is(Table table) {
    return SqliteOptions.parse(table.options()).tail().startsWith("strict");
  }

  /** The declared table with types that it can have where it is strict: those found, if they do. */
  static Table asFound(SqliteTypes types, Table declared, Table found) {
    return !is(declared)
        ? declared
        : declared.withColumns(
            declared
                .columns()
                .map(
                    column ->
                        column.withType(
                            type(
                                types.canonical(column.type()),
                                found.columns().find(column.name())))));
  }

  static ColumnType type(ColumnType declared, Optional<Column> found) {
    Optional<ColumnType> kept =
        found
            .map(Column::type)
            .filter(type -> TYPES.contains(type.sql()) && holds(type.sql(), declared));
    return kept.orElseGet(() -> TYPES.contains(declared.sql()) ? declared : strict(declared));
  }

  /** Whether a strict type takes the values of a declared one. */
  private static boolean holds(String strict, ColumnType declared) {
    if (strict.equals("any")) {
      return true;
    }
    return switch (SqliteTypes.affinity(declared)) {
      case TEXT -> strict.equals("text");
      case BLOB -> strict.equals("blob");
      case INTEGER -> strict.equals("int") || strict.equals("integer");
      case REAL -> strict.equals("real");
      case NUMERIC -> !strict.equals("blob");
    };
  }

  /** Moments and decimals may come as numbers or as text. */
  private static ColumnType strict(ColumnType declared) {
    Affinity affinity = SqliteTypes.affinity(declared);
    if (SqliteTypes.name(declared).equals("boolean")) {
      return new ColumnType("integer");
    }
    return new ColumnType(
        switch (affinity) {
          case TEXT -> "text";
          case BLOB -> "blob";
          case INTEGER -> "integer";
          case REAL -> "real";
          case NUMERIC -> "any";
        });
  }
}
