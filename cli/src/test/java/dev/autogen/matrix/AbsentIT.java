package dev.autogen.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.plan.Comparison;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases that an engine does not have, on that engine: the tool refuses them with a reason and
 * has changed nothing; or the mapping comes to something that the engine does have, and then all of
 * it is made, is found again and goes back.
 *
 * <p>What a case does to the database by hand, in the words of one engine, says nothing to another:
 * such cases are left out. Of the cases that one reason covers the first stands for all; {@code
 * -Dabsent.all=true} tries each.
 */
class AbsentIT {

  private static final boolean ALL = Boolean.getBoolean("absent.all");

  @TempDir private Path folder;

  /** How a case ended: what the tool cannot tell, and says so of, it has refused too. */
  private record End(boolean refused, String wrong) {

    static End refused(RuntimeException reason, String difference) {
      boolean said =
          reason.getClass().getName().startsWith("dev.autogen.")
              && reason.getMessage() != null
              && reason.getMessage().endsWith(".");
      return new End(true, (said ? "" : "refused without a reason: " + reason) + difference);
    }

    static End done(String wrong) {
      return new End(false, wrong);
    }
  }

  static Set<Engine> engines() {
    return Engine.served().stream()
        .filter(engine -> engine == engine.family())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void isRefusedOrIsSomethingElse(Engine engine) throws Exception {
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    List<Case> absent = absent(engine);
    for (Case one : absent) {
      End end = end(engine, one);
      refused += end.refused() ? 1 : 0;
      if (!end.wrong().isEmpty()) {
        wrong.add(one.title() + " on " + engine.label() + ": " + end.wrong());
      }
    }
    System.out.printf(
        "%s: %d cases that it does not have, %d refused, %d of something else, %d wrong%n",
        engine.label(), absent.size(), refused, absent.size() - refused, wrong.size());
    assertEquals("", String.join("\n", wrong));
  }

  private static List<Case> absent(Engine engine) {
    Set<String> reasons = new HashSet<>();
    return Cases.all().stream()
        .filter(one -> one.absent().containsKey(engine) && isOfEntitiesAlone(one))
        .filter(one -> reasons.add(one.absent().get(engine)) || ALL)
        .toList();
  }

  private static boolean isOfEntitiesAlone(Case one) {
    return one.trials().values().stream()
        .allMatch(trial -> trial.drift().isEmpty() && trial.byHand().isEmpty());
  }

  private End end(Engine engine, Case one) throws Exception {
    Path sources = folder.resolve(one.title().replaceAll("[^a-zA-Z0-9]+", "-"));
    try (TestDatabase database = TestDatabases.create(engine)) {
      Subject subject = new Subject(database, one, Files.createDirectories(sources));
      Catalog empty = Catalog.of(database);
      try {
        subject.createBefore();
      } catch (RuntimeException reason) {
        return End.refused(reason, Catalog.of(database).difference(empty));
      }
      Catalog start = Catalog.of(database);
      try {
        Comparison found = subject.compareAfter();
        if (!found.notCompared().isEmpty()) {
          return new End(true, Catalog.of(database).difference(start));
        }
        if (!found.isInStep()) {
          subject.writeAfter(found);
        }
        subject.upgrade();
      } catch (RuntimeException reason) {
        return End.refused(reason, Catalog.of(database).difference(start));
      }
      Comparison again = subject.compareAgain();
      if (!again.isInStep()) {
        return End.done("not there: " + again.plan().changes() + " " + again.notCompared());
      }
      subject.downgrade();
      return End.done(Catalog.of(database).difference(start));
    }
  }
}
