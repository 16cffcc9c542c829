package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the session of a run that broke off had been told by its statements, and another has not:
 * settings, and variables of its own. Does not know of temporary tables.
 *
 * @param done the statements that took effect, in order
 */
record LostSession(List<String> done) {

  private static final Pattern SETTING =
      Pattern.compile("(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*set\\b.*", flags());

  private static final Pattern QUERY = Pattern.compile("\\b(?:select|values|table)\\b", flags());

  private static final Pattern VARIABLE = Pattern.compile("(?<![@\\w])@(\\w+)");

  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  LostSession {
    done = List.copyOf(done);
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  static LostSession of(List<JournalEntry> entries) {
    return new LostSession(
        entries.stream()
            .filter(JournalEntry::isDone)
            .filter(entry -> entry.kind() == JournalEntry.Kind.STATEMENT)
            .map(JournalEntry::text)
            .toList());
  }

  /** Those that tell the session the same again, whatever has happened since. */
  List<String> settings() {
    return done.stream().filter(LostSession::isSetting).toList();
  }

  private static boolean isSetting(String sql) {
    return SETTING.matcher(sql).matches() && !QUERY.matcher(words(sql)).find();
  }

  /**
   * Variables that something to come uses, and whose value is gone with the session: it was a
   * query's, and may be another by now.
   */
  Set<String> variablesGone(List<Piece> toCome, Dialect dialect) {
    Set<String> gone = new TreeSet<>();
    done.stream().filter(sql -> !isSetting(sql)).forEach(sql -> gone.addAll(variables(sql)));
    Set<String> used = new TreeSet<>();
    for (Piece piece : toCome) {
      if (piece instanceof Piece.Own own) {
        own.sql(dialect).forEach(sql -> used.addAll(variables(sql)));
      }
    }
    gone.retainAll(used);
    return gone;
  }

  private static Set<String> variables(String sql) {
    Set<String> names = new TreeSet<>();
    Matcher variable = VARIABLE.matcher(words(sql));
    while (variable.find()) {
      names.add(variable.group(1));
    }
    return names;
  }

  private static String words(String sql) {
    return QUOTED.matcher(sql).replaceAll(" ");
  }
}
