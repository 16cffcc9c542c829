package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.smallint;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {

  private static final MigrationScript TABLES =
      script(
          "a",
          op -> {
            op.createTable(
                "users",
                table ->
                    table
                        .column("id", bigint())
                        .notNull()
                        .column("email", varchar(100))
                        .column("age", integer())
                        .primaryKey("users_pkey", "id"));
            op.createTable(
                "orders", table -> table.column("id", bigint()).column("user_id", bigint()));
          },
          op -> {
            op.dropTable("orders");
            op.dropTable("users");
          });

  private final MemoryDatabase database = new MemoryDatabase();

  @BeforeEach
  void createTables() {
    database.runner(TABLES).upgrade();
    database.execute(
        "insert into users values (1, 'a@x', 30), (2, 'a@x', -1), (3, null, null)",
        "insert into orders values (1, 1), (2, 7), (3, null)");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void refusesToRequireWhatRowsLack() {
    assertRefused(
        "Cannot make column \"users.email\" required: 1 row has no value. For example: id = 3."
            + " Give them one first, or add .filledWith(\"...\") to the step.",
        op -> op.alterColumn("users", "email").notNull());
  }

  @Test
  void refusesValuesThatDoNotConvert() {
    assertRefused(
        "Cannot make column \"users.email\" integer: 2 rows have a value there that is none of that"
            + " type. For example: id = 1, email = a@x; id = 2, email = a@x. Correct or delete them"
            + " first.",
        op -> op.alterColumn("users", "email").type(varchar(100), integer()));
  }

  @Test
  void refusesTextThatIsTooLong() {
    assertRefused(
        "Cannot make column \"users.email\" varchar(2): 2 rows have a value there that is none of"
            + " that type. For example: id = 1, email = a@x; id = 2, email = a@x. Correct or delete"
            + " them first.",
        op -> op.alterColumn("users", "email").type(varchar(100), varchar(2)));
  }

  @Test
  void refusesNumbersOutOfRange() {
    database.execute("update users set age = 70000 where id = 3");
    assertRefused(
        "Cannot make column \"users.age\" smallint: 1 row has a value there that is none of that"
            + " type. For example: id = 3, age = 70000. Correct or delete them first.",
        op -> op.alterColumn("users", "age").type(integer(), smallint()));
  }

  @Test
  void fillsWhatItIsToldToFill() {
    assertApplied(op -> op.alterColumn("users", "email").notNull().filledWith("'none'"));
    assertEquals("none", database.query("select email from users where id = 3").get(0));
  }

  @Test
  void refusesRequiredColumnWithoutDefault() {
    assertRefused(
        "Cannot add required column \"users.theme\": it has neither a default nor a fill for the 3"
            + " rows that the table holds. Say what they get: add .filledWith(\"...\") to the step,"
            + " or a default.",
        op -> op.addColumn("users", "theme", varchar(20)).notNull());
  }

  @Test
  void addsRequiredColumnWithDefaultOrFill() {
    assertApplied(
        op -> {
          op.addColumn("users", "theme", varchar(20)).notNull().defaultValue("light");
          op.addColumn("users", "size", varchar(20)).notNull().filledWith("'big'");
        });
  }

  @Test
  void addsRequiredColumnToAnEmptyTable() {
    database.execute("delete from users");
    assertApplied(op -> op.addColumn("users", "theme", varchar(20)).notNull());
  }

  @Test
  void refusesUniqueOverDuplicates() {
    assertRefused(
        "Cannot make (email) of \"users\" unique, as \"uk_email\" asks: 2 rows share their values"
            + " with another row. For example: email = a@x. Change or delete all but one of each"
            + " first.",
        op -> op.addUnique("uk_email").on("users", "email"));
  }

  @Test
  void refusesUniqueIndexOverDuplicates() {
    assertRefused(
        "Cannot make (email) of \"users\" unique, as \"ux_email\" asks: 2 rows share their values"
            + " with another row. For example: email = a@x. Change or delete all but one of each"
            + " first.",
        op -> op.createIndex("ux_email").on("users", "email").unique());
  }

  @Test
  void acceptsUniqueOverRowsWithoutAValue() {
    database.execute("update users set email = null where id = 2");
    assertApplied(op -> op.addUnique("uk_email").on("users", "email"));
  }

  @Test
  void refusesPrimaryKeyOverDuplicatesAndMissingValues() {
    assertRefused(
        "Cannot make (user_id) the primary key of \"orders\": 1 row has no value there. For"
            + " example: user_id = null. Give them one, or delete them first.",
        op -> op.addPrimaryKey("orders_pkey").on("orders", "user_id"));
  }

  @Test
  void refusesCheckThatRowsBreak() {
    assertRefused(
        "Cannot add check \"users.adult\": 1 row breaks its condition, age > 0. For example: id = 2."
            + " Correct or delete them first.",
        op -> op.addCheck("adult").on("users", "age > 0"));
  }

  @Test
  void refusesForeignKeyOverOrphans() {
    assertRefused(
        "Cannot add foreign key \"orders.fk_user\": 1 row refers to no row of \"users\". For"
            + " example: user_id = 7. Correct or delete them first, or add the rows they refer to.",
        op -> op.addForeignKey("fk_user").on("orders", "user_id").references("users", "id"));
  }

  @Test
  void refusesForeignKeyToATableThatIsStillEmpty() {
    assertRefused(
        "Cannot add foreign key \"orders.fk_shop\": 2 rows refer to no row of \"shops\". For"
            + " example: user_id = 1; user_id = 7. Correct or delete them first, or add the rows"
            + " they refer to.",
        op -> {
          op.createTable(
              "shops", table -> table.column("id", bigint()).notNull().primaryKey("pk", "id"));
          op.addForeignKey("fk_shop").on("orders", "user_id").references("shops", "id");
        });
    assertEquals(java.util.List.of("orders", "users"), database.tables());
  }

  @Test
  void looksAgainAfterAStatementOfAPerson() {
    MigrationScript before =
        applied(
            op -> {
              op.execute("update users set email = 'b' || id");
              op.alterColumn("users", "email").notNull();
              op.addUnique("uk_email").on("users", "email");
            });
    assertRefused(
        "Cannot make column \"users.age\" required: 1 row has no value.",
        op -> {
          op.execute("update users set age = 1 where id = 2");
          op.alterColumn("users", "age").notNull();
        },
        before,
        "b");
  }

  @Test
  void asksUnderTheNamesBeforeARename() {
    assertRefused(
        "Cannot make column \"people.mail\" required: 1 row has no value.",
        op -> {
          op.renameTable("users", "people");
          op.renameColumn("people", "email", "mail");
          op.alterColumn("people", "mail").notNull();
        });
    assertEquals(java.util.List.of("orders", "users"), database.tables());
  }

  @Test
  void asksWhereANewColumnTakesTheNameOfARenamedOne() {
    assertRefused(
        "Cannot make (mail) of \"users\" unique, as \"uk_mail\" asks: 2 rows share",
        op -> {
          op.renameColumn("users", "email", "mail");
          op.addColumn("users", "email", varchar(9)).notNull().defaultValue("x");
          op.addUnique("uk_mail").on("users", "mail");
        });
    assertRefused(
        "Cannot make (email) of \"users\" unique, as \"uk_email\" asks: 3 rows share",
        op -> {
          op.renameColumn("users", "email", "mail");
          op.addColumn("users", "email", varchar(9)).notNull().defaultValue("x");
          op.addUnique("uk_email").on("users", "email");
        });
  }

  @Test
  void asksOfColumnsThatOnlyBecomeWider() {
    assertRefused(
        "Cannot add check \"users.adult\": 1 row breaks its condition, years > 0. For example: id ="
            + " 2. Correct or delete them first.",
        op -> {
          op.renameColumn("users", "age", "years");
          op.alterColumn("users", "years").type(integer(), bigint());
          op.addCheck("adult").on("users", "years > 0");
        });
    assertRefused(
        "Cannot make (email) of \"users\" unique, as \"uk_email\" asks: 2 rows share their values"
            + " with another row.",
        op -> {
          op.alterColumn("users", "email").type(varchar(100), varchar(200));
          op.addUnique("uk_email").on("users", "email");
        });
  }

  @Test
  void asksOfColumnsThatAreAddedWithAValue() {
    assertRefused(
        "Cannot add foreign key \"orders.fk_owner\": 3 rows refer to no row of \"users\". For"
            + " example: owner_id = 77.",
        op -> {
          op.addColumn("orders", "owner_id", bigint()).notNull().filledWith("77");
          op.addForeignKey("fk_owner").on("orders", "owner_id").references("users", "id");
        });
    assertRefused(
        "Cannot make (code) of \"users\" unique, as \"uk_code\" asks: 3 rows share their values"
            + " with another row.",
        op -> {
          op.addColumn("users", "code", varchar(9)).notNull().defaultValue("x");
          op.addUnique("uk_code").on("users", "code");
        });
    assertApplied(
        op -> {
          op.addColumn("users", "code", varchar(9)).notNull().filledWith("'u' || id");
          op.addUnique("uk_code").on("users", "code");
        });
  }

  @Test
  void looksBeforeADowngradeToo() {
    MigrationScript nullable =
        script(
            "b",
            op -> op.dropColumn("users", "age"),
            op -> op.addColumn("users", "age", integer()).notNull(),
            "a");
    MigrationRunner runner = database.runner(TABLES, nullable);
    runner.upgrade();
    String message =
        assertThrows(MigrationException.class, () -> runner.downgrade("-1")).getMessage();
    assertTrue(message.contains("Cannot add required column \"users.age\""), message);
    assertEquals(Set.of("b"), runner.current());
  }

  private void assertRefused(String expected, Consumer<Operations> steps) {
    assertRefused(expected, steps, script("b", "a"), "a");
  }

  private void assertRefused(
      String expected, Consumer<Operations> steps, MigrationScript beside, String after) {
    MigrationScript script = script("x", steps, op -> {}, "a");
    MigrationRunner runner = database.runner(TABLES, script, beside);
    String message = assertThrows(MigrationException.class, () -> runner.upgrade("x")).getMessage();
    assertTrue(
        message.startsWith("Cannot upgrade revision x (message of x): rows are in the way. "),
        message);
    assertTrue(message.contains(expected), message);
    assertEquals(Set.of(after), runner.current());
  }

  private void assertApplied(Consumer<Operations> steps) {
    applied(steps);
  }

  private MigrationScript applied(Consumer<Operations> steps) {
    MigrationScript script = script("b", steps, op -> {}, "a");
    MigrationRunner runner = database.runner(TABLES, script);
    runner.upgrade();
    assertEquals(Set.of("b"), runner.current());
    return script;
  }
}
