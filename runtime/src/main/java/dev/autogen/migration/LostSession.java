package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.migration.ScriptRun.StepException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the session of a run that broke off had been told by its statements, and another has not:
 * settings, variables of its own and temporary tables. Does not look into Java work.
 *
 * @param settings those that tell the session the same again, whatever has happened since, in order
 * @param lost the variables whose value is gone with the session: it was a query's or a function's,
 *     and may be another by now
 * @param tables the temporary tables that are gone with the session, in lower case
 */
record LostSession(List<String> settings, Set<String> lost, Set<String> tables) {

  private static final Pattern SETTING =
      Pattern.compile("(?:\\s+|--[^\\n]*\\n|/\\*.*?\\*/)*+set\\b.*", flags());

  private static final Pattern QUERY =
      Pattern.compile("\\(|\\b(?:select|values|table)\\b", flags());

  private static final Pattern CALL = Pattern.compile("\\s*call\\b.*", flags());

  private static final String NAME = "(?<![@\\w])@(\\w+)";

  private static final Pattern VARIABLE = Pattern.compile(NAME);

  /** In a query, or in a setting, which has the plain sign as well. */
  private static final Pattern ASSIGNED = Pattern.compile(NAME + "\\s*:=");

  private static final Pattern SET = Pattern.compile(NAME + "\\s*:?=");

  private static final Pattern INTO =
      Pattern.compile("\\binto\\s+@\\w+(?:\\s*,\\s*@\\w+)*+", flags());

  private static final Pattern QUOTED =
      Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  LostSession {
    settings = List.copyOf(settings);
    lost = Set.copyOf(lost);
    tables = Set.copyOf(tables);
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  static LostSession of(List<JournalEntry> entries) {
    List<String> settings = new ArrayList<>();
    Set<String> lost = new TreeSet<>();
    Set<String> tables = new TreeSet<>();
    entries.stream()
        .filter(JournalEntry::isDone)
        .filter(entry -> entry.kind() == JournalEntry.Kind.STATEMENT)
        .map(JournalEntry::text)
        .forEach(
            sql -> {
              if (isSetting(sql) && read(sql).stream().noneMatch(lost::contains)) {
                settings.add(sql);
                lost.removeAll(assigned(sql));
              } else {
                lost.addAll(assigned(sql));
              }
              TemporaryTable.droppedBy(sql, tables).forEach(tables::remove);
              TemporaryTable.madeBy(sql).ifPresent(tables::add);
            });
    return new LostSession(settings, lost, tables);
  }

  /** Whether it sets something to what it says itself, and does nothing else. */
  private static boolean isSetting(String sql) {
    return SETTING.matcher(sql).matches()
        && !QUERY.matcher(words(sql)).find()
        && Effect.of(JournalEntry.Kind.STATEMENT, sql) != Effect.SEVERAL;
  }

  /**
   * @throws StepException if something to come uses a variable or a temporary table that is gone
   */
  void requireNoneGone(List<Piece> toCome, Dialect dialect) throws StepException {
    for (String gone : tablesGone(toCome, dialect)) {
      throw new StepException(
          ("a step that is left uses the temporary table %s, which an earlier step had made in the"
                  + " session that was lost: its rows are gone. Finish or undo the migration by"
                  + " hand, and set the version with stamp.")
              .formatted(gone),
          null);
    }
    for (String gone : variablesGone(toCome, dialect)) {
      throw new StepException(
          ("a step that is left uses the variable @%s, which a query of an earlier step had set in"
                  + " the session that was lost: what it was cannot be known. Finish or undo the"
                  + " migration by hand, and set the version with stamp.")
              .formatted(gone),
          null);
    }
  }

  /** Temporary tables that are gone, and that something to come uses before it makes them anew. */
  Set<String> tablesGone(List<Piece> toCome, Dialect dialect) {
    Set<String> gone = new TreeSet<>(tables);
    Set<String> used = new TreeSet<>();
    for (Piece piece : toCome) {
      for (String sql : piece instanceof Piece.Own own ? own.sql(dialect) : List.<String>of()) {
        TemporaryTable.madeBy(sql).ifPresent(gone::remove);
        TemporaryTable.usedBy(sql, gone).forEach(used::add);
      }
    }
    return used;
  }

  /** Variables that are gone, and that something to come reads before it is given another value. */
  Set<String> variablesGone(List<Piece> toCome, Dialect dialect) {
    Set<String> gone = new TreeSet<>(lost);
    Set<String> used = new TreeSet<>();
    for (Piece piece : toCome) {
      for (String sql : piece instanceof Piece.Own own ? own.sql(dialect) : List.<String>of()) {
        read(sql).stream().filter(gone::contains).forEach(used::add);
        gone.removeAll(assigned(sql));
      }
    }
    return used;
  }

  /**
   * The variables that a statement gives a value, or may: a procedure does so by its parameters.
   */
  private static Set<String> assigned(String sql) {
    String words = words(sql);
    if (CALL.matcher(words).matches()) {
      return variables(words);
    }
    Set<String> names = new TreeSet<>();
    Matcher given = assignment(sql).matcher(words);
    while (given.find()) {
      names.add(given.group(1));
    }
    Matcher into = INTO.matcher(words);
    while (into.find()) {
      names.addAll(variables(into.group()));
    }
    return names;
  }

  private static Set<String> read(String sql) {
    String words = assignment(sql).matcher(words(sql)).replaceAll(" ");
    return variables(INTO.matcher(words).replaceAll(" "));
  }

  private static Pattern assignment(String sql) {
    return SETTING.matcher(sql).matches() ? SET : ASSIGNED;
  }

  private static Set<String> variables(String words) {
    Set<String> names = new TreeSet<>();
    Matcher variable = VARIABLE.matcher(words);
    while (variable.find()) {
      names.add(variable.group(1));
    }
    return names;
  }

  /** Without what is quoted; something stays of it, for a host may follow. */
  private static String words(String sql) {
    return QUOTED.matcher(sql).replaceAll(" q");
  }
}
