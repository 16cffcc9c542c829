package dev.autogen.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the statements of a person's own that would take the transaction out of the runner's hands:
 * what comes before them would be final, though the migration fails later and is run again.
 */
final class TransactionControl {

  private static final Pattern QUOTED =
      Pattern.compile(
          "(?<!\\w)e'(?:[^'\\\\]++|\\\\.|'')*+'|'[^']*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/"
              + "|(?<![\\w$])(\\$\\w*\\$).*?\\1",
          flags());

  private static final Pattern ENDING =
      Pattern.compile(
          "(?:begin|end|commit|abort|start\\s+transaction|prepare\\s+transaction"
              + "|rollback(?!.*\\bto\\b))\\b.*",
          flags());

  private static final Pattern AUTOCOMMIT =
      Pattern.compile(
          "set\\b(?!\\s*global).*(?:(?<!@)|(?<=@@))\\bautocommit\\s*=?\\s*(?:1|on|true|default)\\b.*",
          flags());

  /** A statement with others in it, up to its own {@code end}. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "create\\s+(?:or\\s+replace\\s+)?(?:temp\\w*\\s+)?(?:trigger|function|procedure)\\b"
              + ".*\\bbegin\\b.*",
          flags());

  private static final Pattern END = Pattern.compile("end\\b.*", flags());

  private TransactionControl() {}

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  /**
   * Refuses what the runner, or a script, cannot do with the steps of a migration.
   *
   * @param together whether the migration is one transaction
   * @throws MigrationException if a step has such a statement
   */
  static void refuse(
      MigrationScript script, Direction direction, List<Step> steps, boolean together) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Execute execute) {
        Optional<String> found = in(execute.sql(), together);
        if (found.isPresent()) {
          throw new MigrationException(
              "Cannot %s revision %s: step %s of %s takes the commit into its own hands: %s %s"
                  .formatted(
                      direction.word(),
                      script,
                      i + 1,
                      steps.size(),
                      Failures.sentence(Failures.shown(found.get())),
                      together
                          ? "The migration is one transaction, so take begin and commit out of it;"
                              + " or say op.transactional(false), and each step is committed by"
                              + " itself. Nothing of it was run."
                          : "Take that out: rows are committed together with how far the run came."
                              + " Nothing of it was run."));
        }
      }
    }
  }

  /** The first such statement of a text. */
  static Optional<String> in(String sql, boolean together) {
    boolean inProgram = false;
    for (String part : words(sql).split(";")) {
      String statement = part.strip();
      if (inProgram) {
        inProgram = !END.matcher(statement).matches();
      } else if (PROGRAM.matcher(statement).matches()) {
        inProgram = true;
      } else if ((together ? ENDING : AUTOCOMMIT).matcher(statement).matches()) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  private static String words(String sql) {
    Matcher quoted = QUOTED.matcher(sql);
    return quoted.replaceAll(" ");
  }
}
