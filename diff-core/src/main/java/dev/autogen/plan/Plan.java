package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ObjectChange.DropEnumType;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.inspect.StructType;
import dev.autogen.inspect.UnmodelledSource.Unmodelled;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be done, twice: as a person sees it, and step by step.
 *
 * @param from the schema before
 * @param to the schema after
 * @param changes what changes, one entry for each thing: what a report shows
 * @param upgrade the same, taken apart and put in order: what runs
 * @param unmanaged what the database has and no entity ever declared
 * @param lost what goes with that which is dropped and that the model does not hold: rows are
 *     another matter
 * @param structs the composite types that must be there before anything else
 */
public record Plan(
    Schema from,
    Schema to,
    List<Change> changes,
    ChangeSet upgrade,
    Set<ObjectName> unmanaged,
    List<Unmodelled> lost,
    List<StructType> structs) {

  private static final Set<Kind> WITHOUT_TABLE = Set.of(Kind.SEQUENCE, Kind.ENUM_TYPE);

  public Plan {
    changes = List.copyOf(changes);
    unmanaged = Set.copyOf(unmanaged);
    lost = List.copyOf(lost);
    structs = List.copyOf(structs);
  }

  /** A plan of which nothing is known to go for good. */
  public Plan(
      Schema from, Schema to, List<Change> changes, ChangeSet upgrade, Set<ObjectName> unmanaged) {
    this(from, to, changes, upgrade, unmanaged, List.of());
  }

  /** A plan that needs no types. */
  public Plan(
      Schema from,
      Schema to,
      List<Change> changes,
      ChangeSet upgrade,
      Set<ObjectName> unmanaged,
      List<Unmodelled> lost) {
    this(from, to, changes, upgrade, unmanaged, lost, List.of());
  }

  /** Whether anything goes that something unknown could go with. */
  boolean drops() {
    return upgrade.changes().stream().anyMatch(Plan::isDrop);
  }

  /** The same plan, and of what the database knows besides that which goes with it. */
  Plan withLost(List<Unmodelled> unmodelled) {
    List<Unmodelled> going =
        unmodelled.stream()
            .filter(
                one ->
                    upgrade.changes().stream()
                        .filter(Plan::isDrop)
                        .anyMatch(drop -> takes(drop, one.object())))
            .toList();
    return new Plan(from, to, changes, upgrade, unmanaged, going, structs);
  }

  /** The same plan for a database that lacks composite types. */
  Plan withStructs(List<StructType> missing) {
    return new Plan(from, to, changes, upgrade, unmanaged, lost, missing);
  }

  /**
   * The same steps, some of which a person need not see: what two things that come together make
   * one to the database, such as an index that waits for a foreign key.
   */
  Plan without(List<Change> unseen) {
    return new Plan(
        from,
        to,
        changes.stream().filter(change -> !unseen.contains(change)).toList(),
        upgrade,
        unmanaged,
        lost,
        structs);
  }

  private static boolean isDrop(Change change) {
    return change instanceof DropTable
        || change instanceof DropColumn
        || change instanceof DropConstraint
        || change instanceof DropIndex
        || change instanceof DropSequence
        || change instanceof DropEnumType;
  }

  private static boolean takes(Change drop, ObjectName object) {
    return drop instanceof DropTable table
        ? !WITHOUT_TABLE.contains(object.kind()) && object.owner().equals(table.definition().name())
        : drop.object().equals(object);
  }

  /** Statements that come before it, and make what the model does not hold. */
  public List<String> preparing() {
    return structs.stream().flatMap(type -> type.create().stream()).toList();
  }

  /**
   * Statements that follow what undoes it: they give back what the model does not hold, and take
   * away what {@link #preparing} made.
   */
  public List<String> restoring() {
    List<StructType> last = new ArrayList<>(structs);
    Collections.reverse(last);
    return Stream.concat(
            lost.stream().map(Unmodelled::restoring).flatMap(Optional::stream).distinct(),
            last.stream().flatMap(type -> type.drop().stream()))
        .toList();
  }

  /** What undoes it, step by step. */
  public ChangeSet downgrade() {
    return upgrade.reverse();
  }

  public boolean isEmpty() {
    return upgrade.isEmpty();
  }
}
