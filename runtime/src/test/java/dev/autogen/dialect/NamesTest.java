package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autogen.schema.Check;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {

  private final Dialect postgresql = Dialects.named("postgresql", 18, 6);
  private final Dialect h2 = Dialects.named("h2", 2, 5);

  @Test
  void postgresqlFoldsToLowerCaseAndKeepsQuotedNames() {
    assertEquals("users", postgresql.fromMapping("Users", false));
    assertEquals("Users", postgresql.fromMapping("Users", true));
    assertEquals("\u00c9t\u00e9", postgresql.fromMapping("\u00c9T\u00e9", false));
    assertEquals("users", postgresql.identifier("users"));
    assertEquals("\"Users\"", postgresql.identifier("Users"));
    assertEquals("a$b", postgresql.identifier("a$b"));
    assertEquals("\"user\"", postgresql.identifier("user"));
    assertEquals("\"a\"\"b\"", postgresql.identifier("a\"b"));
    assertEquals("shop.\"order\"", postgresql.identifier(new QualifiedName("shop", "order")));
  }

  @Test
  void postgresqlCutsAtBytesButNotWithinCharacters() {
    assertEquals("x".repeat(63), postgresql.fromMapping("x".repeat(70), false));
    assertEquals("\u00e9".repeat(31), postgresql.fromMapping("\u00e9".repeat(40), true));
    assertEquals("x".repeat(60), postgresql.fromMapping("x".repeat(60) + "\ud83d\ude00", false));
  }

  @Test
  void postgresqlNamesUnnamedConstraints() {
    assertEquals(
        Optional.of("t_pkey"),
        postgresql.implicitName(new UnnamedConstraint(PrimaryKey.class, "t", List.of("a", "b"))));
    assertEquals(
        Optional.of("t_a_b_key"),
        postgresql.implicitName(new UnnamedConstraint(UniqueKey.class, "t", List.of("a", "b"))));
    assertEquals(
        Optional.of("t_a_check"),
        postgresql.implicitName(new UnnamedConstraint(Check.class, "t", List.of("a"))));
    assertEquals(
        Optional.of("t_check"),
        postgresql.implicitName(new UnnamedConstraint(Check.class, "t", List.of("a", "b"))));
    assertEquals(
        Optional.of("t".repeat(29) + "_" + "c".repeat(29) + "_key"),
        postgresql.implicitName(
            new UnnamedConstraint(UniqueKey.class, "t".repeat(50), List.of("c".repeat(50)))));
  }

  @Test
  void postgresqlCutsMoreWhereANumberFollows() {
    UnnamedConstraint key =
        new UnnamedConstraint(UniqueKey.class, "t".repeat(50), List.of("c".repeat(50)));
    assertEquals(
        Optional.of("t".repeat(29) + "_" + "c".repeat(28) + "_key1"),
        postgresql.implicitName(key.next()));
    assertEquals(
        Optional.of("\u00e9".repeat(29) + "_pkey"),
        postgresql.implicitName(
            new UnnamedConstraint(PrimaryKey.class, "\u00e9".repeat(31), List.of())));
  }

  @Test
  void h2SwapsUpperAndLowerCase() {
    assertEquals("users", h2.fromDatabase("USERS"));
    assertEquals("USERS", h2.fromDatabase("users"));
    assertEquals("Users", h2.fromDatabase("Users"));
    for (String name : List.of("users", "USERS", "Users", "1", "_", "stra\u00dfe", "\u00c9t")) {
      assertEquals(name, h2.toDatabase(h2.fromDatabase(name)));
      assertEquals(name, h2.fromDatabase(h2.toDatabase(name)));
    }
    assertEquals("users", h2.fromMapping("Users", false));
    assertEquals("USERS", h2.fromMapping("users", true));
    assertEquals("users", h2.identifier("users"));
    assertEquals("\"users\"", h2.identifier("USERS"));
    assertEquals("\"USER\"", h2.identifier("user"));
    assertEquals("\"A$B\"", h2.identifier("a$b"));
    assertEquals("x".repeat(256), h2.fromMapping("X".repeat(256), false));
    assertThrows(UnsupportedChangeException.class, () -> h2.fromMapping("X".repeat(257), false));
    assertEquals(
        Optional.empty(),
        h2.implicitName(new UnnamedConstraint(PrimaryKey.class, "t", List.of("id"))));
  }

  @Test
  void h2FollowsTheSettingsOfTheDatabase() throws SQLException {
    assertEquals("users", of(";DATABASE_TO_LOWER=TRUE").fromMapping("Users", false));
    assertEquals("USERS", of(";DATABASE_TO_LOWER=TRUE").fromDatabase("USERS"));
    assertEquals("Users", of(";DATABASE_TO_UPPER=FALSE").fromMapping("Users", false));
    assertEquals("\"Users\"", of(";DATABASE_TO_UPPER=FALSE").identifier("Users"));
  }

  @Test
  void quotesEndWithTheText() {
    assertEquals("'it''s \\'", postgresql.literal("it's \\"));
    assertEquals("'it''s \\'", h2.literal("it's \\"));
  }

  private static Dialect of(String settings) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + settings)) {
      return Dialects.of(connection);
    }
  }
}
