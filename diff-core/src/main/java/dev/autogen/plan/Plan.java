package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Set;

/**
 * What is to be done, twice: as a person sees it, and step by step.
 *
 * @param from the schema before
 * @param to the schema after
 * @param changes what changes, one entry for each thing: what a report shows
 * @param upgrade the same, taken apart and put in order: what runs
 * @param unmanaged what the database has and no entity ever declared
 */
public record Plan(
    Schema from, Schema to, List<Change> changes, ChangeSet upgrade, Set<ObjectName> unmanaged) {

  public Plan {
    changes = List.copyOf(changes);
    unmanaged = Set.copyOf(unmanaged);
  }

  /** What undoes it, step by step. */
  public ChangeSet downgrade() {
    return upgrade.reverse();
  }

  public boolean isEmpty() {
    return upgrade.isEmpty();
  }
}
