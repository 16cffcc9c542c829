package dev.autogen.migration;

import dev.autogen.schema.ObjectName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the entities newly declare at a revision, and what they no longer declare. */
public final class Declarations {

  private final SortedMap<ObjectName, String> declared = new TreeMap<>();
  private final SortedSet<ObjectName> withdrawn = new TreeSet<>();

  /** Each object newly declared, with the class or attribute that declares it. */
  public SortedMap<ObjectName, String> declared() {
    return Collections.unmodifiableSortedMap(declared);
  }

  /** Objects that were declared before, are so no longer, and are not dropped by the migration. */
  public SortedSet<ObjectName> withdrawn() {
    return Collections.unmodifiableSortedSet(withdrawn);
  }
}
