package dev.autogen.migration;

import static dev.autogen.migration.Operations.call;

import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.function.Supplier;

/** The part of {@link Operations} that is about keys, checks and indexes. */
final class KeyOperations {

  private static final String ADD_TABLE = ".on(\"table\", ...)";
  private static final String DROP_TABLE = ".from(\"table\")";

  private final Recorder recorder;

  KeyOperations(Recorder recorder) {
    this.recorder = recorder;
  }

  On<Complete> addPrimaryKey(String name) {
    Scope scope = adding("addPrimaryKey", name);
    return (table, columns) -> add(scope, table, new PrimaryKey(name, List.of(columns)));
  }

  From<Complete> dropPrimaryKey(String name) {
    Scope scope = dropping("dropPrimaryKey", name);
    return (table, columns) ->
        drop(
            scope,
            table,
            columns.length == 0
                ? recorder.known().primaryKey(Names.parse(table), name)
                : new PrimaryKey(name, List.of(columns)));
  }

  On<UniqueStep> addUnique(String name) {
    Scope scope = adding("addUnique", name);
    return (table, columns) -> {
      Slot<UniqueKey> key = new Slot<>(scope, UniqueKey.of(name, List.of(columns)));
      add(scope, table, key::get);
      return new UniqueStep(key);
    };
  }

  From<UniqueStep> dropUnique(String name) {
    Scope scope = dropping("dropUnique", name);
    return (table, columns) -> {
      Slot<UniqueKey> key =
          new Slot<>(
              scope,
              columns.length == 0
                  ? recorder.known().unique(Names.parse(table), name)
                  : UniqueKey.of(name, List.of(columns)));
      drop(scope, table, key::get);
      return new UniqueStep(key);
    };
  }

  OnCondition addCheck(String name) {
    Scope scope = adding("addCheck", name);
    return (table, condition) -> add(scope, table, new Check(name, condition));
  }

  FromCondition dropCheck(String name) {
    Scope scope = dropping("dropCheck", name);
    return new FromCondition() {
      @Override
      public Complete from(String table) {
        return drop(scope, table, recorder.known().check(Names.parse(table), name));
      }

      @Override
      public Complete from(String table, String condition) {
        return drop(scope, table, new Check(name, condition));
      }
    };
  }

  On<ForeignKeyStep> addForeignKey(String name) {
    Scope scope = adding("addForeignKey", name);
    return (table, columns) -> {
      Slot<ForeignKey> key = new Slot<>(scope, ForeignKeyFacets.open(name, List.of(columns)));
      add(scope, table, () -> ForeignKeyFacets.complete(key));
      return new ForeignKeyStep(key);
    };
  }

  From<ForeignKeyStep> dropForeignKey(String name) {
    Scope scope = dropping("dropForeignKey", name);
    return (table, columns) -> {
      if (columns.length == 0) {
        Slot<ForeignKey> key =
            new Slot<>(scope, recorder.known().foreignKey(Names.parse(table), name));
        drop(scope, table, key::get);
        return new ForeignKeyStep(key);
      }
      Slot<ForeignKey> key = new Slot<>(scope, ForeignKeyFacets.open(name, List.of(columns)));
      drop(scope, table, () -> ForeignKeyFacets.complete(key));
      return new ForeignKeyStep(key);
    };
  }

  On<IndexStep> createIndex(String name) {
    Scope scope = adding("createIndex", name);
    return (table, columns) -> {
      Slot<Index> index = new Slot<>(scope, Index.of(name, columns));
      QualifiedName on = Names.parse(table);
      recorder.become(scope, () -> new CreateIndex(on, index.get()));
      return new IndexStep(index);
    };
  }

  From<IndexStep> dropIndex(String name) {
    Scope scope = dropping("dropIndex", name);
    return (table, columns) -> {
      QualifiedName from = Names.parse(table);
      Index known = recorder.known().index(from, name);
      Slot<Index> index = new Slot<>(scope, Index.of(name, columns));
      recorder.become(
          scope, () -> new DropIndex(from, index.get().parts().isEmpty() ? known : index.get()));
      return new IndexStep(index);
    };
  }

  private Scope adding(String call, String name) {
    return recorder.begin(call(call, name), "on which table", ADD_TABLE);
  }

  private Scope dropping(String call, String name) {
    return recorder.begin(call(call, name), "from which table", DROP_TABLE);
  }

  private Complete add(Scope scope, String table, Constraint constraint) {
    add(scope, table, () -> constraint);
    return Complete.STEP;
  }

  private void add(Scope scope, String table, Supplier<? extends Constraint> constraint) {
    QualifiedName on = Names.parse(table);
    recorder.become(scope, () -> new AddConstraint(on, constraint.get()));
  }

  private Complete drop(Scope scope, String table, Constraint constraint) {
    drop(scope, table, () -> constraint);
    return Complete.STEP;
  }

  private void drop(Scope scope, String table, Supplier<? extends Constraint> constraint) {
    QualifiedName from = Names.parse(table);
    recorder.become(scope, () -> new DropConstraint(from, constraint.get()));
  }
}
