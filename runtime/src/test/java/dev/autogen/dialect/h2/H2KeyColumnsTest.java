package dev.autogen.dialect.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class H2KeyColumnsTest {

  @Test
  void takesTheNamesThatTheIndexKnows() {
    assertEquals(List.of("code", "title"), corrected(List.of("code", "name"), "code", "title"));
  }

  @Test
  void keepsTheOrderOfTheKey() {
    assertEquals(List.of("b", "a"), corrected(List.of("b", "a"), "a", "b"));
  }

  @Test
  void leavesOutWhatTheIndexHasBesides() {
    assertEquals(List.of("owner_id"), corrected(List.of("user_id"), "owner_id", "day"));
  }

  @Test
  void believesTheKeyWhereThereIsNoIndex() {
    assertEquals(List.of("a"), corrected(List.of("a")));
  }

  private static List<String> corrected(List<String> told, String... index) {
    return H2KeyColumns.corrected(told, List.of(index));
  }
}
