package dev.autogen.migration;

import dev.autogen.dialect.Mentioned;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /** A statement that may have others in it, up to its own {@code end}. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "\\s*create\\s+(or\\s+replace\\s+)?(definer\\s*=.*?\\s)?(aggregate\\s+)?"
              + "(trigger|procedure|function|event|package)\\b.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern END = Pattern.compile("end\\b.*", PROGRAM.flags());

  private static final Pattern QUOTED =
      Pattern.compile(
          "'[^']*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/|(?<![\\w$])(\\$\\w*\\$).*?\\1",
          Pattern.DOTALL);

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
    if (OF_SEVERAL.contains(word) || !isOne(sql)) {
      return SEVERAL;
    }
    return OF_ROWS.contains(word) ? ROWS : DEFINITION;
  }

  /** Two programs are two, though both end in the same way. */
  private static boolean isOne(String sql) {
    String words = sql.contains(";") ? QUOTED.matcher(sql).replaceAll(" ") : "";
    if (!words.contains(";")) {
      return true;
    }
    String[] parts = words.split(";");
    return END.matcher(parts[parts.length - 1].strip()).matches()
        && PROGRAM.matcher(parts[0]).matches()
        && Stream.of(parts).skip(1).noneMatch(part -> PROGRAM.matcher(part).matches());
  }

  Mentioned mentioned(String text) {
    return this == SEVERAL ? Mentioned.ANYTHING : Mentioned.in(text);
  }
}
