package dev.autogen.migration;

import dev.autogen.schema.Schema;
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
 *     without knowing what others before it made
 */
record Checksum(String source, String changes) {

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
   * none of this one.
   */
  private static String changes(MigrationScript script) {
    Digest digest = new Digest();
    try {
      for (Direction direction : new Direction[] {Direction.UPGRADE, Direction.DOWNGRADE}) {
        digest.add(direction.word());
        for (Step step : Recording.of(script, direction, Schema.EMPTY)) {
          digest.add(words(step));
        }
      }
      return digest.hex();
    } catch (MigrationException needsMore) {
      return "";
    }
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
   * Whether this and another can be of one migration.
   *
   * @param sameTool whether both were made by the same version of this library: another may record
   *     the same step with more detail
   */
  boolean agrees(Checksum other, boolean sameTool) {
    return (source.isEmpty() || other.source.isEmpty() || source.equals(other.source))
        && (!sameTool
            || changes.isEmpty()
            || other.changes.isEmpty()
            || changes.equals(other.changes));
  }

  /** As the log has it. */
  @Override
  public String toString() {
    return source + ":" + changes;
  }
}
