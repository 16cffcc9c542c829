package dev.autogen.dialect;

import dev.autogen.schema.ByName;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which things of different kinds or tables cannot have one name at once. That two tables of a
 * schema cannot, nor two indexes of a table, goes without saying.
 *
 * @param ofSchema groups of kinds of which a schema has each name once
 * @param ofTable groups of kinds of which a table has each name once
 */
public record Namespaces(List<Set<Kind>> ofSchema, List<Set<Kind>> ofTable) {

  /** Of a database of which nothing is known. */
  public static final Namespaces NONE = new Namespaces(List.of(), List.of());

  /** The kinds of things that have names. */
  public enum Kind {
    TABLE,
    SEQUENCE,
    ENUM_TYPE,
    INDEX,
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK;

    private static Kind of(Constraint constraint) {
      if (constraint instanceof PrimaryKey) {
        return PRIMARY_KEY;
      }
      if (constraint instanceof UniqueKey) {
        return UNIQUE;
      }
      return constraint instanceof ForeignKey ? FOREIGN_KEY : CHECK;
    }
  }

  /**
   * A name that one thing can have.
   *
   * @param kinds the kinds that share it
   * @param within the schema, or the table
   */
  public record Place(Set<Kind> kinds, String within, String name) {}

  public Namespaces {
    ofSchema = List.copyOf(ofSchema);
    ofTable = List.copyOf(ofTable);
  }

  /** Of a database where names are shared within schemas alone. */
  public static Namespaces ofSchemas(List<Set<Kind>> groups) {
    return new Namespaces(groups, List.of());
  }

  /** What takes which place in a schema, of that which is not the very same in an earlier one. */
  public Map<Place, ObjectName> taken(Schema schema, Schema earlier) {
    Map<Place, ObjectName> taken = new HashMap<>();
    for (Table table : others(schema.tables(), earlier.tables(), it -> it.name().toString())) {
      ObjectName name = ObjectName.table(table.name());
      take(taken, Kind.TABLE, name, table.name().name());
      for (Index index : table.indexes()) {
        take(taken, Kind.INDEX, ObjectName.index(table.name(), index.name()), index.name());
      }
      for (Constraint constraint : table.constraints()) {
        ObjectName thing = ObjectName.constraint(table.name(), constraint.name());
        take(taken, Kind.of(constraint), thing, constraint.name());
      }
    }
    for (Sequence it :
        others(schema.sequences(), earlier.sequences(), one -> one.name().toString())) {
      take(taken, Kind.SEQUENCE, ObjectName.sequence(it.name()), it.name().name());
    }
    for (EnumType it :
        others(schema.enumTypes(), earlier.enumTypes(), one -> one.name().toString())) {
      take(taken, Kind.ENUM_TYPE, ObjectName.enumType(it.name()), it.name().name());
    }
    return taken;
  }

  private static <T> List<T> others(ByName<T> now, ByName<T> before, Function<T, String> name) {
    return now.stream()
        .filter(thing -> before.find(name.apply(thing)).filter(same -> same == thing).isEmpty())
        .toList();
  }

  private void take(Map<Place, ObjectName> taken, Kind kind, ObjectName thing, String name) {
    for (Set<Kind> group : ofSchema) {
      if (group.contains(kind)) {
        taken.putIfAbsent(new Place(group, thing.owner().schema(), name), thing);
      }
    }
    for (Set<Kind> group : ofTable) {
      if (group.contains(kind)) {
        taken.putIfAbsent(new Place(group, thing.owner().toString(), name), thing);
      }
    }
  }
}
