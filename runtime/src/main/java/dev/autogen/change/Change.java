package dev.autogen.change;

import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;

/**
 * One step from one schema towards another.
 *
 * <p>A change carries both sides of what it does, so it can always be reversed, described and
 * replayed in memory without asking a database. The whole vocabulary is the list of {@link
 * Visitor}'s methods.
 */
public sealed interface Change permits TableChange, ColumnChange, ConstraintChange, ObjectChange {

  /** The thing it is about, by the name that it has before the change. */
  ObjectName object();

  /** The change that undoes this one. Rows that it destroys stay destroyed. */
  Change reverse();

  /**
   * The schema after this change.
   *
   * @throws dev.autogen.schema.SchemaException where a database would refuse it
   */
  Schema applyTo(Schema schema);

  /** The change in words. */
  Description describe();

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of change, so that a new kind does not compile until all know it. */
  interface Visitor<R> {
    R createSchema(ObjectChange.CreateSchema change);

    R dropSchema(ObjectChange.DropSchema change);

    R createTable(TableChange.CreateTable change);

    R dropTable(TableChange.DropTable change);

    R renameTable(TableChange.RenameTable change);

    R commentTable(TableChange.CommentTable change);

    R alterTable(TableChange.AlterTable change);

    R addColumn(ColumnChange.AddColumn change);

    R dropColumn(ColumnChange.DropColumn change);

    R alterColumn(ColumnChange.AlterColumn change);

    R renameColumn(ColumnChange.RenameColumn change);

    R renameValue(ColumnChange.RenameValue change);

    R addConstraint(ConstraintChange.AddConstraint change);

    R dropConstraint(ConstraintChange.DropConstraint change);

    R renameConstraint(ConstraintChange.RenameConstraint change);

    R createIndex(ConstraintChange.CreateIndex change);

    R dropIndex(ConstraintChange.DropIndex change);

    R renameIndex(ConstraintChange.RenameIndex change);

    R createSequence(ObjectChange.CreateSequence change);

    R dropSequence(ObjectChange.DropSequence change);

    R alterSequence(ObjectChange.AlterSequence change);

    R renameSequence(ObjectChange.RenameSequence change);

    R createEnumType(ObjectChange.CreateEnumType change);

    R dropEnumType(ObjectChange.DropEnumType change);

    R alterEnumType(ObjectChange.AlterEnumType change);

    R renameEnumType(ObjectChange.RenameEnumType change);

    R renameEnumLabel(ObjectChange.RenameEnumLabel change);
  }
}
