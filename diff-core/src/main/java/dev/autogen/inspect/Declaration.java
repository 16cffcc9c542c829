package dev.autogen.inspect;

import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param entityCount how many entity classes were read
 * @param hibernateVersion the version of Hibernate that read the mapping
 */
public record Declaration(
    Schema schema,
    SortedMap<ObjectName, String> origins,
    Set<ObjectName> implicitNames,
    SortedMap<QualifiedName, List<String>> seeds,
    int entityCount,
    String hibernateVersion) {

  public Declaration {
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    implicitNames = Set.copyOf(implicitNames);
    seeds = Collections.unmodifiableSortedMap(new TreeMap<>(seeds));
  }

  public Declaration withSchema(Schema newSchema) {
    return new Declaration(newSchema, origins, implicitNames, seeds, entityCount, hibernateVersion);
  }
}
