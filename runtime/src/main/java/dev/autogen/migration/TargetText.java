package dev.autogen.migration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A target taken apart: {@code label@symbol+steps}.
 *
 * @param text as it was written
 * @param branch what stands before {@code @}
 * @param symbol what names a revision; empty for where the database stands
 * @param steps how far up, or down if negative; 0 for the revision itself
 */
record TargetText(String text, Optional<String> branch, String symbol, int steps) {

  private static final int NAMED_CANDIDATES = 5;

  private static final Pattern RELATIVE = Pattern.compile("(.*?)([+-])(\\d{1,9})");

  static TargetText of(String text, RevisionGraph graph) {
    int at = text.indexOf('@');
    Optional<String> branch = at < 0 ? Optional.empty() : Optional.of(text.substring(0, at));
    String rest = text.substring(at + 1);
    Matcher relative = RELATIVE.matcher(rest);
    if (isName(rest, graph) || !relative.matches()) {
      return new TargetText(text, branch, rest, 0);
    }
    int steps = Integer.parseInt(relative.group(3));
    return new TargetText(
        text, branch, relative.group(1), relative.group(2).equals("+") ? steps : -steps);
  }

  /** An id or a label may itself look like arithmetic. */
  private static boolean isName(String text, RevisionGraph graph) {
    return graph.find(text).isPresent() || graph.labelled(text).isPresent();
  }

  /** Whether it counts from where the database stands: {@code +2}, {@code label@-1}. */
  boolean isFromCurrent() {
    return steps != 0 && symbol.isEmpty();
  }

  /** Whether what it means hangs on where the database stands. */
  boolean isTakenFromCurrent() {
    return isFromCurrent() || symbol.equals("current");
  }

  /**
   * Refuses a range: a database moves from where it stands.
   *
   * @throws MigrationException if it is one
   */
  static void requireOneEnd(String text) {
    if (Targets.isRange(text)) {
      throw new MigrationException(
          ("\"%s\" is a range, which is for scripts (--sql) alone: a database moves from where it"
                  + " stands. Name only where it is to go.")
              .formatted(text));
    }
  }

  /** That there is nothing so far back: a sentence. */
  String beforeBase(Collection<String> start, int steps) {
    return start.isEmpty()
        ? "\"%s\" is before the first revision: there is nothing before the base.".formatted(text)
        : "\"%s\" is before the first revision: %s is only %s after the base."
            .formatted(text, place(start.stream().findFirst()), steps);
  }

  /**
   * The one revision that steps start from; empty for the base.
   *
   * @throws MigrationException if there are several
   */
  Optional<String> single(SortedSet<String> start) {
    if (start.size() > 1) {
      String way =
          isFromCurrent() && branch.isEmpty()
              ? "Put the one that you mean, or a branch label, before it: %s@%s"
                  .formatted(start.first(), text)
              : "Name one of them";
      throw new MigrationException(
          "\"%s\" cannot be told, because it starts from several revisions: %s. %s."
              .formatted(text, quoted(start), way));
    }
    return start.stream().findFirst();
  }

  /**
   * The one revision that a step leads to.
   *
   * @throws MigrationException if there are several
   */
  String one(SortedSet<String> ids, String verb, Optional<String> at) {
    if (ids.size() > 1) {
      throw new MigrationException(
          "\"%s\" cannot be told, because several revisions %s %s: %s. Name one of them."
              .formatted(text, verb, place(at), quoted(ids)));
    }
    return ids.first();
  }

  /** That there is none so called: a sentence. */
  static String unknown(String text, RevisionGraph graph) {
    return graph
        .replacing(text)
        .map(
            squash ->
                "Revision \"%s\" is no longer one of its own: revision %s replaces it, and a database that has all of that stands there."
                    .formatted(text, squash))
        .orElse(
            "No revision or branch label is called \"%s\" or begins so. \"autogen history\" lists them."
                .formatted(text));
  }

  /** That a text does not mean one revision: a sentence. */
  static String several(String text, Collection<String> ids) {
    return "\"" + text + "\" means several revisions: " + quoted(ids) + ". Name one of them.";
  }

  /** That a database cannot go back to where it has never been: a sentence. */
  static String notApplied(String id, Collection<String> current) {
    return "Cannot downgrade to \"%s\": it is not applied. The database stands %s."
        .formatted(
            id,
            current.isEmpty() ? "before the first revision" : "at " + String.join(", ", current));
  }

  /** A revision as a message names it; the base where there is none. */
  static String place(Optional<String> id) {
    return id.map(name -> "\"" + name + "\"").orElse("the base");
  }

  /** Revisions as a message names them. */
  static String quoted(Collection<String> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
  }

  /** The first few of some migrations, with what they are for. */
  static String titles(List<MigrationScript> scripts) {
    return scripts.stream()
            .limit(NAMED_CANDIDATES)
            .map(script -> "\"" + script.id() + "\" (" + script.title() + ")")
            .collect(Collectors.joining(", "))
        + (scripts.size() > NAMED_CANDIDATES ? ", ..." : "");
  }
}
