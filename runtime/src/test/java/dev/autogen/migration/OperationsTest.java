package dev.autogen.migration;

import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.nativeType;
import static dev.autogen.migration.Types.timestampWithTimeZone;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a migration says is what is recorded. */
class OperationsTest {

  private static final QualifiedName USERS = QualifiedName.of("users");
  private static final Column ID =
      Column.of("id", bigint())
          .withNullable(false)
          .withIdentity(Optional.of(Identity.of(Identity.Mode.BY_DEFAULT)));
  private static final Column THEME =
      Column.of("theme", varchar(20)).withDefaultValue(Optional.of("'it''s light'"));
  private static final Table TABLE =
      Table.of(
          USERS,
          List.of(ID, THEME),
          List.of(new PrimaryKey("users_pkey", List.of("id"))),
          List.of(Index.of("ix", "theme")));

  @Test
  void oneChainMayDescribeAWholeTable() {
    assertEquals(
        List.of(new CreateTable(TABLE)),
        recorded(
            Schema.EMPTY,
            op ->
                op.createTable(
                    "users",
                    table ->
                        table
                            .column("id", bigint())
                            .notNull()
                            .identity()
                            .column("theme", varchar(20))
                            .defaultValue("it's light")
                            .primaryKey("users_pkey", "id")
                            .index("ix", "theme"))));
  }

  @Test
  void aChainEndsWhenTheNextBegins() {
    ForeignKey key =
        ForeignKey.of("fk", List.of("user_id"), new QualifiedName("crm", "users"), List.of("id"))
            .withActions(Action.CASCADE, Action.NO_ACTION);
    assertEquals(
        List.of(
            new CreateIndex(USERS, Index.of("ix", "theme").withUnique(true)),
            new AddConstraint(USERS, key)),
        recorded(
            Schema.EMPTY,
            op -> {
              op.createIndex("ix").on("users", "theme").unique();
              op.addForeignKey("fk")
                  .on("users", "user_id")
                  .references("crm.users", "id")
                  .onDeleteCascade();
            }));
  }

  @Test
  void stepsKeepTheirOrderAmongPlainSql() {
    Operations op = new Operations(Schema.EMPTY);
    op.addColumn("users", "created_at", timestampWithTimeZone(6)).notNull();
    op.execute("select 1");
    op.dropSchema("crm");
    assertEquals(3, op.steps().size());
    assertEquals(new Step.Execute("select 1"), op.steps().get(1));
  }

  @Test
  void shortFormsFollowTheStepsBeforeThem() {
    assertEquals(
        List.of(
            new CreateTable(TABLE),
            new DropIndex(USERS, Index.of("ix", "theme")),
            new DropConstraint(USERS, new PrimaryKey("users_pkey", List.of("id"))),
            new AlterColumn(USERS, THEME, THEME.withType(varchar(40))),
            new DropColumn(USERS, THEME.withType(varchar(40))),
            new DropTable(Table.of(USERS, List.of(ID), List.of(), List.of()))),
        recorded(
            Schema.EMPTY,
            op -> {
              op.createTable(
                  "users",
                  table -> {
                    table.column("id", bigint()).notNull().identity();
                    table.column("theme", varchar(20)).defaultValue("it's light");
                    table.primaryKey("users_pkey", "id");
                    table.index("ix", "theme");
                  });
              op.dropIndex("ix").from("users");
              op.dropPrimaryKey("users_pkey").from("users");
              op.alterColumn("users", "theme").type(varchar(20), varchar(40));
              op.dropColumn("users", "theme");
              op.dropTable("users");
            }));
  }

  @Test
  void whatNobodyKnowsHasANameOnly() {
    assertEquals(
        List.of(
            new DropTable(Table.named(QualifiedName.of("ghosts"))),
            new DropColumn(USERS, Column.of("fax", ColumnType.UNKNOWN))),
        recorded(
            Schema.EMPTY,
            op -> {
              op.dropTable("ghosts");
              op.dropColumn("users", "fax");
            }));
  }

  @Test
  void aRedefinitionHasBothSides() {
    Column from = ID.withIdentity(Optional.empty()).withComment(Optional.of("old"));
    Column to =
        ID.withIdentity(Optional.of(Identity.of(Identity.Mode.ALWAYS)))
            .withType(nativeType("oid"))
            .withNullable(true);
    assertEquals(
        List.of(new AlterColumn(USERS, from, to, Optional.of("0"))),
        recorded(
            Schema.EMPTY,
            op ->
                op.alterColumn("users", "id")
                    .existing(bigint(), column -> column.notNull())
                    .type(bigint(), nativeType("oid"))
                    .nullable()
                    .addIdentityAlways()
                    .dropComment("old")
                    .filledWith("0")));
  }

  @Test
  void whatIsMissingIsSaid() {
    assertRefused(
        "op.createIndex(\"ix\") does not say on which table: add .on(\"table\", ...).",
        op -> op.createIndex("ix"));
    assertRefused(
        "op.dropCheck(\"ck\") does not say from which table: add .from(\"table\").",
        op -> op.dropCheck("ck"));
    assertRefused(
        "op.addForeignKey(\"fk\") does not say what foreign key \"fk\" references: add"
            + " .references(\"table\", \"column\").",
        op -> op.addForeignKey("fk").on("users", "id"));
    assertRefused(
        "op.alterColumn(\"users\", \"id\") does not say what changes: add .type(from, to),"
            + " .notNull() or another property.",
        op -> op.alterColumn("users", "id"));
    assertRefused(
        "op.alterEnumType(\"mood\") does not say what it becomes: add .to(\"LABEL\", ...).",
        op -> op.alterEnumType("mood"));
    assertRefused(
        "op.createIndex(\"ix\") does not say which key is meant: add .key(\"column\") before"
            + " .descending(...).",
        op -> op.createIndex("ix").on("users").descending());
  }

  @Test
  void anEndedChainIsNotAddedTo() {
    assertRefused(
        "op.addColumn(\"users\", \"fax\") is complete: another call has begun since. Say all about"
            + " one thing in one chain of calls.",
        op -> {
          ColumnStep fax = op.addColumn("users", "fax", varchar(40));
          op.dropTable("orders");
          fax.notNull();
        });
  }

  @Test
  void aTableNamesEachColumnOnce() {
    SchemaException refused =
        assertThrows(
            SchemaException.class,
            () ->
                recorded(
                    Schema.EMPTY,
                    op ->
                        op.createTable(
                            "users", table -> table.column("a", bigint()).column("a", bigint()))));
    assertEquals(
        "op.createTable(\"users\") cannot be: \"a\" is there twice.", refused.getMessage());
  }

  private static void assertRefused(String message, Consumer<Operations> migration) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> recorded(Schema.EMPTY, migration));
    assertEquals(message, refused.getMessage());
  }

  private static List<Change> recorded(Schema state, Consumer<Operations> migration) {
    Operations op = new Operations(state);
    migration.accept(op);
    return op.steps().stream().map(step -> ((Step.Alter) step).change()).toList();
  }
}
