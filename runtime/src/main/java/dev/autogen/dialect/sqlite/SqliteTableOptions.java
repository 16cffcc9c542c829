package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words that may stand behind a table of SQLite, each there or not. */
final class SqliteTableOptions extends TableOptions {

  private static final String WITHOUT_ROW_NUMBERS = "without rowid";
  private static final Set<String> WORDS = Set.of("strict", WITHOUT_ROW_NUMBERS, "autoincrement");

  @Override
  protected SortedMap<String, String> parse(String text) {
    SortedMap<String, String> options = new TreeMap<>();
    List<Token> tokens = new SqlText(text, Style.BRACKETS).tokens();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is("without") && at + 1 < tokens.size() && tokens.get(at + 1).is("rowid")) {
        at++;
        options.put(WITHOUT_ROW_NUMBERS, "");
      } else if (!token.is(",")) {
        options.put(token.lower(), "");
      }
    }
    return options;
  }

  @Override
  protected String text(SortedMap<String, String> options) {
    return SqliteOptions.parse(String.join(", ", new ArrayList<>(options.keySet()))).text();
  }

  @Override
  protected boolean isTold(String name) {
    return WORDS.contains(name);
  }
}
