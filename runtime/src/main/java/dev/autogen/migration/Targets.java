package dev.autogen.migration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Reads what a person writes for a revision: a full id, a unique beginning of one, {@code head},
 * {@code heads}, {@code base}, {@code current}, a branch label, {@code +2}, {@code -1}, {@code
 * ae10+2}, any of them of one branch only as {@code label@head} or {@code ae10@head}, and {@code
 * a:b} for a range.
 *
 * <p>A result is a set of ids: empty for {@code base}, one for most, several for {@code heads} and
 * for a database that stands at several.
 */
public final class Targets {

  /**
   * The two ends of a range.
   *
   * @param from where it starts
   * @param to where it ends
   */
  public record Range(SortedSet<String> from, SortedSet<String> to) {}

  /** What has a meaning of its own, and can therefore be no revision's id. */
  private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");

  private final RevisionGraph graph;
  private final Optional<SortedSet<String>> current;
  private final boolean cutOff;

  /**
   * @param current the heads of what is applied to the database; what {@code current} and a bare
   *     {@code +n} or {@code -n} start from
   */
  public Targets(RevisionGraph graph, Collection<String> current) {
    this(graph, Optional.of(new TreeSet<>(current)), false);
  }

  /** Where no database is asked: what counts from where one stands is refused. */
  public Targets(RevisionGraph graph) {
    this(graph, Optional.empty(), false);
  }

  private Targets(RevisionGraph graph, Optional<SortedSet<String>> current, boolean cutOff) {
    this.graph = graph;
    this.current = current;
    this.cutOff = cutOff;
  }

  private SortedSet<String> current() {
    return current.orElseThrow(
        () ->
            new MigrationException(
                "Where the database stands is not known here, so nothing can be counted from"
                    + " there. Name a revision instead."));
  }

  /** The same, but steps that lead beyond an end of the graph come to that end: for looking. */
  public Targets cutOff() {
    return new Targets(graph, current, true);
  }

  /** Whether a revision with this id could not be named: the word means something else. */
  public static boolean isWord(String id) {
    return WORDS.contains(id);
  }

  /** Whether the text can be a branch label. */
  public static boolean isLabel(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9_.-]{0,99}") && !isWord(text);
  }

  /** Whether the text is a range, such as {@code base:head} or {@code ae10:}. */
  public static boolean isRange(String text) {
    return text.contains(":");
  }

  /** Whether what the text means hangs on where a database stands. */
  public static boolean isFromCurrent(String text, RevisionGraph graph) {
    return isRange(text)
        ? RangeText.of(text, graph).isFromCurrent()
        : TargetText.of(text, graph).isTakenFromCurrent();
  }

  /**
   * The revisions that the text means.
   *
   * @throws MigrationException if it means none, or cannot be told which
   */
  public SortedSet<String> resolve(String text) {
    TargetText target = TargetText.of(text, graph);
    if (target.steps() == 0) {
      return named(target);
    }
    Optional<String> from = start(target);
    return set(target.steps() > 0 ? up(from, target) : down(from, target));
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
              : TargetText.several(text, ids));
    }
    return graph.script(ids.first());
  }

  /**
   * What an upgrade to the text must reach.
   *
   * @throws MigrationException as {@link #resolve}, and if it leads down
   */
  public SortedSet<String> upgradeTo(String text) {
    TargetText.requireOneEnd(text);
    TargetText target = TargetText.of(text, graph);
    if (target.isFromCurrent() && target.steps() < 0) {
      throw new MigrationException(
          "\"" + text + "\" leads back, which an upgrade does not. Use downgrade for that.");
    }
    return resolve(text);
  }

  /**
   * The first revisions that a downgrade to the text takes back; all that follows or depends on
   * them goes with them. Without a branch, those that follow the target; with one, and for {@code
   * -n}, only those of that branch.
   *
   * @throws MigrationException as {@link #resolve}, and if it leads up or to what is not applied
   */
  public SortedSet<String> downgradeTo(String text) {
    TargetText.requireOneEnd(text);
    TargetText target = TargetText.of(text, graph);
    if (target.isFromCurrent()) {
      if (target.steps() > 0) {
        throw new MigrationException(
            "\"" + text + "\" leads forth, which a downgrade does not. Use upgrade for that.");
      }
      String from =
          start(target).orElseThrow(() -> new MigrationException(target.beforeBase(current(), 0)));
      Set<String> line = graph.line(from);
      target.branch().map(this::branchStart).map(graph::line).ifPresent(line::addAll);
      return roots(down(Optional.of(from), target), Optional.of(line), text);
    }
    SortedSet<String> ids = resolve(text);
    if (ids.size() > 1) {
      throw new MigrationException(TargetText.several(text, ids));
    }
    requireApplied(ids);
    return roots(
        ids.stream().findFirst(), target.branch().map(this::branchStart).map(graph::line), text);
  }

  /**
   * Reads {@code a:b}; an end left out is {@code base} or {@code heads}. A bare {@code -n} at the
   * start counts from the end of the range, from each where there are several, and a bare {@code
   * +n} at the end from its start.
   *
   * @throws MigrationException as {@link #resolve}
   */
  public Range range(String text) {
    return RangeText.of(text, graph).read(this, graph);
  }

  /** Whether it comes to an end of the graph rather than to lead beyond it. */
  boolean isCutOff() {
    return cutOff;
  }

  /** The same where something else is the current revision. */
  Targets counting(SortedSet<String> from) {
    return new Targets(graph, Optional.of(from), cutOff);
  }

  private SortedSet<String> named(TargetText target) {
    Predicate<String> member = membership(target.branch());
    return switch (target.symbol()) {
      case "head" -> set(onlyHead(target, member));
      case "heads" ->
          target.branch().isEmpty() ? graph.effectiveHeads() : only(graph.heads(), member);
      case "base" -> new TreeSet<>();
      case "current" -> only(current(), member);
      default -> set(Optional.of(byName(target, member)));
    };
  }

  /** What is of a branch; all where none is named. */
  Predicate<String> membership(Optional<String> branch) {
    if (branch.isEmpty()) {
      return id -> true;
    }
    return graph.lineage(branchStart(branch.get()))::contains;
  }

  /** The revision that a branch is known by: the one with the label, or the one that is named. */
  String branchStart(String branch) {
    return graph
        .labelled(branch)
        .orElseGet(
            () -> {
              if (branch.isEmpty() || isWord(branch)) {
                throw new MigrationException(
                    "\""
                        + branch
                        + "@\" names no branch. Write a branch label or a revision"
                        + " before the @.");
              }
              return byPrefix(branch, id -> true);
            });
  }

  private String byName(TargetText target, Predicate<String> member) {
    String symbol = target.symbol();
    Optional<String> exact =
        graph.find(symbol).map(MigrationScript::id).or(() -> graph.labelled(symbol));
    boolean ofBranch =
        graph.beginningWith(symbol).stream().anyMatch(script -> member.test(script.id()));
    String id = exact.orElseGet(() -> byPrefix(symbol, ofBranch ? member : all -> true));
    if (!member.test(id)) {
      throw new MigrationException(
          "Revision \"%s\" is not of the branch \"%s\".".formatted(id, target.branch().get()));
    }
    return id;
  }

  private String byPrefix(String text, Predicate<String> member) {
    if (text.isBlank()) {
      throw new MigrationException(
          "An empty text, or 0 steps, is no revision. Name one, or head, base or current.");
    }
    List<MigrationScript> candidates =
        graph.beginningWith(text).stream().filter(script -> member.test(script.id())).toList();
    if (candidates.isEmpty()) {
      throw new MigrationException(TargetText.unknown(text, graph));
    }
    if (candidates.size() > 1) {
      throw new MigrationException(
          "\"%s\" could be any of %s revisions: %s. Write more of the one that you mean."
              .formatted(text, candidates.size(), TargetText.titles(candidates)));
    }
    return candidates.get(0).id();
  }

  private Optional<String> onlyHead(TargetText target, Predicate<String> member) {
    if (graph.isEmpty()) {
      throw new MigrationException(
          "There is no head, because there are no migrations yet. Write the first one with"
              + " autogen -m \"...\".");
    }
    SortedSet<String> heads = only(graph.heads(), member);
    if (heads.size() > 1) {
      throw new MigrationException(
          ("There are %s heads, so \"%s\" could be any of them: %s. Join them with autogen merge,"
                  + " put one behind the other with autogen rebase, or name the one that you mean,"
                  + " or heads for all.")
              .formatted(
                  heads.size(),
                  target.text(),
                  TargetText.titles(heads.stream().map(graph::script).toList())));
    }
    return Optional.of(heads.first());
  }

  /** Where a way begins that is told in steps; empty for the base. */
  private Optional<String> start(TargetText target) {
    if (!target.isFromCurrent()) {
      return target.single(named(target));
    }
    if (target.branch().isEmpty()) {
      return target.single(current());
    }
    Predicate<String> member = membership(target.branch());
    SortedSet<String> ends = only(current(), member);
    if (ends.isEmpty()) {
      ends = target.steps() > 0 ? graph.headsOf(only(applied(), member)) : only(standing(), member);
    }
    if (ends.isEmpty() && target.steps() < 0) {
      throw new MigrationException(
          "Nothing of the branch \"%s\" is applied, so there is nothing to count back from."
              .formatted(target.branch().get()));
    }
    return target.single(ends);
  }

  /**
   * Where the database stands as a person sees it: the applied revisions that no applied one
   * follows, though one may depend on them. The version table does not name those.
   */
  public SortedSet<String> standing() {
    SortedSet<String> applied = applied();
    return only(applied, id -> graph.children(id).stream().noneMatch(applied::contains));
  }

  private SortedSet<String> applied() {
    return new TreeSet<>(graph.withAncestors(current()));
  }

  private Optional<String> up(Optional<String> start, TargetText target) {
    Predicate<String> member = membership(target.branch());
    Optional<String> at = start;
    for (int step = 0; step < target.steps(); step++) {
      SortedSet<String> next = only(at.map(graph::children).orElseGet(graph::bases), member);
      if (next.isEmpty() && cutOff) {
        return at;
      }
      if (next.isEmpty()) {
        throw new MigrationException(
            "\"%s\" is beyond the last revision: only %s follow%s %s."
                .formatted(target.text(), step, step == 1 ? "s" : "", TargetText.place(start)));
      }
      at = Optional.of(target.one(next, "follow", at));
    }
    return at;
  }

  private Optional<String> down(Optional<String> start, TargetText target) {
    Optional<String> at = start;
    for (int step = 0; step < -target.steps(); step++) {
      if (at.isEmpty() && cutOff) {
        return at;
      }
      if (at.isEmpty()) {
        throw new MigrationException(target.beforeBase(set(start), step));
      }
      SortedSet<String> before = new TreeSet<>(graph.script(at.get()).revises());
      at = before.isEmpty() ? Optional.empty() : Optional.of(target.one(before, "precede", at));
    }
    return at;
  }

  /** The revisions that follow a target; those of one branch if several do and one is given. */
  private SortedSet<String> roots(
      Optional<String> target, Optional<Set<String>> branch, String text) {
    SortedSet<String> roots = new TreeSet<>(target.map(graph::children).orElseGet(graph::bases));
    if (branch.isPresent() && roots.size() > 1) {
      roots.retainAll(branch.get());
      if (roots.isEmpty()) {
        throw new MigrationException(
            "\"%s\" does not lie before the branch that it names.".formatted(text));
      }
    }
    return roots;
  }

  private void requireApplied(SortedSet<String> ids) {
    for (String id : ids) {
      if (!applied().contains(id)) {
        throw new MigrationException(TargetText.notApplied(id, current()));
      }
    }
  }

  private static SortedSet<String> only(SortedSet<String> ids, Predicate<String> member) {
    SortedSet<String> kept = new TreeSet<>(ids);
    kept.removeIf(member.negate());
    return kept;
  }

  private static SortedSet<String> set(Optional<String> id) {
    return new TreeSet<>(id.stream().toList());
  }
}
