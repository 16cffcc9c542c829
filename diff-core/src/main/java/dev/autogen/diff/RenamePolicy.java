package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.schema.Schema;
import java.util.List;

/** Decides what is a rename. Renames are never guessed: someone says so, or there are none. */
@FunctionalInterface
public interface RenamePolicy {

  /** What has another name is another thing. */
  RenamePolicy NEVER = (database, declared) -> List.of();

  /**
   * The renames to carry out on the database's schema before the rest is compared, in order.
   *
   * @throws RenameHintException if what was asked for cannot be
   */
  List<Change> renames(Schema database, Schema declared);
}
