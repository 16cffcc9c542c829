package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ObjectChange;
import dev.autogen.change.TableChange;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;

/**
 * When a kind of change has its turn. Foreign keys go first and come last, so that there is no
 * graph of tables to sort and a cycle of references is not a special case. Computed columns are
 * there only while the columns that they are computed from are at rest.
 */
enum Phase {
  CREATE_SCHEMAS,
  RENAME,
  DROP_FOREIGN_KEYS,
  DROP_CONSTRAINTS_AND_INDEXES,
  DROP_TABLES,
  DROP_COMPUTED_COLUMNS,
  CREATE_SEQUENCES_AND_TYPES,
  CREATE_TABLES,
  ALTER_TABLES,
  ADD_COLUMNS,
  ALTER_COLUMNS,
  ADD_COMPUTED_COLUMNS,
  DROP_COLUMNS,
  DROP_SEQUENCES_AND_TYPES,
  ADD_CONSTRAINTS_AND_INDEXES,
  ADD_FOREIGN_KEYS,
  COMMENT,
  DROP_SCHEMAS;

  static Phase of(Change change) {
    return change.accept(OF);
  }

  private static boolean isComputed(Column column) {
    return column.generated().isPresent();
  }

  private static final Change.Visitor<Phase> OF =
      new Change.Visitor<>() {
        @Override
        public Phase createSchema(ObjectChange.CreateSchema change) {
          return CREATE_SCHEMAS;
        }

        @Override
        public Phase dropSchema(ObjectChange.DropSchema change) {
          return DROP_SCHEMAS;
        }

        @Override
        public Phase createTable(TableChange.CreateTable change) {
          return CREATE_TABLES;
        }

        @Override
        public Phase dropTable(TableChange.DropTable change) {
          return DROP_TABLES;
        }

        @Override
        public Phase renameTable(TableChange.RenameTable change) {
          return RENAME;
        }

        @Override
        public Phase commentTable(TableChange.CommentTable change) {
          return COMMENT;
        }

        @Override
        public Phase alterTable(TableChange.AlterTable change) {
          return ALTER_TABLES;
        }

        @Override
        public Phase addColumn(ColumnChange.AddColumn change) {
          return isComputed(change.column()) ? ADD_COMPUTED_COLUMNS : ADD_COLUMNS;
        }

        @Override
        public Phase dropColumn(ColumnChange.DropColumn change) {
          return isComputed(change.column()) ? DROP_COMPUTED_COLUMNS : DROP_COLUMNS;
        }

        @Override
        public Phase alterColumn(ColumnChange.AlterColumn change) {
          if (isComputed(change.from()) == isComputed(change.to())) {
            return ALTER_COLUMNS;
          }
          return isComputed(change.to()) ? ADD_COMPUTED_COLUMNS : DROP_COMPUTED_COLUMNS;
        }

        @Override
        public Phase renameColumn(ColumnChange.RenameColumn change) {
          return RENAME;
        }

        @Override
        public Phase renameValue(ColumnChange.RenameValue change) {
          return ALTER_COLUMNS;
        }

        @Override
        public Phase addConstraint(ConstraintChange.AddConstraint change) {
          return change.constraint() instanceof ForeignKey
              ? ADD_FOREIGN_KEYS
              : ADD_CONSTRAINTS_AND_INDEXES;
        }

        @Override
        public Phase dropConstraint(ConstraintChange.DropConstraint change) {
          return change.constraint() instanceof ForeignKey
              ? DROP_FOREIGN_KEYS
              : DROP_CONSTRAINTS_AND_INDEXES;
        }

        @Override
        public Phase renameConstraint(ConstraintChange.RenameConstraint change) {
          return RENAME;
        }

        @Override
        public Phase createIndex(ConstraintChange.CreateIndex change) {
          return ADD_CONSTRAINTS_AND_INDEXES;
        }

        @Override
        public Phase dropIndex(ConstraintChange.DropIndex change) {
          return DROP_CONSTRAINTS_AND_INDEXES;
        }

        @Override
        public Phase renameIndex(ConstraintChange.RenameIndex change) {
          return RENAME;
        }

        @Override
        public Phase createSequence(ObjectChange.CreateSequence change) {
          return CREATE_SEQUENCES_AND_TYPES;
        }

        @Override
        public Phase dropSequence(ObjectChange.DropSequence change) {
          return DROP_SEQUENCES_AND_TYPES;
        }

        @Override
        public Phase alterSequence(ObjectChange.AlterSequence change) {
          return CREATE_SEQUENCES_AND_TYPES;
        }

        @Override
        public Phase renameSequence(ObjectChange.RenameSequence change) {
          return RENAME;
        }

        @Override
        public Phase createEnumType(ObjectChange.CreateEnumType change) {
          return CREATE_SEQUENCES_AND_TYPES;
        }

        @Override
        public Phase dropEnumType(ObjectChange.DropEnumType change) {
          return DROP_SEQUENCES_AND_TYPES;
        }

        @Override
        public Phase alterEnumType(ObjectChange.AlterEnumType change) {
          return CREATE_SEQUENCES_AND_TYPES;
        }

        @Override
        public Phase renameEnumType(ObjectChange.RenameEnumType change) {
          return RENAME;
        }

        @Override
        public Phase renameEnumLabel(ObjectChange.RenameEnumLabel change) {
          return RENAME;
        }
      };
}
