package dev.autogen.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A line of a database's log of migrations.
 *
 * @param revision the revision
 * @param direction which way it was run
 * @param started when
 * @param took for how long, in whole milliseconds
 * @param outcome how it ended
 * @param checksum what the migration was: the same as long as only formatting and comments differ
 * @param toolVersion the version of this library
 * @param hibernateVersion the version of Hibernate that the script was generated with, or the empty
 *     string
 * @param who the user of the operating system, and that of the database
 */
public record LogEntry(
    String revision,
    Direction direction,
    Instant started,
    Duration took,
    Outcome outcome,
    String checksum,
    String toolVersion,
    String hibernateVersion,
    String who) {

  /** How it ended. */
  public enum Outcome {
    /** The migration ran to its end, and the version moved. */
    APPLIED,
    /** A step failed, and the version stayed. */
    FAILED,
    /** Only the version was written. */
    STAMPED;

    /** As the log spells it: {@code applied}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LogEntry {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(took, "took");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(checksum, "checksum");
    Objects.requireNonNull(toolVersion, "toolVersion");
    Objects.requireNonNull(hibernateVersion, "hibernateVersion");
    Objects.requireNonNull(who, "who");
  }

  /** The same of another revision, which was done with this one. */
  LogEntry withRevision(String other, String otherChecksum) {
    return new LogEntry(
        other,
        direction,
        started,
        took,
        outcome,
        otherChecksum,
        toolVersion,
        hibernateVersion,
        who);
  }
}
