package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Renames in a circle, such as of two columns that change names with each other: none of them can
 * come first, until one thing has stepped aside under a name that nothing else has.
 */
final class NameCycles {

  private static final int LONGEST = 40;

  /** A thing under a name for the time being. */
  record Aside(String from, String to, Change change) {}

  private NameCycles() {}

  /** A key of a circle, if there is one among these: old names and what each is to become. */
  static Optional<String> in(List<Map.Entry<String, String>> renames) {
    for (Map.Entry<String, String> start : renames) {
      Set<String> seen = new HashSet<>();
      Optional<Map.Entry<String, String>> at = Optional.of(start);
      while (at.isPresent() && seen.add(at.get().getKey())) {
        String next = full(at.get());
        if (next.equals(start.getKey())) {
          return Optional.of(start.getKey());
        }
        at = renames.stream().filter(other -> other.getKey().equals(next)).findFirst();
      }
    }
    return Optional.empty();
  }

  /** The new name with the owner that the old one states. */
  private static String full(Map.Entry<String, String> rename) {
    String from = rename.getKey();
    String to = rename.getValue();
    return to.indexOf('.') < 0 ? from.substring(0, from.lastIndexOf('.') + 1) + to : to;
  }

  /** The thing of that name under one that is free: empty if there is no such thing. */
  static Optional<Aside> aside(String name, Schema database) {
    String to = free(last(name), database);
    return change(name, to, database)
        .map(change -> new Aside(name, name.substring(0, name.lastIndexOf('.') + 1) + to, change));
  }

  private static Optional<Change> change(String name, String to, Schema database) {
    QualifiedName from = QualifiedName.parse(name);
    QualifiedName beside = new QualifiedName(from.schema(), to);
    if (database.tables().contains(name)) {
      return Optional.of(new RenameTable(from, beside));
    }
    if (database.sequences().contains(name)) {
      return Optional.of(new RenameSequence(from, beside));
    }
    if (database.enumTypes().contains(name)) {
      return Optional.of(new RenameEnumType(from, beside));
    }
    return database.tables().stream()
        .flatMap(table -> part(table, name, to).stream())
        .findFirst()
        .or(() -> label(name, to, database));
  }

  private static Optional<Change> label(String name, String to, Schema database) {
    return EnumLabels.type(name, database)
        .map(type -> new RenameEnumLabel(type.name(), last(name), to));
  }

  private static Optional<Change> part(Table table, String name, String to) {
    String own = last(name);
    boolean ofTable = name.equals(table.name() + "." + own);
    if (ofTable && table.columns().contains(own)) {
      return Optional.of(new RenameColumn(table.name(), own, to));
    }
    if ((ofTable || name.equals(own)) && table.constraints().contains(own)) {
      return Optional.of(new RenameConstraint(table.name(), own, to));
    }
    return (ofTable || name.equals(own)) && table.indexes().contains(own)
        ? Optional.of(new RenameIndex(table.name(), own, to))
        : Optional.empty();
  }

  private static String free(String name, Schema database) {
    Set<String> taken = new HashSet<>();
    database.sequences().forEach(sequence -> taken.add(sequence.name().name()));
    for (EnumType type : database.enumTypes()) {
      taken.add(type.name().name());
      taken.addAll(type.labels());
    }
    for (Table table : database.tables()) {
      taken.add(table.name().name());
      table.columns().forEach(column -> taken.add(column.name()));
      table.constraints().forEach(constraint -> taken.add(constraint.name()));
      table.indexes().forEach(index -> taken.add(index.name()));
    }
    String start = name.substring(0, Math.min(LONGEST, name.length())) + "_aside";
    List<String> tried = new ArrayList<>(List.of(start));
    while (taken.contains(tried.get(tried.size() - 1))) {
      tried.add(start + tried.size());
    }
    return tried.get(tried.size() - 1);
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
