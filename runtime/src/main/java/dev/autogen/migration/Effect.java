package dev.autogen.migration;

import dev.autogen.dialect.Mentioned;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a statement can change, which decides how it is told later whether it took effect. */
enum Effect {
  /** Rows alone: they are committed with the journal's mark, or not at all. */
  ROWS,
  /** A definition: where that differs from what it was, the statement was carried out. */
  DEFINITION,
  /** Several things, some of which may be there and others not. */
  SEVERAL;

  private static final Set<String> OF_ROWS =
      Set.of("insert", "update", "delete", "replace", "merge", "select", "with", "values", "table");

  private static final Set<String> OF_SEVERAL =
      Set.of("call", "do", "exec", "execute", "begin", "declare", "use");

  private static final Pattern LEADING =
      Pattern.compile("^(\\s+|--[^\\n]*(\\n|$)|/\\*.*?\\*/|\\()+", Pattern.DOTALL);

  private static final Pattern PROGRAM =
      Pattern.compile(
          "create\\b.*?\\b(trigger|procedure|function|event|package)\\b.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED =
      Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private static final Pattern CLOSING = Pattern.compile("[;\\s]+$");

  private static final Pattern WORD_END = Pattern.compile("\\W");

  static Effect of(JournalEntry.Kind kind, String text) {
    if (kind == JournalEntry.Kind.WORK) {
      return SEVERAL;
    }
    if (kind == JournalEntry.Kind.BATCHES) {
      return ROWS;
    }
    String sql = CLOSING.matcher(LEADING.matcher(text).replaceFirst("")).replaceFirst("");
    String word = WORD_END.split(sql, 2)[0].toLowerCase(Locale.ROOT);
    boolean one =
        !sql.contains(";")
            || !QUOTED.matcher(sql).replaceAll("").contains(";")
            || PROGRAM.matcher(sql).matches();
    if (OF_SEVERAL.contains(word) || !one) {
      return SEVERAL;
    }
    return OF_ROWS.contains(word) ? ROWS : DEFINITION;
  }

  Mentioned mentioned(String text) {
    return this == SEVERAL ? Mentioned.ANYTHING : Mentioned.in(text);
  }
}
