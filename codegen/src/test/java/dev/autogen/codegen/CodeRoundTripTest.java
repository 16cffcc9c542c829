package dev.autogen.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.migration.Declarations;
import dev.autogen.migration.Migration;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Step;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Changes, written as Java, compiled and run, are the same changes. */
class CodeRoundTripTest {

  private static final int SEEDS = 60;
  private static final int CHANGES = 40;

  @Test
  void changesComeBackFromTheSchemaTheyWereWrittenFor() {
    List<RandomChanges> cases = cases();
    assertComeBack(cases, cases.stream().map(c -> request(c, c.before(), c.after())).toList());
  }

  @Test
  void changesComeBackWithoutKnowingTheSchema() {
    List<RandomChanges> cases = cases();
    assertComeBack(cases, cases.stream().map(c -> request(c, Schema.EMPTY, Schema.EMPTY)).toList());
  }

  @Test
  void everyKindIsTried() {
    Set<Class<?>> tried = new HashSet<>();
    cases().forEach(c -> c.changes().changes().forEach(change -> tried.add(change.getClass())));
    assertEquals(Change.Visitor.class.getMethods().length, tried.size(), tried.toString());
  }

  @Test
  void declarationsComeBack() {
    List<MigrationRequest> requests = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      requests.add(declarations(seed));
    }
    List<Migration> migrations = compiled(requests);
    for (int seed = 0; seed < SEEDS; seed++) {
      Declarations declared = new Declarations();
      migrations.get(seed).entities(declared);
      assertEquals(requests.get(seed).declared(), declared.declared(), "seed " + seed);
      assertEquals(requests.get(seed).withdrawn(), declared.withdrawn(), "seed " + seed);
    }
  }

  static List<RandomChanges> cases() {
    List<RandomChanges> cases = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      cases.add(RandomChanges.of(seed, CHANGES));
    }
    return cases;
  }

  static MigrationRequest request(RandomChanges random, Schema before, Schema after) {
    int number = Math.abs(random.hashCode());
    return new MigrationRequest(
        new MigrationRequest.Header(
            "id" + number,
            Links.after(List.of("51c0aa9d8e77")),
            RandomParts.HOSTILE.get(number % RandomParts.HOSTILE.size()),
            Instant.EPOCH,
            Optional.of("7.4.6.Final")),
        "db.migrations",
        List.of("com.shop.User", "com.shop.*/Order"),
        random.changes(),
        List.of(),
        random.changes().reverse(),
        List.of(),
        before,
        after,
        new TreeMap<>(),
        new TreeSet<>());
  }

  static MigrationRequest declarations(long seed) {
    Random random = new Random(seed);
    RandomParts parts = new RandomParts(random);
    TreeMap<ObjectName, String> declared = new TreeMap<>();
    TreeSet<ObjectName> withdrawn = new TreeSet<>();
    for (int i = 0; i < 60; i++) {
      QualifiedName owner =
          parts.chance(50)
              ? QualifiedName.of(parts.pick(List.of("users", "orders", "User")))
              : parts.qualified("t");
      ObjectName.Kind kind = parts.pick(List.of(ObjectName.Kind.values()));
      String name =
          parts.pick(List.of("id", "created_at", "createdat", "odd_", "a__b", parts.name("c")));
      ObjectName object =
          switch (kind) {
            case SCHEMA -> ObjectName.schema(parts.name("s"));
            case ENUM_TYPE, SEQUENCE, TABLE, TABLE_COMMENT -> new ObjectName(kind, owner, "");
            default -> new ObjectName(kind, owner, name);
          };
      if (parts.chance(80)) {
        declared.put(
            object,
            parts.pick(
                List.of(
                    "com.shop.User",
                    "User.id",
                    "User.createdAt",
                    "User.home.createdAt",
                    "Order",
                    "User.",
                    parts.pick(RandomParts.HOSTILE))));
      } else {
        withdrawn.add(object);
      }
    }
    return new MigrationRequest(
        new MigrationRequest.Header(
            "d" + seed, Links.after(List.of()), "declare", Instant.EPOCH, Optional.empty()),
        "db.migrations",
        List.of(),
        ChangeSet.EMPTY,
        List.of(),
        ChangeSet.EMPTY,
        List.of(),
        Schema.EMPTY,
        Schema.EMPTY,
        declared,
        withdrawn);
  }

  private static void assertComeBack(List<RandomChanges> cases, List<MigrationRequest> requests) {
    List<Migration> migrations = compiled(requests);
    for (int seed = 0; seed < cases.size(); seed++) {
      Migration migration = migrations.get(seed);
      MigrationRequest request = requests.get(seed);
      List<Change> forth = recorded(migration::upgrade, request.before());
      assertSame(request.upgrade().changes(), forth, "upgrade, seed " + seed);
      assertEquals(request.upgrade().changes().toString(), forth.toString(), "order " + seed);
      List<Change> back = recorded(migration::downgrade, request.after());
      assertSame(request.downgrade().changes(), back, "downgrade, seed " + seed);
    }
  }

  private static void assertSame(List<Change> expected, List<Change> actual, String which) {
    assertEquals(expected.size(), actual.size(), which);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), which + ", change " + i);
    }
  }

  private static List<Migration> compiled(List<MigrationRequest> requests) {
    MigrationWriter writer = new MigrationWriter();
    return MemoryCompiler.compile(requests.stream().map(writer::write).toList());
  }

  private static List<Change> recorded(Consumer<Operations> body, Schema state) {
    Operations op = new Operations(state);
    body.accept(op);
    assertTrue(op.steps().stream().allMatch(Step.Alter.class::isInstance));
    return op.steps().stream().map(step -> ((Step.Alter) step).change()).toList();
  }
}
