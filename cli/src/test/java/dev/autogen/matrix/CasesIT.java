package dev.autogen.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases themselves, before anything is measured with them. */
class CasesIT {

  @Test
  void eachHasAnotherTitle() {
    Set<String> titles = new HashSet<>();
    Cases.all().forEach(one -> assertTrue(titles.add(one.title()), one.title()));
  }

  /** A case whose two sides are the same to the database shows nothing. */
  @ParameterizedTest
  @EnumSource
  void hibernateCreatesBothSides(Engine engine) {
    List<String> faults = new ArrayList<>();
    for (Case one : Cases.all()) {
      if (one.engines().contains(engine)) {
        try {
          create(engine, one, faults);
        } catch (Exception e) {
          faults.add(one.title() + ": " + rootOf(e));
        }
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  private static void create(Engine engine, Case one, List<String> faults) throws Exception {
    try (TestDatabase before = TestDatabases.create(engine);
        TestDatabase after = TestDatabases.create(engine)) {
      Hibernate.create(before, one.before());
      Hibernate.create(after, one.after());
      before.execute(one.setup().rows().toArray(String[]::new));
      for (TestDatabase database : List.of(before, after)) {
        database.execute(one.setup().byHand().toArray(String[]::new));
      }
      boolean same = Catalog.of(after).difference(Catalog.of(before)).isEmpty();
      boolean expected = !one.expected().get(engine).isEmpty();
      if (same == expected) {
        faults.add(one.title() + (same ? ": no difference" : ": a difference"));
      }
    }
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }
}
