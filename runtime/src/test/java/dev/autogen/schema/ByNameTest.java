package dev.autogen.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Things that share what they have in common must not be seen to. */
class ByNameTest {

  private record Thing(String name, int version) {}

  private static ByName<Thing> of(Map<String, Thing> things) {
    return ByName.of(Thing::name, things.values());
  }

  @Test
  void isWhatAMapOfItsOwnWouldBe() {
    Random random = new Random(7);
    Map<String, Thing> expected = new LinkedHashMap<>();
    ByName<Thing> actual = of(expected);
    List<ByName<Thing>> before = new ArrayList<>();
    List<List<Thing>> beforeExpected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      before.add(actual);
      beforeExpected.add(List.copyOf(expected.values()));
      Thing thing = new Thing("t" + random.nextInt(80), i);
      if (!expected.containsKey(thing.name())) {
        actual = actual.plus(thing);
        expected.put(thing.name(), thing);
      } else if (random.nextInt(4) == 0) {
        actual = actual.minus(thing.name());
        expected.remove(thing.name());
      } else {
        actual = actual.replacing(thing.name(), thing);
        expected.put(thing.name(), thing);
      }
      assertEquals(expected.get(thing.name()), actual.find(thing.name()).orElse(null));
      assertEquals(expected.containsKey(thing.name()), actual.contains(thing.name()));
      assertEquals(expected.isEmpty(), actual.isEmpty());
    }
    assertEquals(List.copyOf(expected.values()), actual.toList());
    assertEquals(of(expected), actual);
    assertEquals(of(expected).hashCode(), actual.hashCode());
    for (int i = 0; i < before.size(); i++) {
      assertEquals(beforeExpected.get(i), before.get(i).toList());
    }
  }

  @Test
  void refusesANameThatIsTakenOrAbsent() {
    ByName<Thing> one = of(Map.of("a", new Thing("a", 1))).plus(new Thing("b", 1));
    assertThrows(SchemaException.class, () -> one.plus(new Thing("a", 2)));
    assertThrows(SchemaException.class, () -> one.plus(new Thing("b", 2)));
    assertThrows(SchemaException.class, () -> one.minus("c"));
    assertThrows(SchemaException.class, () -> one.replacing("c", new Thing("c", 2)));
    assertThrows(SchemaException.class, () -> one.replacing("a", new Thing("b", 2)));
  }
}
