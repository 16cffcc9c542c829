package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What things are called after renames. */
final class RenamedNames {

  private RenamedNames() {}

  static SortedSet<ObjectName> after(Set<ObjectName> names, List<Change> renames) {
    SortedSet<ObjectName> result = new TreeSet<>(names);
    for (Change rename : renames) {
      UnaryOperator<ObjectName> renaming = renaming(rename);
      result = new TreeSet<>(result.stream().map(renaming).toList());
    }
    return result;
  }

  private static UnaryOperator<ObjectName> renaming(Change change) {
    if (change instanceof RenameTable rename) {
      return name ->
          name.owner().equals(rename.from()) && ofTable(name.kind())
              ? new ObjectName(name.kind(), rename.to(), name.name())
              : name;
    }
    if (change instanceof RenameColumn rename) {
      return name ->
          name.owner().equals(rename.table())
                  && name.name().equals(rename.from())
                  && (name.kind() == Kind.COLUMN || name.kind().ofColumn())
              ? new ObjectName(name.kind(), name.owner(), rename.to())
              : name;
    }
    if (change instanceof RenameConstraint rename) {
      return exactly(
          ObjectName.constraint(rename.table(), rename.from()),
          ObjectName.constraint(rename.table(), rename.to()));
    }
    if (change instanceof RenameIndex rename) {
      return exactly(
          ObjectName.index(rename.table(), rename.from()),
          ObjectName.index(rename.table(), rename.to()));
    }
    if (change instanceof RenameSequence rename) {
      return exactly(ObjectName.sequence(rename.from()), ObjectName.sequence(rename.to()));
    }
    if (change instanceof RenameEnumType rename) {
      return exactly(ObjectName.enumType(rename.from()), ObjectName.enumType(rename.to()));
    }
    return name -> name;
  }

  private static boolean ofTable(Kind kind) {
    return kind != Kind.SCHEMA && kind != Kind.SEQUENCE && kind != Kind.ENUM_TYPE;
  }

  private static UnaryOperator<ObjectName> exactly(ObjectName from, ObjectName to) {
    return name -> name.equals(from) ? to : name;
  }
}
