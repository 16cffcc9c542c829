package dev.autogen.dialect.mysql;

import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.schema.Column;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The names of a table's columns where they stand in its expressions. Follows words and quotes;
 * what the words mean besides it does not know.
 */
final class MysqlColumnNames {

  private final Map<String, String> names = new HashMap<>();

  MysqlColumnNames(Table table) {
    this(table.columns().stream().map(Column::name));
  }

  MysqlColumnNames(Stream<String> columns) {
    columns.forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
  }

  /**
   * The expression with the columns in backticks, as the database prints it. A word that is a unit
   * of time or a type by its place is none.
   */
  String inBackticks(String sql) {
    return rewritten(sql, true);
  }

  /**
   * The expression with columns that stand in the standard's quotes written as names: MySQL would
   * take them for strings. A column's new name is put in them where the database is not known.
   */
  String withoutStandardQuotes(String sql) {
    return rewritten(sql, false);
  }

  private String rewritten(String sql, boolean words) {
    return rewritten(sql, "", words);
  }

  private String rewritten(String sql, String function, boolean words) {
    SqlText text = new SqlText(sql, Style.BACKSLASHES);
    List<Token> tokens = text.tokens();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      out.append(sql, at, token.start());
      at = token.end();
      if (token.isGroup()) {
        String before = i > 0 ? tokens.get(i - 1).lower() : "";
        String inner = token.text().substring(1, token.text().length() - 1);
        out.append("(").append(rewritten(inner, before, words)).append(")");
      } else if (token.text().startsWith("\"")) {
        out.append(named(token, words ? MysqlNames::quoted : MysqlNames::identifier));
      } else {
        boolean column = words && token.kind() == Kind.WORD && isName(tokens, i, function);
        out.append(column ? word(token) : token.text());
      }
    }
    return out.append(sql.substring(at)).toString();
  }

  private String named(Token token, Function<String, String> spelling) {
    String name = token.value();
    return names.containsValue(name) ? spelling.apply(name) : token.text();
  }

  private String word(Token token) {
    String name = names.get(token.lower());
    return name == null ? token.text() : MysqlNames.quoted(name);
  }

  /**
   * Whether a word is none that a function, a type, a literal or a unit of time is written with.
   */
  private static boolean isName(List<Token> tokens, int place, String function) {
    if (place + 1 < tokens.size()) {
      Token next = tokens.get(place + 1);
      if (next.isGroup() || next.is(".") || next.kind() == Kind.STRING) {
        return false;
      }
    }
    boolean unit =
        place == 0 && function.equals("extract")
            || place > 1 && tokens.get(place - 2).is("interval");
    boolean type =
        place > 0
            && (tokens.get(place - 1).isAny("as", "collate", "using", ".")
                || tokens.get(place - 1).is(",") && function.equals("convert"));
    return !unit && !type;
  }
}
