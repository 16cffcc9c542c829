package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ObjectChange;
import dev.autogen.change.TableChange;
import dev.autogen.schema.ByName;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds what must change for one schema to become another, by name and plain equality.
 *
 * <p>It guesses no renames: what has another name is another thing, unless a {@link RenamePolicy}
 * has been carried out on {@code from} before. It puts nothing in order; that is the planner's.
 */
public final class SchemaDiff {

  private final Schema from;
  private final Schema to;
  private final List<Change> changes = new ArrayList<>();

  private SchemaDiff(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  /** The changes that lead from one schema to the other, in the order in which they were found. */
  public static List<Change> between(Schema from, Schema to) {
    SchemaDiff diff = new SchemaDiff(from, to);
    diff.namespaces();
    diff.sequences();
    diff.enumTypes();
    diff.tables();
    return List.copyOf(diff.changes);
  }

  private void namespaces() {
    to.namespaces().stream()
        .filter(name -> !from.namespaces().contains(name))
        .forEach(name -> changes.add(new ObjectChange.CreateSchema(name)));
    from.namespaces().stream()
        .filter(name -> !to.namespaces().contains(name))
        .forEach(name -> changes.add(new ObjectChange.DropSchema(name)));
  }

  private void sequences() {
    match(
        from.sequences(),
        to.sequences(),
        dropped -> changes.add(new ObjectChange.DropSequence(dropped)),
        added -> changes.add(new ObjectChange.CreateSequence(added)),
        (before, after) -> changes.add(new ObjectChange.AlterSequence(before, after)));
  }

  private void enumTypes() {
    match(
        from.enumTypes(),
        to.enumTypes(),
        dropped -> changes.add(new ObjectChange.DropEnumType(dropped)),
        added -> changes.add(new ObjectChange.CreateEnumType(added)),
        (before, after) ->
            changes.add(new ObjectChange.AlterEnumType(before, after, uses(before))));
  }

  /**
   * The columns that have the type now: they are converted before anything else is done but the
   * dropping of tables.
   */
  private List<ObjectChange.AlterEnumType.Use> uses(EnumType type) {
    List<ObjectChange.AlterEnumType.Use> uses = new ArrayList<>();
    for (Table table : from.tables()) {
      for (Column column : table.columns()) {
        if (to.tables().contains(table.name().toString()) && isOf(type, column)) {
          uses.add(new ObjectChange.AlterEnumType.Use(table.name(), column));
        }
      }
    }
    uses.sort(Comparator.comparing(ObjectChange.AlterEnumType.Use::table));
    return uses;
  }

  private static boolean isOf(EnumType type, Column column) {
    String sql = column.type().sql().replace("\"", "");
    String name = type.name().toString();
    return sql.equals(name.replace("\"", "")) || sql.equals(name.replace("\"", "") + "[]");
  }

  private void tables() {
    match(
        from.tables(),
        to.tables(),
        dropped -> changes.add(new TableChange.DropTable(dropped)),
        added -> changes.add(new TableChange.CreateTable(added)),
        this::table);
  }

  private void table(Table before, Table after) {
    if (!before.comment().equals(after.comment())) {
      changes.add(new TableChange.CommentTable(before.name(), before.comment(), after.comment()));
    }
    if (!before.options().equals(after.options())) {
      changes.add(new TableChange.AlterTable(before.name(), before.options(), after.options()));
    }
    match(
        before.columns(),
        after.columns(),
        dropped -> changes.add(new ColumnChange.DropColumn(before.name(), dropped)),
        added -> changes.add(new ColumnChange.AddColumn(before.name(), added)),
        (old, now) -> changes.add(new ColumnChange.AlterColumn(before.name(), old, now)));
    match(
        before.constraints(),
        after.constraints(),
        dropped -> changes.add(new ConstraintChange.DropConstraint(before.name(), dropped)),
        added -> changes.add(new ConstraintChange.AddConstraint(before.name(), added)),
        (old, now) -> {
          changes.add(new ConstraintChange.DropConstraint(before.name(), old));
          changes.add(new ConstraintChange.AddConstraint(before.name(), now));
        });
    match(
        before.indexes(),
        after.indexes(),
        dropped -> changes.add(new ConstraintChange.DropIndex(before.name(), dropped)),
        added -> changes.add(new ConstraintChange.CreateIndex(before.name(), added)),
        (old, now) -> {
          changes.add(new ConstraintChange.DropIndex(before.name(), old));
          changes.add(new ConstraintChange.CreateIndex(before.name(), now));
        });
  }

  private static <T> void match(
      ByName<T> from,
      ByName<T> to,
      Consumer<T> dropped,
      Consumer<T> added,
      BiConsumer<T, T> changed) {
    for (String name : from.names()) {
      T before = from.find(name).orElseThrow();
      to.find(name)
          .ifPresentOrElse(
              after -> {
                if (!before.equals(after)) {
                  changed.accept(before, after);
                }
              },
              () -> dropped.accept(before));
    }
    for (String name : to.names()) {
      if (!from.contains(name)) {
        added.accept(to.find(name).orElseThrow());
      }
    }
  }
}
