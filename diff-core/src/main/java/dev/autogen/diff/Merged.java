package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.inspect.Declaration;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the three sides come to.
 *
 * @param ours the declaration, with the names that things nobody named have in the database
 * @param renames what is kept under another name, to be done first
 * @param renamed the database's schema after the renames
 * @param target what the database is to become
 * @param unmanaged what the database has and no entity ever declared, and what therefore stays
 */
public record Merged(
    Declaration ours,
    List<Change> renames,
    Schema renamed,
    Schema target,
    SortedSet<ObjectName> unmanaged) {

  public Merged {
    renames = List.copyOf(renames);
    unmanaged = Collections.unmodifiableSortedSet(new TreeSet<>(unmanaged));
  }
}
