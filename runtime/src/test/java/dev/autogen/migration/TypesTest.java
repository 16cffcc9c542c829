package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Types have their canonical spelling, and none that no database has. */
class TypesTest {

  @Test
  void spellsTypesAsTheModelDoes() {
    assertEquals("numeric(19,2)", Types.numeric(19, 2).sql());
    assertEquals("char(3)", Types.character(3).sql());
    assertEquals("timestamp(6) with time zone", Types.timestampWithTimeZone(6).sql());
    assertEquals("double precision", Types.doublePrecision().sql());
    assertEquals("citext", Types.nativeType("citext").sql());
    assertEquals("", Types.nativeType("").sql());
  }

  @Test
  void refusesWhatNoDatabaseHas() {
    assertThrows(IllegalArgumentException.class, () -> Types.varchar(0));
    assertThrows(IllegalArgumentException.class, () -> Types.numeric(0, 0));
    assertThrows(IllegalArgumentException.class, () -> Types.time(10));
    assertThrows(IllegalArgumentException.class, () -> Types.nativeType(" "));
  }
}
