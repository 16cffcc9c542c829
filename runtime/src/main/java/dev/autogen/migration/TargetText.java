package dev.autogen.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target taken apart: {@code label@symbol+steps}.
 *
 * @param text as it was written
 * @param branch what stands before {@code @}
 * @param symbol what names a revision; empty for where the database stands
 * @param steps how far up, or down if negative; 0 for the revision itself
 */
record TargetText(String text, Optional<String> branch, String symbol, int steps) {

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
}
