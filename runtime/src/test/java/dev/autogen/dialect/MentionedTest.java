package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionedTest {

  @Test
  void keepsNamesAsTheyAreWritten() {
    Mentioned names = Mentioned.in("alter table Crm.\"My \"\"Own\" add 2nd varchar(100)");
    assertEquals(
        Set.of("alter", "table", "Crm", "My", "Own", "add", "2nd", "varchar"), names.words());
    assertEquals(Set.of("My \"Own"), names.quoted());
    assertEquals(Set.of("Crm"), names.qualifiers());
  }

  @Test
  void knowsAWordInAnyCase() {
    Mentioned names = Mentioned.in("CREATE INDEX ix ON `Straße` (a)");
    assertTrue(names.has("create"));
    assertTrue(names.has("IX"));
    assertFalse(names.has("drop"));
    assertFalse(names.isAnything());
    assertTrue(Mentioned.ANYTHING.has("drop"));
  }

  @Test
  void knowsTheTableThatIsAllItIsAbout() {
    assertEquals(Optional.of("My t"), Mentioned.in("alter table `My t` add a int").table());
    assertEquals(Optional.of("t"), Mentioned.in("CREATE TABLE if not exists t(a int)").table());
    assertEquals(Optional.of("t"), Mentioned.in("alter table \"t\" drop column a").table());
    assertEquals(Optional.of("t"), Mentioned.in("create index \"i\" on \"t\" (\"a\")").table());
    assertEquals(Optional.of("t"), Mentioned.in("create unique index i on `t` (a)").table());
    for (String other :
        List.of(
            "create index s.i on t (a)",
            "alter table if exists app.t add a int",
            "create index i on s.t (a)",
            "alter table \"s\".\"t\" add a int",
            "alter table \"a\"\"b\" add a int",
            "alter table s.t add a int",
            "alter table `s` . t add a int",
            "alter table `a``b` add a int",
            "create or replace table t (a int)",
            "drop table t, u",
            "rename table t to u")) {
      assertEquals(Optional.empty(), Mentioned.in(other).table(), other);
    }
  }
}
