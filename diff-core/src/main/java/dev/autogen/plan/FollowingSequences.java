package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.inspect.Declaration;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The renames of sequences, and of tables in a sequence's place, that follow from those of tables:
 * Hibernate calls one that nobody named after the table that it numbers. Made anew it would have
 * lost the value that it stands at.
 */
final class FollowingSequences {

  private final Declaration ours;
  private final Schema renamed;

  private FollowingSequences(Declaration ours, Schema renamed) {
    this.ours = ours;
    this.renamed = renamed;
  }

  /**
   * @param asked the renames that somebody asked for, of what the database has
   */
  static List<Change> of(List<Change> asked, Declaration ours, Schema theirs) {
    Map<QualifiedName, QualifiedName> oldNames = new TreeMap<>();
    for (Change change : asked) {
      if (change instanceof RenameTable rename) {
        QualifiedName first = oldNames.getOrDefault(rename.from(), rename.from());
        oldNames.remove(rename.from());
        oldNames.put(rename.to(), first);
      }
    }
    FollowingSequences following =
        new FollowingSequences(ours, new ChangeSet(asked).applyTo(theirs));
    List<Change> renames = new ArrayList<>();
    ours.numbers()
        .forEach(
            (generator, numbering) ->
                numbering.columns().stream()
                    .filter(column -> oldNames.containsKey(column.owner()))
                    .flatMap(
                        column ->
                            following
                                .rename(generator, column.owner(), oldNames.get(column.owner()))
                                .stream())
                    .filter(rename -> renames.stream().noneMatch(other -> isTwin(other, rename)))
                    .findFirst()
                    .ifPresent(renames::add));
    return renames;
  }

  /** Whether both take one thing. */
  private static boolean isTwin(Change one, Change other) {
    return one.object().equals(other.object());
  }

  private Optional<Change> rename(QualifiedName generator, QualifiedName table, QualifiedName old) {
    if (!generator.name().startsWith(table.name())) {
      return Optional.empty();
    }
    String before = old.name() + generator.name().substring(table.name().length());
    return Stream.of(new QualifiedName(generator.schema(), before), old.named(before))
        .flatMap(name -> rename(name, generator).stream())
        .findFirst();
  }

  private Optional<Change> rename(QualifiedName from, QualifiedName to) {
    String old = from.toString();
    String now = to.toString();
    boolean given = ours.schema().sequences().contains(old) || ours.schema().tables().contains(old);
    boolean taken = renamed.sequences().contains(now) || renamed.tables().contains(now);
    if (given || taken) {
      return Optional.empty();
    }
    if (renamed.sequences().contains(old) && ours.schema().sequences().contains(now)) {
      return Optional.of(new RenameSequence(from, to));
    }
    return renamed.tables().contains(old) && ours.schema().tables().contains(now)
        ? Optional.of(new RenameTable(from, to))
        : Optional.empty();
  }
}
