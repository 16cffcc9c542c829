package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.DropEnumType;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.migration.MigrationScript;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What was there before a chain of migrations and holds rows, values or a position, followed
 * through the chain: under which name it is there afterwards, and what became of its columns. A
 * label of an enum type is known by the type's name and its own.
 */
final class Survivors {

  private final Schema start;
  private final Map<ObjectName, ObjectName> before = new TreeMap<>();
  private final Map<ObjectName, ColumnPast> columns = new TreeMap<>();
  private final Map<ObjectName, MigrationScript> gone = new TreeMap<>();
  private final List<Renamed> renamed = new ArrayList<>();
  private final Set<String> touched = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * @param what the thing that has, or is part of what has, another name since; as it was called
   *     before the chain
   */
  private record Renamed(ObjectName what, Change change) {}

  Survivors(Schema start) {
    this.start = start;
    start
        .tables()
        .forEach(
            table -> {
              keep(ObjectName.table(table.name()));
              for (Column column : table.columns()) {
                keep(ObjectName.column(table.name(), column.name()));
                columns.put(ObjectName.column(table.name(), column.name()), ColumnPast.old());
              }
            });
    start.sequences().forEach(sequence -> keep(ObjectName.sequence(sequence.name())));
    start
        .enumTypes()
        .forEach(
            type -> {
              keep(ObjectName.enumType(type.name()));
              type.labels().forEach(label -> keep(label(type.name(), label)));
            });
  }

  private void keep(ObjectName name) {
    before.put(name, name);
  }

  private static ObjectName label(QualifiedName type, String label) {
    return new ObjectName(Kind.ENUM_TYPE, type, label);
  }

  /** One step of a migration of the chain. */
  void follow(MigrationScript script, Change change) {
    touch(change);
    rename(change);
    if (change instanceof DropTable drop) {
      drop(script, name -> isOf(name, Kind.TABLE, drop.definition().name()));
    } else if (change instanceof DropColumn drop) {
      drop(script, drop.object()::equals);
    } else if (change instanceof DropSequence drop) {
      drop(script, drop.object()::equals);
    } else if (change instanceof DropEnumType drop) {
      drop(script, name -> isOf(name, Kind.ENUM_TYPE, drop.type().name()));
    } else if (change instanceof AlterEnumType alter) {
      drop(
          script,
          name ->
              isOf(name, Kind.ENUM_TYPE, alter.from().name())
                  && !name.name().isEmpty()
                  && !alter.to().labels().contains(name.name()));
    } else if (change instanceof AddColumn add) {
      if (before.containsKey(ObjectName.table(add.table()))) {
        columns.put(add.object(), ColumnPast.of(add));
      }
    } else if (change instanceof AlterColumn alter) {
      past(alter).ifPresent(past -> past.alter(alter));
    } else if (change instanceof RenameValue values) {
      past(values).ifPresent(past -> past.rename(values));
    }
  }

  private void touch(Change change) {
    if (change instanceof ColumnChange column) {
      touched.add(column.object().name());
    } else if (change instanceof CreateTable || change instanceof DropTable) {
      touched.add(change.object().owner().name());
    } else if (change instanceof RenameTable table) {
      touched.addAll(List.of(table.from().name(), table.to().name()));
    }
    if (change instanceof RenameColumn column) {
      touched.add(column.to());
    }
  }

  private Optional<ColumnPast> past(ColumnChange change) {
    return Optional.ofNullable(columns.get(change.object()));
  }

  /** A table with its columns, or an enum type with its labels. */
  private static boolean isOf(ObjectName name, Kind kind, QualifiedName owner) {
    boolean related = name.kind() == kind || kind == Kind.TABLE && name.kind() == Kind.COLUMN;
    return related && name.owner().equals(owner);
  }

  private void drop(MigrationScript script, Predicate<ObjectName> dropped) {
    before.forEach(
        (name, old) -> {
          if (dropped.test(name)) {
            gone.put(old, script);
          }
        });
    before.keySet().removeIf(dropped);
    columns.keySet().removeIf(dropped);
  }

  private void rename(Change change) {
    if (change instanceof RenameTable table) {
      note(ObjectName.table(table.from()), change);
      move(name -> isOf(name, Kind.TABLE, table.from()), name -> withOwner(name, table.to()));
    } else if (change instanceof RenameColumn column) {
      note(column.object(), change);
      move(column.object()::equals, name -> ObjectName.column(column.table(), column.to()));
    } else if (change instanceof RenameSequence sequence) {
      note(sequence.object(), change);
      move(sequence.object()::equals, name -> ObjectName.sequence(sequence.to()));
    } else if (change instanceof RenameEnumType type) {
      note(type.object(), change);
      move(name -> isOf(name, Kind.ENUM_TYPE, type.from()), name -> withOwner(name, type.to()));
    } else if (change instanceof RenameEnumLabel value) {
      note(label(value.type(), value.from()), change);
      move(label(value.type(), value.from())::equals, name -> label(value.type(), value.to()));
    } else if (change instanceof RenameConstraint || change instanceof RenameIndex) {
      note(ObjectName.table(change.object().owner()), change);
    }
  }

  /** What the chain made is made under its last name. */
  private void note(ObjectName name, Change change) {
    Optional.ofNullable(before.get(name)).ifPresent(old -> renamed.add(new Renamed(old, change)));
  }

  private static ObjectName withOwner(ObjectName name, QualifiedName owner) {
    return new ObjectName(name.kind(), owner, name.name());
  }

  private void move(Predicate<ObjectName> moved, UnaryOperator<ObjectName> to) {
    move(before, moved, to);
    move(columns, moved, to);
  }

  private static <T> void move(
      Map<ObjectName, T> map, Predicate<ObjectName> moved, UnaryOperator<ObjectName> to) {
    Map<ObjectName, T> all = new TreeMap<>();
    map.forEach((name, value) -> all.put(moved.test(name) ? to.apply(name) : name, value));
    map.clear();
    map.putAll(all);
  }

  /**
   * That no single migration could take one thing for another of the same name, and that the values
   * of rows come of single changes.
   *
   * @param end the schema after the chain
   * @throws Failure if it could
   */
  void requireTold(Schema end) {
    gone.forEach(
        (old, script) -> {
          if (isThere(old, end)) {
            throw new Failure(
                ("Revision %s drops %s, and after the chain something else has that name. One"
                        + " migration could not tell the two apart, nor their rows. Squash what"
                        + " lies up to that revision, and what lies after it.")
                    .formatted(script, old));
          }
        });
    eachColumn(
        end,
        (name, last) ->
            past(name)
                .against(last)
                .or(() -> past(name).fills().stream().flatMap(sql -> reads(sql, last)).findFirst())
                .ifPresent(
                    why -> {
                      throw new Failure(
                          ("Column %s %s within the chain: what its rows hold depends on the steps"
                                  + " between, which one migration would leave out. Squash a shorter"
                                  + " range.")
                              .formatted(name, why));
                    }));
  }

  /** What else of the chain an expression names. */
  private Stream<String> reads(String sql, Column own) {
    return Arrays.stream(sql.replaceAll("'(?:[^']|'')*'", " ").split("[^\\w$]+"))
        .filter(word -> touched.contains(word) && !word.equalsIgnoreCase(own.name()))
        .map(word -> "is filled in from \"" + word + "\", which changes as well,");
  }

  private ColumnPast past(ObjectName name) {
    return Objects.requireNonNull(columns.get(name));
  }

  /** Whether a thing that was dropped seems to be there again. */
  private boolean isThere(ObjectName old, Schema end) {
    String own = old.owner().toString();
    return switch (old.kind()) {
      case TABLE -> end.tables().contains(own);
      case SEQUENCE -> end.sequences().contains(own);
      case COLUMN ->
          now(ObjectName.table(old.owner()))
              .flatMap(table -> end.tables().find(table.owner().toString()))
              .filter(table -> table.columns().contains(old.name()))
              .isPresent();
      default ->
          old.name().isEmpty()
              ? end.enumTypes().contains(own)
              : now(ObjectName.enumType(old.owner()))
                  .flatMap(type -> end.enumTypes().find(type.owner().toString()))
                  .filter(type -> type.labels().contains(old.name()))
                  .isPresent();
    };
  }

  /** What a thing of before is called by now. */
  private Optional<ObjectName> now(ObjectName old) {
    return before.entrySet().stream()
        .filter(entry -> entry.getValue().equals(old))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The columns of tables that may hold rows, with what each is in the end. */
  private void eachColumn(Schema end, BiConsumer<ObjectName, Column> work) {
    for (ObjectName name : columns.keySet()) {
      work.accept(name, end.table(name.owner()).column(name.name()));
    }
  }

  /**
   * The renames of what survives, in an order in which each name is free.
   *
   * @throws Failure if there is none
   */
  List<Change> renames() {
    List<Change> renames = new ArrayList<>();
    Schema at = start;
    for (Renamed one : renamed) {
      if (before.containsValue(one.what())) {
        try {
          at = one.change().applyTo(at);
          renames.add(one.change());
        } catch (SchemaException taken) {
          if (!(one.change() instanceof RenameConstraint || one.change() instanceof RenameIndex)) {
            throw new Failure(
                ("The chain renames %s while it drops or renames others: %s Squash a shorter"
                        + " range.")
                    .formatted(one.what(), taken.getMessage()),
                taken);
          }
        }
      }
    }
    columns.forEach(
        (name, past) -> past.renamedValues(name.owner(), name.name()).ifPresent(renames::add));
    return renames;
  }

  /** What rows get, as {@code TABLE.COLUMN=SQL}. */
  List<String> fills(Schema end) {
    List<String> fills = new ArrayList<>();
    eachColumn(
        end,
        (name, last) ->
            past(name)
                .fill(last)
                .ifPresent(sql -> fills.add(name.owner() + "." + last.name() + "=" + sql)));
    return fills;
  }

  /** The changes as they are to run: with each column added such that rows hold what they did. */
  List<Change> staged(List<Change> changes) {
    List<Change> staged = new ArrayList<>();
    for (Change change : changes) {
      List<Change> stages =
          change instanceof AddColumn add && columns.containsKey(add.object())
              ? past(add.object()).stages(add.table(), add.column())
              : List.of();
      staged.addAll(stages.isEmpty() ? List.of(change) : stages);
    }
    return staged;
  }
}
