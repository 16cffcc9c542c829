package dev.autogen.migration;

import dev.autogen.schema.Schema;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration is, in a few characters: two that differ in formatting and comments alone have
 * the same one.
 *
 * @param source of the words of its source; the empty string where only its class is at hand
 * @param changes of the steps that it records by itself; the empty string where it records none
 *     without knowing what others before it made, or others each time
 */
record Checksum(String source, String changes) {

  /** Of milliseconds as well as of seconds since 1970: what stays the same for a minute or so. */
  private static final int CLOCK_DIGITS = 8;

  /** In hexadecimal digits: two of them and what stands between fit into the log. */
  private static final int DIGITS = 31;

  private static final Pattern LOGGED = Pattern.compile("([^:]{0,31}):([0-9a-f]{0,31})");

  static Checksum of(MigrationScript script) {
    return new Checksum(cut(script.origin().checksum()), cut(changes(script)));
  }

  /** What the log says, or empty for what an earlier version wrote. */
  static Optional<Checksum> parse(String logged) {
    Matcher matcher = LOGGED.matcher(logged);
    return matcher.matches()
        ? Optional.of(new Checksum(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The digest of a source's words. */
  static String ofSource(String text) {
    Digest digest = new Digest();
    JavaTokens.of(text).forEach(digest::add);
    return digest.hex();
  }

  /**
   * Recorded as if nothing were known of what comes before: a change of an earlier migration is
   * none of this one. Twice: what is random or the present time is nothing to know it by.
   */
  private static String changes(MigrationScript script) {
    try {
      List<String> words = recorded(script);
      if (!words.equals(recorded(script)) || words.stream().anyMatch(Checksum::isOfToday)) {
        return "";
      }
      Digest digest = new Digest();
      words.forEach(digest::add);
      return digest.hex();
    } catch (MigrationException needsMore) {
      return "";
    }
  }

  private static List<String> recorded(MigrationScript script) {
    List<String> words = new ArrayList<>();
    for (Direction direction : new Direction[] {Direction.UPGRADE, Direction.DOWNGRADE}) {
      words.add(direction.word());
      Recording.of(script, direction, Schema.EMPTY).forEach(step -> words.add(words(step)));
    }
    return words;
  }

  /** It may have been read from the clock, which says something else tomorrow. */
  private static boolean isOfToday(String words) {
    return words.contains(LocalDate.now().toString())
        || words.contains(LocalDate.now(ZoneOffset.UTC).toString())
        || words.contains(Long.toString(System.currentTimeMillis()).substring(0, CLOCK_DIGITS));
  }

  /** A step in words that are the same in each process. */
  static String words(Step step) {
    if (step instanceof Step.Insert insert) {
      return "insert "
          + insert.table()
          + insert.columns()
          + insert.rows().stream().map(Checksum::values).toList();
    }
    return step instanceof Step.Run run ? "run " + run.what() : step.toString();
  }

  private static List<String> values(List<Object> row) {
    return row.stream()
        .map(
            value ->
                value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : String.valueOf(value))
        .toList();
  }

  private static String cut(String digits) {
    return digits.length() <= DIGITS ? digits : digits.substring(0, DIGITS);
  }

  /**
   * Whether this can be of a migration as it is now. Its source may be the same and its steps not:
   * they may come from code that migrations share.
   *
   * @param sameTool whether this was made by the present version of this library: another may
   *     record the same step with more detail
   */
  boolean canBeOf(MigrationScript script, boolean sameTool) {
    String now = cut(script.origin().checksum());
    if (!source.isEmpty() && !now.isEmpty() && !source.equals(now)) {
      return false;
    }
    if (!sameTool || changes.isEmpty()) {
      return true;
    }
    String recorded = cut(changes(script));
    return recorded.isEmpty() || recorded.equals(changes);
  }

  /** As the log has it. */
  @Override
  public String toString() {
    return source + ":" + changes;
  }
}
