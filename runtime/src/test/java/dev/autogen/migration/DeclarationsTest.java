package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Short lists stand for exact origins. */
class DeclarationsTest {

  private static final QualifiedName USERS = new QualifiedName("crm", "users");

  @Test
  void usualOriginsNeedNotBeStated() {
    Declarations declared = new Declarations();
    declared
        .table("crm.users", "com.shop.User")
        .columns("id", "created_at")
        .attributes("home.postCode")
        .column("mail", "User.contact.email")
        .defaults("mail")
        .constraints("users_pkey")
        .from("User.manager")
        .constraints("fk_manager");
    assertEquals(
        Map.of(
            ObjectName.table(USERS),
            "com.shop.User",
            ObjectName.column(USERS, "id"),
            "User.id",
            ObjectName.column(USERS, "created_at"),
            "User.createdAt",
            ObjectName.column(USERS, "postcode"),
            "User.home.postCode",
            ObjectName.column(USERS, "mail"),
            "User.contact.email",
            new ObjectName(Kind.COLUMN_DEFAULT, USERS, "mail"),
            "User.contact.email",
            ObjectName.constraint(USERS, "users_pkey"),
            "com.shop.User",
            ObjectName.constraint(USERS, "fk_manager"),
            "User.manager"),
        declared.declared());
  }

  @Test
  void whatIsWithdrawnHasNoOrigin() {
    Declarations declared = new Declarations();
    declared.withdrawn("crm.users").table().columns("fax").indexes("ix");
    declared.withdrawnSequences("s");
    assertEquals(
        Set.of(
            ObjectName.table(USERS),
            ObjectName.column(USERS, "fax"),
            ObjectName.index(USERS, "ix"),
            ObjectName.sequence(QualifiedName.of("s"))),
        declared.withdrawn());
  }
}
