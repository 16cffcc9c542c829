package dev.autogen.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions in PostgreSQL's own print, written so that they stay nested as they are.
 *
 * <p>{@code a between 0 and 9 and b} prints as {@code ((a >= 0) AND (a <= 9)) AND b}; read back, it
 * becomes one list of three, since PostgreSQL's grammar merges a list with one that it starts with.
 * A cast that does nothing, and is not kept, holds them apart. Only lists of comparisons of one
 * thing are looked at: nothing else is nested like that on its own, and what a person wrote is to
 * become what it becomes for anyone.
 */
final class PostgresqlConditions {

  private static final Pattern COMPARISON = Pattern.compile(" (?:>=|<=|<>|=|<|>) ");

  private static final List<String> CONNECTIVES = List.of(" AND ", " OR ");

  private PostgresqlConditions() {}

  /** The condition, or a text with conditions in it. */
  static String kept(String sql) {
    for (String connective : CONNECTIVES) {
      List<String> operands = split(sql, connective);
      if (operands.size() > 1) {
        return joined(operands, connective);
      }
    }
    return groupsKept(sql);
  }

  private static String joined(List<String> operands, String connective) {
    List<String> written =
        new ArrayList<>(operands.stream().map(PostgresqlConditions::kept).toList());
    if (isRange(operands.get(0), connective)) {
      written.set(0, written.get(0) + "::boolean");
    }
    return String.join(connective, written);
  }

  /** Whether it is a list in parentheses of comparisons that start with the same. */
  private static boolean isRange(String operand, String connective) {
    Optional<String> inner = inner(operand);
    List<String> members = inner.map(text -> split(text, connective)).orElse(List.of());
    return members.size() > 1
        && members.stream().allMatch(member -> compared(member).isPresent())
        && members.stream().map(member -> compared(member).orElseThrow()).distinct().count() == 1;
  }

  /** The left side of a comparison in parentheses. */
  private static Optional<String> compared(String member) {
    return inner(member)
        .flatMap(
            text -> {
              Matcher matcher = COMPARISON.matcher(text);
              int from = 0;
              while (matcher.find(from)) {
                if (isOutside(text, matcher.start())) {
                  return Optional.of(text.substring(0, matcher.start()));
                }
                from = matcher.start() + 1;
              }
              return Optional.empty();
            });
  }

  private static boolean isOutside(String text, int place) {
    int i = 0;
    while (i < place) {
      i = after(text, i);
    }
    return i == place;
  }

  /** What a pair of parentheses around all of the text encloses. */
  private static Optional<String> inner(String text) {
    return text.startsWith("(") && after(text, 0) == text.length()
        ? Optional.of(text.substring(1, text.length() - 1))
        : Optional.empty();
  }

  private static List<String> split(String text, String connective) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i = after(text, i)) {
      if (text.startsWith(connective, i)) {
        parts.add(text.substring(start, i));
        start = i + connective.length();
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String groupsKept(String text) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int next = after(text, i);
      String piece = text.substring(i, next);
      written.append(
          piece.length() > 1 && piece.startsWith("(") && piece.endsWith(")")
              ? "(" + kept(piece.substring(1, piece.length() - 1)) + ")"
              : piece);
      i = next;
    }
    return written.toString();
  }

  /** Behind the character, or what is quoted or in parentheses, at a place. */
  private static int after(String text, int place) {
    char first = text.charAt(place);
    if (first == '\'' || first == '"') {
      int end = text.indexOf(first, place + 1);
      return end < 0 ? text.length() : end + 1;
    }
    if (first != '(') {
      return place + 1;
    }
    int i = place + 1;
    while (i < text.length() && text.charAt(i) != ')') {
      i = after(text, i);
    }
    return Math.min(i + 1, text.length());
  }
}
