package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What SQLite is told of a table besides its columns and constraints.
 *
 * @param tail what comes after the last parenthesis: {@code strict}, {@code without rowid}
 * @param countsUp whether a row's number never comes again: AUTOINCREMENT, which stands with the
 *     primary key
 */
record SqliteOptions(String tail, boolean countsUp) {

  private static final String COUNTS_UP = "autoincrement";

  static SqliteOptions of(SqliteTable table) {
    return parse(table.text().tail() + (table.countsUp() ? " " + COUNTS_UP : ""));
  }

  /** The words, in whatever order; other than these there are none. */
  static SqliteOptions parse(String text) {
    List<Token> words = new SqlText(text, Style.BRACKETS).tokens();
    List<String> tail = new ArrayList<>();
    if (has(words, "strict")) {
      tail.add("strict");
    }
    if (has(words, "without")) {
      tail.add("without rowid");
    }
    return new SqliteOptions(String.join(", ", tail), has(words, COUNTS_UP));
  }

  private static boolean has(List<Token> words, String word) {
    return words.stream().anyMatch(token -> token.is(word));
  }

  boolean isWithoutRowNumbers() {
    return tail.contains("without");
  }

  /** All of them, as the model has them. */
  String text() {
    return tail + (countsUp ? (tail.isEmpty() ? "" : ", ") + COUNTS_UP : "");
  }

  /** Whether the table's primary key says AUTOINCREMENT, and so has to stand with its column. */
  boolean countsUp(Table table, PrimaryKey key) {
    return countsUp && key.columns().size() == 1 && table.columns().contains(key.columns().get(0));
  }
}
