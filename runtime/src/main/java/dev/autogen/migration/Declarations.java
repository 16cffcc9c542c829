package dev.autogen.migration;

import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the entities newly declare at a revision, and what they no longer declare.
 *
 * <p>Each object has an origin, the class or attribute that declares it. {@link DeclaredTable}
 * knows the usual origins, so that a migration lists most columns by name alone; {@link Origins}
 * says which those are.
 */
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

  /** A table, declared by {@code origin}; the calls that follow name what is on it. */
  public DeclaredTable table(String name, String origin) {
    QualifiedName table = Names.parse(name);
    declare(ObjectName.table(table), origin);
    return new DeclaredTable(this, table, origin);
  }

  /** More on a table that was declared before; {@code origin} is what declared it. */
  public DeclaredTable on(String table, String origin) {
    return new DeclaredTable(this, Names.parse(table), origin);
  }

  /** What is no longer declared, though it stays: a table or parts of it. */
  public WithdrawnTable withdrawn(String table) {
    return new WithdrawnTable(this, Names.parse(table));
  }

  /** A sequence. */
  public Declarations sequence(String name, String origin) {
    return declare(ObjectName.sequence(Names.parse(name)), origin);
  }

  /** An enum type. */
  public Declarations enumType(String name, String origin) {
    return declare(ObjectName.enumType(Names.parse(name)), origin);
  }

  /** A schema. */
  public Declarations schema(String name, String origin) {
    return declare(ObjectName.schema(name), origin);
  }

  /** Sequences no longer declared, though they stay. */
  public Declarations withdrawnSequences(String... names) {
    for (String name : names) {
      withdraw(ObjectName.sequence(Names.parse(name)));
    }
    return this;
  }

  /** Enum types no longer declared, though they stay. */
  public Declarations withdrawnEnumTypes(String... names) {
    for (String name : names) {
      withdraw(ObjectName.enumType(Names.parse(name)));
    }
    return this;
  }

  /** Schemas no longer declared, though they stay. */
  public Declarations withdrawnSchemas(String... names) {
    for (String name : names) {
      withdraw(ObjectName.schema(name));
    }
    return this;
  }

  /** Any object, declared by {@code origin}. */
  public Declarations declare(ObjectName object, String origin) {
    declared.put(object, origin);
    return this;
  }

  /** Any object that is no longer declared, though it stays. */
  public Declarations withdraw(ObjectName object) {
    withdrawn.add(object);
    return this;
  }
}
