package dev.autogen.plan;

import dev.autogen.inspect.NotCompared;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Words that a mapping says of an index or key and that have no place in the model. They are told
 * of while the thing is to be made, which happens without them. Of one that is there nobody can say
 * whether it was made with them.
 */
final class UnreadWords {

  private UnreadWords() {}

  /**
   * @param ours what is declared and compared; words about other tables are not told
   */
  static List<NotCompared> of(SortedMap<ObjectName, String> unread, Schema ours, Schema theirs) {
    return unread.entrySet().stream()
        .filter(entry -> ours.tables().contains(entry.getKey().owner().toString()))
        .filter(entry -> !isThere(entry.getKey(), theirs))
        .map(
            entry ->
                new NotCompared(
                    entry.getKey(),
                    "its option \"%s\" is not read, so it is made without it: add what is missing"
                            .formatted(entry.getValue())
                        + " with op.execute(\"...\")"))
        .toList();
  }

  private static boolean isThere(ObjectName name, Schema theirs) {
    Optional<Table> table = theirs.tables().find(name.owner().toString());
    return table.isPresent()
        && (name.name().isEmpty()
            || table.get().indexes().contains(name.name())
            || table.get().constraints().contains(name.name()));
  }
}
