package dev.autogen.change;

import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Changes in the order in which they are to be made. */
public record ChangeSet(List<Change> changes) {

  public static final ChangeSet EMPTY = new ChangeSet(List.of());

  public ChangeSet {
    changes = List.copyOf(changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The changes of one kind: what rules and reports ask for. */
  public <C extends Change> Stream<C> of(Class<C> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** What undoes all of them, last first. */
  public ChangeSet reverse() {
    List<Change> undone = new ArrayList<>(changes.stream().map(Change::reverse).toList());
    Collections.reverse(undone);
    return new ChangeSet(undone);
  }

  /**
   * The schema after all of them.
   *
   * @throws dev.autogen.schema.SchemaException where a database would refuse one
   */
  public Schema applyTo(Schema schema) {
    Schema result = schema;
    for (Change change : changes) {
      result = change.applyTo(result);
    }
    return result;
  }
}
