package dev.autogen.matrix;

import dev.autogen.change.Change;
import dev.autogen.change.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The changes that a case expects, in any order. Each is the beginning of a description, {@code *}
 * in it standing for any text; one in parentheses may be missing.
 */
record Expectation(List<String> patterns) {

  /** What is missing and what is too much, or nothing. */
  String difference(List<Change> changes) {
    List<Description> left = new ArrayList<>(changes.stream().map(Change::describe).toList());
    List<String> missing = new ArrayList<>();
    for (String pattern : patterns) {
      boolean optional = pattern.startsWith("(");
      String plain = optional ? pattern.substring(1, pattern.length() - 1) : pattern;
      boolean found = removeFirst(left, plain);
      if (!found && !optional) {
        missing.add(pattern);
      }
    }
    if (missing.isEmpty() && left.isEmpty()) {
      return "";
    }
    return "missing " + missing + ", too much " + left;
  }

  private static boolean removeFirst(List<Description> left, String pattern) {
    for (Description description : left) {
      if (matches(description, pattern)) {
        return left.remove(description);
      }
    }
    return false;
  }

  private static boolean matches(Description description, String pattern) {
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    Pattern whole = Pattern.compile(regex.toString(), Pattern.DOTALL);
    String named =
        description.sign().symbol() + " " + description.kind() + " " + description.name();
    return whole.matcher(named).matches() || whole.matcher(description.toString()).matches();
  }
}
