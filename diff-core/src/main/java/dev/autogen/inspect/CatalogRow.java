package dev.autogen.inspect;

import org.jspecify.annotations.Nullable;

/** One row that a catalog query gave: its columns by the names that the query states. */
@FunctionalInterface
interface CatalogRow {

  /** What stands in a column, as text, or null where the database says nothing. */
  @Nullable String find(String column);

  /** What stands in a column that always has something. */
  default String text(String column) {
    String text = find(column);
    if (text == null) {
      throw new InspectionException(
          "Cannot read the database's catalog: the query for it gave no " + column + ".");
    }
    return text;
  }

  /** Whether a yes/no column says yes. */
  default boolean yes(String column) {
    return "YES".equals(find(column));
  }

  default long number(String column) {
    return Long.parseLong(text(column));
  }
}
