package dev.autogen.migration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what a person writes for a revision: a full id, a unique beginning of one, {@code head},
 * {@code heads}, {@code base}, {@code current}, {@code +2}, {@code -1}, {@code ae10+2}, and {@code
 * a:b} for a range.
 *
 * <p>A result is a set of ids: empty for {@code base}, one for most, several for {@code heads} and
 * for a database that stands at several.
 */
public final class Targets {

  /**
   * The two ends of a range.
   *
   * @param from where it starts, the revision itself left out
   * @param to where it ends, the revision itself included
   */
  public record Range(SortedSet<String> from, SortedSet<String> to) {}

  /** What has a meaning of its own, and can therefore be no revision's id. */
  private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");

  private static final Pattern RELATIVE = Pattern.compile("(.*?)([+-])(\\d{1,9})");
  private static final int NAMED_CANDIDATES = 5;

  private final RevisionGraph graph;
  private final SortedSet<String> current;

  /**
   * @param current the heads of what is applied to the database; what {@code current} and a bare
   *     {@code +n} or {@code -n} start from
   */
  public Targets(RevisionGraph graph, Collection<String> current) {
    this.graph = graph;
    this.current = new TreeSet<>(current);
  }

  /** Whether a revision with this id could not be named: the word means something else. */
  public static boolean isWord(String id) {
    return WORDS.contains(id);
  }

  /**
   * The revisions that the text means.
   *
   * @throws MigrationException if it means none, or cannot be told which
   */
  public SortedSet<String> resolve(String text) {
    if (graph.find(text).isPresent()) {
      return one(text);
    }
    return switch (text) {
      case "head" -> one(onlyHead());
      case "heads" -> graph.heads();
      case "base" -> new TreeSet<>();
      case "current" -> new TreeSet<>(current);
      default -> resolveOther(text);
    };
  }

  /**
   * The one revision that the text means.
   *
   * @throws MigrationException if it means none or several
   */
  public MigrationScript script(String text) {
    SortedSet<String> ids = resolve(text);
    if (ids.size() != 1) {
      throw new MigrationException(
          ids.isEmpty()
              ? "\"" + text + "\" is before the first revision: name a revision."
              : "\"" + text + "\" means several revisions: " + quoted(ids) + ". Name one of them.");
    }
    return graph.script(ids.first());
  }

  /** Whether the text is a range, such as {@code base:head} or {@code ae10:}. */
  public static boolean isRange(String text) {
    return text.contains(":");
  }

  /**
   * Reads {@code a:b}; an end left out is {@code base} or {@code heads}.
   *
   * @throws MigrationException as {@link #resolve}
   */
  public Range range(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new MigrationException(
          "\"" + text + "\" is not a range. Write it as FROM:TO, for example base:head.");
    }
    String from = text.substring(0, colon);
    String to = text.substring(colon + 1);
    return new Range(
        from.isEmpty() ? new TreeSet<>() : resolve(from),
        to.isEmpty() ? graph.heads() : resolve(to));
  }

  private SortedSet<String> resolveOther(String text) {
    Matcher relative = RELATIVE.matcher(text);
    if (relative.matches()) {
      int count = Integer.parseInt(relative.group(3));
      String anchor = relative.group(1);
      SortedSet<String> start = anchor.isEmpty() ? current : resolve(anchor);
      return relative.group(2).equals("+") ? up(start, count, text) : down(start, count, text);
    }
    return one(byPrefix(text));
  }

  private String byPrefix(String text) {
    if (text.isBlank()) {
      throw new MigrationException(
          "An empty text is no revision. Name one, or head, base or current.");
    }
    List<MigrationScript> candidates =
        graph.scripts().stream().filter(script -> script.id().startsWith(text)).toList();
    if (candidates.isEmpty()) {
      throw new MigrationException(
          ("No revision is called \"%s\" or begins so. There are %d: \"autogen history\" lists"
                  + " them.")
              .formatted(text, graph.scripts().size()));
    }
    if (candidates.size() > 1) {
      throw new MigrationException(
          "\"%s\" is the beginning of %d revisions: %s. Write more of the one that you mean."
              .formatted(text, candidates.size(), named(candidates)));
    }
    return candidates.get(0).id();
  }

  private String onlyHead() {
    SortedSet<String> heads = graph.heads();
    if (heads.isEmpty()) {
      throw new MigrationException(
          "There is no head, because there are no migrations yet. Write the first one with"
              + " autogen -m \"...\".");
    }
    if (heads.size() > 1) {
      throw new MigrationException(
          ("There are %d heads, so \"head\" could be any of them: %s. Two people have probably"
                  + " written a migration after the same one: let one of the two follow the other,"
                  + " by its \"revises\", or name the revision that you mean.")
              .formatted(heads.size(), named(heads.stream().map(graph::script).toList())));
    }
    return heads.first();
  }

  private SortedSet<String> up(SortedSet<String> start, int count, String text) {
    Optional<String> at = single(start, text);
    for (int step = 0; step < count; step++) {
      Set<String> next = at.map(graph::children).orElseGet(graph::bases);
      if (next.isEmpty()) {
        throw new MigrationException(
            "\"%s\" is beyond the last revision: only %d follow%s %s."
                .formatted(text, step, step == 1 ? "s" : "", start(start)));
      }
      at = Optional.of(only(next, "follow", at, text));
    }
    return at.map(Targets::one).orElseGet(TreeSet::new);
  }

  private SortedSet<String> down(SortedSet<String> start, int count, String text) {
    Optional<String> at = single(start, text);
    for (int step = 0; step < count; step++) {
      if (at.isEmpty()) {
        throw new MigrationException(
            "\"%s\" is before the first revision: %s is only %d after the base."
                .formatted(text, start(start), step));
      }
      Set<String> before = new TreeSet<>(graph.script(at.get()).revises());
      at = before.isEmpty() ? Optional.empty() : Optional.of(only(before, "precede", at, text));
    }
    return at.map(Targets::one).orElseGet(TreeSet::new);
  }

  private static Optional<String> single(SortedSet<String> start, String text) {
    if (start.size() > 1) {
      throw new MigrationException(
          "\"%s\" cannot be told, because it starts from several revisions: %s. Name one of them."
              .formatted(text, quoted(start)));
    }
    return start.isEmpty() ? Optional.empty() : Optional.of(start.first());
  }

  private static String only(Set<String> ids, String verb, Optional<String> at, String text) {
    if (ids.size() > 1) {
      throw new MigrationException(
          "\"%s\" cannot be told, because several revisions %s %s: %s. Name one of them."
              .formatted(
                  text, verb, at.map(id -> "\"" + id + "\"").orElse("the base"), quoted(ids)));
    }
    return ids.iterator().next();
  }

  private static String start(SortedSet<String> start) {
    return start.isEmpty() ? "the base" : "\"" + start.first() + "\"";
  }

  private static SortedSet<String> one(String id) {
    return new TreeSet<>(Set.of(id));
  }

  private static String named(List<MigrationScript> scripts) {
    return scripts.stream()
            .limit(NAMED_CANDIDATES)
            .map(script -> "\"" + script.id() + "\" (" + script.title() + ")")
            .collect(Collectors.joining(", "))
        + (scripts.size() > NAMED_CANDIDATES ? ", ..." : "");
  }

  private static String quoted(Collection<String> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
  }
}
