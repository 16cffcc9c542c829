package dev.autogen.fuzz;

import dev.autogen.change.Change;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which things two models do not have alike: found without the comparison under test. */
final class Delta {

  private Delta() {}

  /** What a report must name, and nothing else: for a table that only one side has, the table. */
  static SortedSet<ObjectName> between(Schema from, Schema to) {
    SortedSet<ObjectName> different = new TreeSet<>();
    Map<ObjectName, Object> before = things(from);
    Map<ObjectName, Object> after = things(to);
    SortedSet<ObjectName> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (ObjectName name : all) {
      boolean same =
          Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(after.get(name)));
      ObjectName table = ObjectName.table(name.owner());
      boolean within =
          all.contains(table)
              && !name.equals(table)
              && before.containsKey(table) != after.containsKey(table);
      if (!same && !within) {
        different.add(name);
      }
    }
    return different;
  }

  private static SortedMap<ObjectName, Object> things(Schema schema) {
    SortedMap<ObjectName, Object> things = new TreeMap<>();
    schema.namespaces().forEach(name -> things.put(ObjectName.schema(name), name));
    schema.sequences().forEach(s -> things.put(ObjectName.sequence(s.name()), s));
    schema.enumTypes().forEach(type -> things.put(ObjectName.enumType(type.name()), type));
    for (Table table : schema.tables()) {
      things.put(ObjectName.table(table.name()), true);
      things.put(new ObjectName(Kind.TABLE_COMMENT, table.name(), ""), table.comment());
      for (Column column : table.columns()) {
        things.put(ObjectName.column(table.name(), column.name()), column);
      }
      table
          .constraints()
          .forEach(k -> things.put(ObjectName.constraint(table.name(), k.name()), k));
      table.indexes().forEach(i -> things.put(ObjectName.index(table.name(), i.name()), i));
    }
    return things;
  }

  /** What a list of changes is about; a key that takes another name was one and is another. */
  static SortedSet<ObjectName> of(List<Change> changes) {
    SortedSet<ObjectName> names = new TreeSet<>();
    for (Change change : changes) {
      names.add(change.object());
      if (change instanceof RenameConstraint rename) {
        names.add(ObjectName.constraint(rename.table(), rename.to()));
      }
    }
    return names;
  }
}
