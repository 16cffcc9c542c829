package dev.autogen.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An applied migration that is no longer what was applied.
 *
 * @param kind what happened to it
 * @param applied the line of the log that tells of it as it was
 * @param message a sentence on what is so, and one on what to do
 */
public record Alteration(Kind kind, LogEntry applied, String message) {

  /** What happened to it. */
  public enum Kind {
    EDITED,
    DELETED
  }

  public Alteration {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(applied, "applied");
    Objects.requireNonNull(message, "message");
  }

  /**
   * All of them, in the order of the log. What was only stamped counts as what it was then; what an
   * earlier version of this library applied is not known well enough to be compared.
   *
   * @param current where the database stands
   */
  public static List<Alteration> of(
      List<LogEntry> log, RevisionGraph graph, Collection<String> current) {
    Set<String> applied =
        graph.withAncestors(current.stream().filter(id -> graph.find(id).isPresent()).toList());
    String standing = current.isEmpty() ? "base" : String.join(" ", current);
    List<Alteration> found = new ArrayList<>();
    Map<String, LogEntry> last = last(log);
    for (LogEntry entry : last.values()) {
      boolean known = graph.find(entry.revision()).isPresent();
      if (!known && isThere(entry) && graph.replacing(entry.revision()).isEmpty()) {
        found.add(deleted(entry, standing));
      } else if (applied.contains(entry.revision())
          && isThere(entry)
          && !isOfChain(graph.script(entry.revision()), last)
          && !isSame(entry, graph.script(entry.revision()))) {
        found.add(edited(entry, graph.script(entry.revision()), standing));
      }
    }
    return found;
  }

  /** The revisions that are applied as far as the log tells, of those that there are. */
  public static Set<String> applied(List<LogEntry> log, RevisionGraph graph) {
    return last(log).values().stream()
        .filter(Alteration::isThere)
        .map(LogEntry::revision)
        .filter(id -> graph.find(id).isPresent())
        .collect(Collectors.toSet());
  }

  /** Whether what was applied is the chain that a migration replaces, and not that one. */
  private static boolean isOfChain(MigrationScript script, Map<String, LogEntry> last) {
    return script.header().links().replaces().stream()
        .anyMatch(id -> last.containsKey(id) && isThere(last.get(id)));
  }

  /** The last that the log tells of each revision, of what took effect. */
  static Map<String, LogEntry> last(List<LogEntry> log) {
    Map<String, LogEntry> last = new LinkedHashMap<>();
    for (LogEntry entry : log) {
      if (entry.outcome() != LogEntry.Outcome.FAILED && !entry.revision().equals(Stamp.BASE)) {
        last.put(entry.revision(), entry);
      }
    }
    return last;
  }

  static boolean isThere(LogEntry entry) {
    return entry.direction() != Direction.DOWNGRADE;
  }

  static boolean isSame(LogEntry entry, MigrationScript script) {
    boolean sameTool = entry.toolVersion().equals(ToolVersion.get());
    return Checksum.parse(entry.checksum())
        .map(logged -> logged.canBeOf(script, sameTool))
        .orElse(true);
  }

  private static Alteration edited(LogEntry entry, MigrationScript script, String standing) {
    return new Alteration(
        Kind.EDITED,
        entry,
        ("Revision %s was edited after it was applied (%s): the database has what it said then, and"
                + " %s now says something else. Restore that file and put the change into a new"
                + " migration; or, if the database is already as the file says now, accept it with"
                + " stamp --purge %s.")
            .formatted(script, entry.started(), script.origin(), standing));
  }

  private static Alteration deleted(LogEntry entry, String standing) {
    return new Alteration(
        Kind.DELETED,
        entry,
        ("Revision %s was applied (%s), and no migration here has that id any more: its file,"
                + " R%s_*.java unless it had a name of its own, is gone. Bring it back; or, if what"
                + " it did is meant to stay without it, accept that with stamp --purge %s.")
            .formatted(entry.revision(), entry.started(), entry.revision(), standing));
  }
}
