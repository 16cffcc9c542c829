package dev.autogen.migration;

import static dev.autogen.migration.Scripts.migration;
import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final QualifiedName USERS = QualifiedName.of("users");
  private static final QualifiedName PEOPLE = QualifiedName.of("people");

  private static void createUsers(Operations op) {
    op.createTable(
        "users",
        table ->
            table
                .column("id", bigint())
                .notNull()
                .column("email", varchar(100))
                .defaultValue("none")
                .primaryKey("users_pkey", "id"));
    op.createIndex("ix_users_email").on("users", "email");
  }

  private static void declareUsers(Declarations declared) {
    declared
        .table("users", "com.shop.User")
        .columns("id", "email")
        .defaults("email")
        .constraints("users_pkey")
        .indexes("ix_users_email");
    declared.sequence("users", "com.shop.User.id");
  }

  private static Replay after(Consumer<Operations> upgrade) {
    return Replay.of(
        List.of(
            script("a", migration(ReplayTest::createUsers, op -> {}, ReplayTest::declareUsers)),
            script("b", upgrade, op -> {}, "a")));
  }

  @Test
  void knowsWhatMigrationsMade() {
    Replay replay = after(op -> op.addColumn("users", "fax", varchar(40)));
    assertEquals(Set.of("id", "email", "fax"), users(replay.schema()).columns().names());
    assertTrue(replay.complete());
    assertEquals("com.shop.User", replay.declared().get(ObjectName.table(USERS)));
    assertFalse(replay.declared().containsKey(ObjectName.column(USERS, "fax")));
  }

  @Test
  void forgetsAllThatIsOnADroppedTable() {
    Replay replay = after(op -> op.dropTable("users"));
    assertTrue(replay.schema().tables().isEmpty());
    assertEquals(Set.of(ObjectName.sequence(USERS)), replay.declared().keySet());
  }

  @Test
  void movesAllThatIsOnARenamedTable() {
    Replay replay = after(op -> op.renameTable("users", "people"));
    assertEquals(
        Set.of(
            ObjectName.sequence(USERS),
            ObjectName.table(PEOPLE),
            ObjectName.column(PEOPLE, "id"),
            ObjectName.column(PEOPLE, "email"),
            new ObjectName(Kind.COLUMN_DEFAULT, PEOPLE, "email"),
            ObjectName.constraint(PEOPLE, "users_pkey"),
            ObjectName.index(PEOPLE, "ix_users_email")),
        replay.declared().keySet());
  }

  @Test
  void followsColumnsAndTheirProperties() {
    ObjectName defaultOfMail = new ObjectName(Kind.COLUMN_DEFAULT, USERS, "mail");
    Replay renamed = after(op -> op.renameColumn("users", "email", "mail"));
    assertTrue(renamed.declared().containsKey(ObjectName.column(USERS, "mail")));
    assertTrue(renamed.declared().containsKey(defaultOfMail));
    Replay plain = after(op -> op.alterColumn("users", "email").dropDefaultValue("none"));
    assertTrue(plain.declared().containsKey(ObjectName.column(USERS, "email")));
    assertFalse(plain.declared().containsKey(new ObjectName(Kind.COLUMN_DEFAULT, USERS, "email")));
  }

  @Test
  void takesDeclarationsBack() {
    Replay replay =
        Replay.of(
            List.of(
                script("a", migration(ReplayTest::createUsers, op -> {}, ReplayTest::declareUsers)),
                script(
                    "b",
                    migration(
                        op -> {},
                        op -> {},
                        declared -> declared.withdraw(ObjectName.column(USERS, "email"))),
                    "a")));
    assertFalse(replay.declared().containsKey(ObjectName.column(USERS, "email")));
    assertTrue(users(replay.schema()).columns().contains("email"));
  }

  @Test
  void presumesWhatWasThereBeforeTheFirstMigration() {
    Replay replay =
        Replay.of(
            List.of(
                script(
                    "a",
                    op -> {
                      op.alterColumn("users", "email").type(varchar(100), varchar(255));
                      op.dropIndex("ix_old").from("users", "email");
                      op.addForeignKey("fk").on("orders", "user_id").references("users", "id");
                      op.renameConstraint("orders", "unknown", "known");
                      op.dropTable("gone");
                      op.renameTable("old", "new");
                    },
                    op -> {})));
    assertFalse(replay.complete());
    assertEquals(Set.of("users", "orders", "new"), Set.copyOf(replay.schema().tables().names()));
    assertEquals(
        Map.of(
            "email", Column.of("email", varchar(255)), "id", Column.of("id", ColumnType.UNKNOWN)),
        Map.of(
            "email", users(replay.schema()).column("email"),
            "id", users(replay.schema()).column("id")));
  }

  @Test
  void forgivesWhatPlainSqlHasMade() {
    Replay replay =
        after(
            op -> {
              op.execute("drop table users");
              op.createTable("users", table -> table.column("id", bigint()));
            });
    assertEquals(Set.of("id"), users(replay.schema()).columns().names());
    assertFalse(replay.complete());
  }

  @Test
  void namesTheMigrationThatThrows() {
    var thrown =
        assertThrows(
            MigrationException.class,
            () ->
                Replay.of(
                    List.of(
                        script(
                            "a",
                            op -> {
                              throw new IllegalStateException("no");
                            },
                            op -> {}))));
    assertEquals(
        "Revision a (message of a): upgrade() in db.Ra threw java.lang.IllegalStateException: no."
            + " Nothing of it was run; correct the class and try again.",
        thrown.getMessage());
  }

  private static Table users(Schema schema) {
    return schema.table(USERS);
  }
}
