package dev.autogen.inspect;

import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the entities declare.
 *
 * @param schema the schema, in canonical spelling
 * @param origins for each declared object, and each declared property of a column ({@link
 *     ObjectName.Kind#COLUMN_DEFAULT} and so on), the entity or attribute path that declares it:
 *     {@code com.shop.User} for a table, {@code User.address.street} for what lies in it
 * @param implicitNames the constraints and indexes whose names nobody stated: they are recognised
 *     by what they are, whatever they are called
 * @param seeds for tables that must not be empty when they are new, such as those that number rows:
 *     the statements that put the first rows in
 * @param numbers for each sequence, and each table in a sequence's place, the columns that it
 *     numbers
 * @param structs the composite types, those first that others are made of
 * @param unread words about indexes and keys that have no place in the schema
 * @param entityCount how many entity classes were read
 * @param hibernateVersion the version of Hibernate that read the mapping
 */
public record Declaration(
    Schema schema,
    SortedMap<ObjectName, String> origins,
    Set<ObjectName> implicitNames,
    SortedMap<QualifiedName, List<String>> seeds,
    SortedMap<QualifiedName, Numbering> numbers,
    List<StructType> structs,
    SortedMap<ObjectName, String> unread,
    int entityCount,
    String hibernateVersion) {

  public Declaration {
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    implicitNames = Set.copyOf(implicitNames);
    structs = List.copyOf(structs);
    unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    seeds = Collections.unmodifiableSortedMap(new TreeMap<>(seeds));
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
  }

  /**
   * Columns that get their values from one sequence.
   *
   * @param increment how many values an application takes at once: it may use those below the one
   *     that it was given
   */
  public record Numbering(long increment, Set<ObjectName> columns) {
    public Numbering {
      columns = Collections.unmodifiableSet(new TreeSet<>(columns));
    }

    /** Both: of a sequence that several entities share. */
    public Numbering with(Numbering other) {
      Set<ObjectName> all = new TreeSet<>(columns);
      all.addAll(other.columns);
      return new Numbering(Math.max(increment, other.increment), all);
    }
  }

  /** One without composite types, of which all is read. */
  public Declaration(
      Schema schema,
      SortedMap<ObjectName, String> origins,
      Set<ObjectName> implicitNames,
      SortedMap<QualifiedName, List<String>> seeds,
      SortedMap<QualifiedName, Numbering> numbers,
      int entityCount,
      String hibernateVersion) {
    this(
        schema,
        origins,
        implicitNames,
        seeds,
        numbers,
        List.of(),
        new TreeMap<>(),
        entityCount,
        hibernateVersion);
  }

  /** The same, of which nothing is known to be numbered. */
  public Declaration(
      Schema schema,
      SortedMap<ObjectName, String> origins,
      Set<ObjectName> implicitNames,
      SortedMap<QualifiedName, List<String>> seeds,
      int entityCount,
      String hibernateVersion) {
    this(schema, origins, implicitNames, seeds, new TreeMap<>(), entityCount, hibernateVersion);
  }

  public Declaration withSchema(Schema newSchema) {
    return new Declaration(
        newSchema,
        origins,
        implicitNames,
        seeds,
        numbers,
        structs,
        unread,
        entityCount,
        hibernateVersion);
  }
}
