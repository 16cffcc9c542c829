package dev.autogen.fuzz;

import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who speaks of a column. */
final class Uses {

  private Uses() {}

  /** Whether a condition or expression of the table speaks of the column. */
  static boolean inExpressions(Table table, String column) {
    return inChecks(table, column) || inComputed(table, column) || inIndexes(table, column);
  }

  static boolean inChecks(Table table, String column) {
    return table.checks().stream().anyMatch(check -> mentions(check.expression(), column));
  }

  static boolean inComputed(Table table, String column) {
    return table.columns().stream()
        .map(Column::generated)
        .flatMap(generated -> generated.stream())
        .anyMatch(generated -> mentions(generated.expression(), column));
  }

  /** In what an index says besides the names of its columns. */
  static boolean inIndexes(Table table, String column) {
    return table.indexes().stream()
        .flatMap(
            index ->
                Stream.concat(
                    index.parts().stream().filter(IndexPart::expression).map(IndexPart::text),
                    index.where().stream()))
        .anyMatch(text -> mentions(text, column));
  }

  static boolean inUnique(Table table, String column) {
    return table.uniqueKeys().stream().anyMatch(key -> key.columns().contains(column))
        || table.indexes().stream()
            .anyMatch(index -> index.unique() && index.columns().contains(column));
  }

  static boolean inPrimaryKey(Table table, String column) {
    return table.primaryKey().stream().anyMatch(key -> key.columns().contains(column));
  }

  static boolean inForeignKey(Table table, String column) {
    return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column));
  }

  /** Whether a foreign key of any table refers to it. */
  static boolean asTarget(Schema schema, Table table, String column) {
    return schema.tables().stream()
        .flatMap(other -> other.foreignKeys().stream())
        .anyMatch(key -> isTarget(key, table, column));
  }

  private static boolean isTarget(ForeignKey key, Table table, String column) {
    return key.target().equals(table.name()) && key.targetColumns().contains(column);
  }

  private static boolean mentions(String text, String column) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }
}
