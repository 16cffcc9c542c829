package dev.autogen.plan;

import dev.autogen.change.TableChange;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.NotCompared;
import dev.autogen.inspect.UnmodelledSource.Unmodelled;
import dev.autogen.schema.ObjectName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the entities and a database have come to.
 *
 * @param ours what the entities declare, in the database's names
 * @param plan what leads from the database to the entities
 * @param notCompared what could not be told, and is not part of the plan
 * @param declared what the entities newly declare, with its origin: for the migration to record
 * @param withdrawn what they declared before and declare no longer: for the migration to record
 */
public record Comparison(
    Declaration ours,
    Plan plan,
    List<NotCompared> notCompared,
    SortedMap<ObjectName, String> declared,
    SortedSet<ObjectName> withdrawn) {

  public Comparison {
    notCompared = List.copyOf(notCompared);
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    withdrawn = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawn));
  }

  /** The statements that put the first rows into the tables that the plan creates. */
  public List<String> seeds() {
    return plan.upgrade()
        .of(TableChange.CreateTable.class)
        .flatMap(
            create -> ours.seeds().getOrDefault(create.definition().name(), List.of()).stream())
        .toList();
  }

  /** The same, with what goes for good with that which is dropped. */
  Comparison withLost(List<Unmodelled> unmodelled) {
    return new Comparison(ours, plan.withLost(unmodelled), notCompared, declared, withdrawn);
  }

  /** Whether there is nothing to do, and nothing that could not be told. */
  public boolean isInStep() {
    return plan.isEmpty() && notCompared.isEmpty();
  }
}
