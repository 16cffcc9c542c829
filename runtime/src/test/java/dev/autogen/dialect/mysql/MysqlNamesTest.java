package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Check;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MysqlNamesTest {

  private final Dialect mysql = Dialects.named("mysql", 8, 0);
  private final Dialect mariadb = Dialects.named("mariadb", 11, 4);

  @Test
  void readsLettersThatTheCatalogShowsByteByByte() {
    assertEquals(
        "(`gr\u00f6\u00dfe` > 0)", MysqlLetters.written("(`gr\u00c3\u00b6\u00c3\u009fe` > 0)"));
    assertEquals("'\u00fc'", MysqlLetters.written("'\u00fc'"));
    assertEquals("'\u0436'", MysqlLetters.written("'\u0436'"));
    assertEquals("'\u0436'", MysqlLetters.written("'\u00d0\u00b6'"));
  }

  @Test
  void keepsTheCaseAndQuotesOnlyWhereItMust() {
    assertEquals("UserName", mysql.fromMapping("UserName", false));
    assertEquals("UserName", mysql.identifier("UserName"));
    assertEquals("`Order`", mysql.identifier("Order"));
    assertEquals("`lines`", mysql.identifier("lines"));
    assertEquals("`a``b`", mysql.identifier("a`b"));
    assertEquals("`two words`", mysql.identifier("two words"));
  }

  @Test
  void refusesNamesThatTheDatabaseWouldRefuse() {
    assertEquals("x".repeat(64), mysql.fromMapping("x".repeat(64), false));
    UnsupportedChangeException refused =
        assertThrows(
            UnsupportedChangeException.class, () -> mysql.fromMapping("x".repeat(65), false));
    assertTrue(refused.getMessage().contains("no more than 64"), refused.getMessage());
  }

  @Test
  void namesWhatNobodyNamed() {
    UnnamedConstraint check = new UnnamedConstraint(Check.class, "t", List.of("a"), "a", 0);
    UnnamedConstraint unique = new UnnamedConstraint(UniqueKey.class, "t", List.of("a", "b"));

    assertEquals(
        Optional.of("PRIMARY"),
        mysql.implicitName(new UnnamedConstraint(PrimaryKey.class, "t", List.of("a"))));
    assertEquals(Optional.of("t_chk_1"), mysql.implicitName(check));
    assertEquals(Optional.of("t_chk_2"), mysql.implicitName(check.next()));
    assertEquals(Optional.of("a"), mysql.implicitName(unique));
    assertEquals(Optional.of("a_2"), mysql.implicitName(unique.next()));
    assertEquals(
        Optional.of("\u00fc".repeat(15) + "_2"),
        mysql.implicitName(
            new UnnamedConstraint(UniqueKey.class, "t", List.of("\u00fc".repeat(40))).next()));
    assertEquals(Optional.of("a"), mariadb.implicitName(check));
    assertEquals(Optional.of("CONSTRAINT_1"), mariadb.implicitName(check.next()));
    assertEquals(
        Optional.of("CONSTRAINT_1"),
        mariadb.implicitName(new UnnamedConstraint(Check.class, "t", List.of("a"))));
    assertEquals("PRIMARY", mysql.statedName(PrimaryKey.class, "item_pk"));
  }

  @Test
  void writesAndReadsLiterals() {
    assertEquals("'it''s \\\\ so'", mysql.literal("it's \\ so"));
    assertEquals("it's \\ so", mysql.unquoted("it''s \\\\ so"));
    assertEquals("u0022\n\\%", mysql.unquoted("\\u0022\\n\\%"));
  }
}
