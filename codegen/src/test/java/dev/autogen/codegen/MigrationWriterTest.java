package dev.autogen.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reviewer sees. */
class MigrationWriterTest {

  private final MigrationWriter writer = new MigrationWriter();

  @Test
  void addsATable() throws Exception {
    golden(
        Shop.request(
            Shop.header("7f3a9c1e2b4d", "add user preferences"),
            List.of("com.shop.UserPreferences"),
            new ChangeSet(
                List.of(
                    new CreateTable(Shop.preferences()),
                    new CreateIndex(
                        Shop.PREFERENCES, Index.of("ix_user_preferences_user_id", "user_id")),
                    new AddConstraint(Shop.PREFERENCES, Shop.preferencesToUsers()))),
            Shop.withUsers(),
            Map.of(
                ObjectName.table(Shop.PREFERENCES),
                "com.shop.UserPreferences",
                ObjectName.column(Shop.PREFERENCES, "id"),
                "UserPreferences.id",
                ObjectName.column(Shop.PREFERENCES, "user_id"),
                "UserPreferences.user",
                ObjectName.column(Shop.PREFERENCES, "theme"),
                "UserPreferences.theme",
                new ObjectName(ObjectName.Kind.COLUMN_DEFAULT, Shop.PREFERENCES, "theme"),
                "UserPreferences.theme",
                ObjectName.column(Shop.PREFERENCES, "created_at"),
                "UserPreferences.createdAt",
                ObjectName.constraint(Shop.PREFERENCES, "user_preferences_pkey"),
                "com.shop.UserPreferences",
                ObjectName.constraint(Shop.PREFERENCES, "fk_user_preferences_user"),
                "UserPreferences.user",
                ObjectName.index(Shop.PREFERENCES, "ix_user_preferences_user_id"),
                "com.shop.UserPreferences")));
  }

  @Test
  void showsWhatIsLost() throws Exception {
    Table users = Shop.users();
    golden(
        Shop.request(
            Shop.header("0c2b7de4a911", "forget faxes and users"),
            List.of(),
            new ChangeSet(
                List.of(
                    new DropIndex(Shop.USERS, Index.of("ix_users_fax", "fax")),
                    new DropConstraint(
                        Shop.USERS, new Check("users_status_check", "status in ('NEW', 'OPEN')")),
                    new DropColumn(Shop.USERS, users.column("fax")),
                    new DropTable(
                        Table.of(
                            Shop.USERS,
                            users.columns().minus("fax").toList(),
                            List.of(users.primaryKey().orElseThrow()),
                            List.of())))),
            Shop.withUsers(),
            Map.of()));
  }

  @Test
  void showsBothSidesOfARedefinition() throws Exception {
    Column email = Shop.users().column("email");
    Column status = Shop.users().column("status");
    golden(
        Shop.request(
            Shop.header("41f6a0b9cc3e", "longer addresses, phones"),
            List.of("com.shop.User"),
            new ChangeSet(
                List.of(
                    new RenameColumn(Shop.USERS, "fax", "phone"),
                    new AddColumn(
                        Shop.USERS, Shop.required("locale", "varchar(8)"), Optional.of("'en'")),
                    new AlterColumn(
                        Shop.USERS,
                        email,
                        email.withType(new dev.autogen.schema.ColumnType("varchar(255)"))),
                    new AlterColumn(
                        Shop.USERS,
                        status,
                        status.withDefaultValue(Optional.of("'OPEN'")).withNullable(true)),
                    new CreateIndex(
                        Shop.USERS,
                        Index.of("ux_users_email")
                            .withParts(List.of(IndexPart.expression("lower(email)")))
                            .withUnique(true)
                            .withWhere(Optional.of("email is not null"))),
                    new CommentTable(
                        Shop.USERS, Optional.empty(), Optional.of("People who buy */ \\u0022")),
                    new RenameTable(Shop.USERS, new QualifiedName("crm", "people")))),
            Shop.withUsers(),
            Map.of()));
  }

  @Test
  void writesSequencesAndEnumTypes() throws Exception {
    QualifiedName status = QualifiedName.of("order_status");
    Sequence sequence = Sequence.of(QualifiedName.of("orders_seq"), 1, 1);
    golden(
        Shop.request(
            Shop.header("b8d1e77a2f05", "number orders in steps of fifty"),
            List.of("com.shop.Order"),
            new ChangeSet(
                List.of(
                    new CreateSchema("crm"),
                    new CreateSequence(sequence),
                    new AlterSequence(sequence, sequence.withStep(1, 50)),
                    new CreateEnumType(new EnumType(status, List.of("NEW", "PAID"))),
                    new AlterEnumType(
                        new EnumType(status, List.of("NEW", "PAID")),
                        new EnumType(status, List.of("NEW", "PAID", "SENT")),
                        List.of(
                            new AlterEnumType.Use(
                                QualifiedName.of("orders"),
                                Shop.required("status", "order_status")))),
                    new RenameEnumLabel(status, "SENT", "SHIPPED"))),
            Schema.EMPTY,
            Map.of(ObjectName.sequence(QualifiedName.of("orders_seq")), "Order.id")));
  }

  @Test
  void leavesRoomForAPerson() throws Exception {
    golden(MigrationRequest.empty(Shop.header("9e0d5c3b1a77", "clean up"), "db.migrations"));
  }

  @Test
  void sameRequestSameBytes() {
    for (RandomChanges random : CodeRoundTripTest.cases().subList(0, 5)) {
      MigrationRequest request = CodeRoundTripTest.request(random, random.before(), random.after());
      assertEquals(writer.write(request), new MigrationWriter().write(request));
    }
  }

  @Test
  void namesTheFileForTheMessage() {
    assertEquals("R7f3a_add_user_preferences", name("Add user-preferences!"));
    assertEquals("R7f3a_uber_naive_cafe", name("Über naïve café"));
    assertEquals("R7f3a_migration", name("日本語 */ 😀"));
    assertEquals("R7f3a_class", name("class"));
    assertTrue(name("x".repeat(200)).length() <= 46);
    assertFalse(name("one two three four five six seven eight nine ten").endsWith("_"));
    assertEquals(
        "db/migrations/R9e0d_clean_up.java",
        writer
            .write(MigrationRequest.empty(Shop.header("9e0d", "clean up"), "db.migrations"))
            .path());
  }

  private static String name(String message) {
    return MigrationName.of("7f3a", message).className();
  }

  private void golden(MigrationRequest request) throws Exception {
    MigrationSource source = writer.write(request);
    MemoryCompiler.compile(List.of(source));
    LayoutTest.assertKept(source.text());
    Golden.assertMatches(source);
  }
}
