package dev.autogen.dialect;

import java.util.Map;
import java.util.Optional;

/** One row of a database's catalog: text by the names that {@link CatalogQueries} gives columns. */
@FunctionalInterface
public interface CatalogRow {

  /** A row with those columns; the others are empty. */
  static CatalogRow of(Map<String, String> values) {
    Map<String, String> copy = Map.copyOf(values);
    return column -> Optional.ofNullable(copy.get(column));
  }

  /** What stands in a column, or empty where the database says nothing. */
  Optional<String> find(String column);

  /**
   * What stands in a column that always has something.
   *
   * @throws UnreadableCatalogException if it has nothing
   */
  default String text(String column) {
    return find(column)
        .orElseThrow(
            () ->
                new UnreadableCatalogException(
                    "Cannot read the database's catalog: the query for it gave no "
                        + column
                        + "."));
  }

  /** Whether a yes/no column says yes. */
  default boolean yes(String column) {
    return find(column).filter("YES"::equals).isPresent();
  }

  default long number(String column) {
    return Long.parseLong(text(column));
  }

  /** This row, where {@code details} says nothing else. */
  default CatalogRow with(CatalogRow details) {
    return column -> details.find(column).or(() -> find(column));
  }
}
