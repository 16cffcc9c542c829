package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ObjectChange;
import dev.autogen.change.TableChange;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Follows what entities declared through changes: what is dropped goes, what is renamed moves. */
public final class DeclaredNames implements Change.Visitor<Void> {

  private SortedMap<ObjectName, String> names;

  /**
   * @param names what entities have declared so far, with where they declare it
   */
  public DeclaredNames(Map<ObjectName, String> names) {
    this.names = new TreeMap<>(names);
  }

  void add(Declarations newly) {
    names.putAll(newly.declared());
    newly.withdrawn().forEach(names::remove);
  }

  /** What is left of it, by the names that it has now. */
  public SortedMap<ObjectName, String> toMap() {
    return names;
  }

  @Override
  public Void createSchema(ObjectChange.CreateSchema change) {
    return null;
  }

  @Override
  public Void dropSchema(ObjectChange.DropSchema change) {
    return drop(change.object());
  }

  @Override
  public Void createTable(TableChange.CreateTable change) {
    return null;
  }

  @Override
  public Void dropTable(TableChange.DropTable change) {
    names.keySet().removeIf(name -> isOn(name, change.definition().name()));
    return null;
  }

  @Override
  public Void renameTable(TableChange.RenameTable change) {
    return move(
        name ->
            isOn(name, change.from())
                ? new ObjectName(name.kind(), change.to(), name.name())
                : name);
  }

  @Override
  public Void commentTable(TableChange.CommentTable change) {
    return change.to().isEmpty() ? drop(change.object()) : null;
  }

  @Override
  public Void alterTable(TableChange.AlterTable change) {
    return null;
  }

  @Override
  public Void addColumn(ColumnChange.AddColumn change) {
    return null;
  }

  @Override
  public Void dropColumn(ColumnChange.DropColumn change) {
    names.keySet().removeIf(name -> isOf(name, change.table(), change.column().name()));
    return null;
  }

  @Override
  public Void alterColumn(ColumnChange.AlterColumn change) {
    dropFacet(change, Kind.COLUMN_DEFAULT, Column::defaultValue);
    dropFacet(change, Kind.COLUMN_IDENTITY, Column::identity);
    dropFacet(change, Kind.COLUMN_GENERATED, Column::generated);
    dropFacet(change, Kind.COLUMN_COLLATION, Column::collation);
    dropFacet(change, Kind.COLUMN_COMMENT, Column::comment);
    return null;
  }

  private void dropFacet(
      ColumnChange.AlterColumn change, Kind kind, Function<Column, Optional<?>> facet) {
    if (facet.apply(change.from()).isPresent() && facet.apply(change.to()).isEmpty()) {
      drop(new ObjectName(kind, change.table(), change.to().name()));
    }
  }

  @Override
  public Void renameColumn(ColumnChange.RenameColumn change) {
    return move(
        name ->
            isOf(name, change.table(), change.from())
                ? new ObjectName(name.kind(), change.table(), change.to())
                : name);
  }

  @Override
  public Void renameValue(ColumnChange.RenameValue change) {
    return null;
  }

  @Override
  public Void addConstraint(ConstraintChange.AddConstraint change) {
    return null;
  }

  @Override
  public Void dropConstraint(ConstraintChange.DropConstraint change) {
    return drop(change.object());
  }

  @Override
  public Void renameConstraint(ConstraintChange.RenameConstraint change) {
    return move(change.object(), ObjectName.constraint(change.table(), change.to()));
  }

  @Override
  public Void createIndex(ConstraintChange.CreateIndex change) {
    return null;
  }

  @Override
  public Void dropIndex(ConstraintChange.DropIndex change) {
    return drop(change.object());
  }

  @Override
  public Void renameIndex(ConstraintChange.RenameIndex change) {
    return move(change.object(), ObjectName.index(change.table(), change.to()));
  }

  @Override
  public Void createSequence(ObjectChange.CreateSequence change) {
    return null;
  }

  @Override
  public Void dropSequence(ObjectChange.DropSequence change) {
    names.keySet().removeIf(name -> isOptionOf(name, change.sequence().name()));
    return drop(change.object());
  }

  @Override
  public Void alterSequence(ObjectChange.AlterSequence change) {
    return null;
  }

  @Override
  public Void renameSequence(ObjectChange.RenameSequence change) {
    return move(
        name ->
            name.equals(change.object()) || isOptionOf(name, change.from())
                ? new ObjectName(name.kind(), change.to(), name.name())
                : name);
  }

  @Override
  public Void createEnumType(ObjectChange.CreateEnumType change) {
    return null;
  }

  @Override
  public Void dropEnumType(ObjectChange.DropEnumType change) {
    return drop(change.object());
  }

  @Override
  public Void alterEnumType(ObjectChange.AlterEnumType change) {
    return null;
  }

  @Override
  public Void renameEnumType(ObjectChange.RenameEnumType change) {
    return move(change.object(), ObjectName.enumType(change.to()));
  }

  @Override
  public Void renameEnumLabel(ObjectChange.RenameEnumLabel change) {
    return null;
  }

  private Void drop(ObjectName unwanted) {
    names.remove(unwanted);
    return null;
  }

  private Void move(ObjectName from, ObjectName to) {
    return move(name -> name.equals(from) ? to : name);
  }

  private Void move(UnaryOperator<ObjectName> to) {
    SortedMap<ObjectName, String> moved = new TreeMap<>();
    names.forEach((name, origin) -> moved.put(to.apply(name), origin));
    names = moved;
    return null;
  }

  private static boolean isOn(ObjectName name, QualifiedName table) {
    return name.owner().equals(table)
        && switch (name.kind()) {
          case SCHEMA, ENUM_TYPE, SEQUENCE -> false;
          default -> true;
        };
  }

  private static boolean isOptionOf(ObjectName name, QualifiedName owner) {
    return name.kind() == Kind.OPTION && name.owner().equals(owner);
  }

  private static boolean isOf(ObjectName name, QualifiedName table, String column) {
    return name.owner().equals(table)
        && name.name().equals(column)
        && (name.kind() == Kind.COLUMN || name.kind().ofColumn());
  }
}
