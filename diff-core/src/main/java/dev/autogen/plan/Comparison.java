package dev.autogen.plan;

import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.NotCompared;
import dev.autogen.inspect.StructType;
import dev.autogen.inspect.UnmodelledSource.Unmodelled;
import dev.autogen.schema.ObjectName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the entities and a database have come to.
 *
 * @param ours what the entities declare, in the database's names
 * @param plan what leads from the database to the entities
 * @param notCompared what could not be told, and is not part of the plan
 * @param declared what the entities newly declare, with its origin: for the migration to record
 * @param withdrawn what they declared before and declare no longer: for the migration to record
 * @param seeds the statements that put the first rows into the tables that the plan creates, and
 *     have new sequences go on above the rows that are there: they follow the changes forth
 * @param seedsBack the same for what comes back: they follow the changes back
 */
public record Comparison(
    Declaration ours,
    Plan plan,
    List<NotCompared> notCompared,
    SortedMap<ObjectName, String> declared,
    SortedSet<ObjectName> withdrawn,
    List<String> seeds,
    List<String> seedsBack) {

  public Comparison {
    notCompared = List.copyOf(notCompared);
    seeds = List.copyOf(seeds);
    seedsBack = List.copyOf(seedsBack);
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    withdrawn = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawn));
  }

  /** The same, with what goes for good with that which is dropped. */
  Comparison withLost(List<Unmodelled> unmodelled) {
    return new Comparison(
        ours, plan.withLost(unmodelled), notCompared, declared, withdrawn, seeds, seedsBack);
  }

  /** Statements that follow the changes back: what the model does not hold. */
  public List<String> restoring() {
    return Stream.concat(plan.restoring().stream(), seedsBack.stream()).toList();
  }

  /** The same for a database that lacks composite types. */
  Comparison withStructs(List<StructType> missing) {
    return missing.isEmpty()
        ? this
        : new Comparison(
            ours, plan.withStructs(missing), notCompared, declared, withdrawn, seeds, seedsBack);
  }

  /** Whether there is nothing to do, and nothing that could not be told. */
  public boolean isInStep() {
    return plan.isEmpty() && notCompared.isEmpty();
  }
}
