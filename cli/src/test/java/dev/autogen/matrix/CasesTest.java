package dev.autogen.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cases themselves, before anything is measured with them. */
class CasesTest {

  @Test
  void eachHasAnotherTitle() {
    Set<String> titles = new HashSet<>();
    Cases.all().forEach(one -> assertTrue(titles.add(one.title()), one.title()));
  }

  @Test
  void eachHasEntitiesOnBothSides() {
    for (Case one : Cases.all()) {
      assertFalse(Hibernate.classes(one.before()).isEmpty(), one.title());
      assertFalse(Hibernate.classes(one.after()).isEmpty(), one.title());
    }
  }

  @Test
  void eachIsOnAnEngineOrSaysWhyNot() {
    for (Case one : Cases.all()) {
      for (Engine engine : Engine.values()) {
        boolean isThere = one.engines().contains(engine);
        assertNotEquals(isThere, one.absent().containsKey(engine), one.title() + " on " + engine);
      }
    }
  }

  @Test
  void eachGapIsOneOfACase() {
    for (Gap gap : Gap.known()) {
      long cases = Cases.all().stream().filter(one -> one.title().equals(gap.title())).count();
      assertEquals(1, cases, gap.title());
    }
  }
}
