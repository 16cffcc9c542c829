package dev.autogen.matrix;

import dev.autogen.plan.Comparison;
import dev.autogen.testing.Engine;
import dev.autogen.testing.ReusedDatabases;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;

/**
 * Takes one case through autogen on one engine, and asks the five oracles. Hibernate creates the
 * tables that it starts from and is compared with; but for SQLite Hibernate's own DDL lacks foreign
 * keys and does not run, so that there autogen makes them out of nothing.
 */
final class Measurement {

  private final Case measured;
  private final Engine engine;
  private final Trial trial;
  private final Map<Oracle, String> failures = new EnumMap<>(Oracle.class);

  private Measurement(Case measured, Engine engine) {
    this.measured = measured;
    this.engine = engine;
    this.trial = measured.trial(engine);
  }

  static Score of(Case measured, Engine engine, ReusedDatabases databases) {
    return new Measurement(measured, engine).take(databases);
  }

  /** Something that may fail, with what is wrong as its result: nothing if nothing is. */
  @FunctionalInterface
  private interface Attempt {
    String difference() throws Exception;
  }

  private Score take(ReusedDatabases databases) {
    try (TestDatabase live = databases.take();
        TestDatabase fresh = databases.take()) {
      Path folder = emptyFolder();
      Subject subject =
          new Subject(live, measured, Files.createDirectories(folder.resolve("live")));
      if (engine == Engine.SQLITE) {
        Path other = Files.createDirectories(folder.resolve("fresh"));
        new Subject(fresh, measured, other).createAfter();
        subject.createBefore();
      } else {
        Hibernate.create(fresh, measured.after());
        subject.writeBefore();
        Hibernate.create(live, measured.before());
        subject.stamp();
      }
      fresh.execute(trial.byHand().toArray(String[]::new));
      live.execute(trial.byHand().toArray(String[]::new));
      live.execute(trial.rows().toArray(String[]::new));
      live.execute(trial.drift().toArray(String[]::new));
      take(subject, live, Catalog.of(fresh));
    } catch (Exception | LinkageError | ServiceConfigurationError e) {
      for (Oracle oracle : Oracle.values()) {
        failures.putIfAbsent(oracle, sentence(e));
      }
    }
    return new Score(measured, engine, failures);
  }

  /** Where the migrations of this case stay to be looked at. */
  private Path emptyFolder() throws IOException {
    String name = measured.title().replaceAll("[^a-zA-Z0-9]+", "-");
    Path folder = Path.of("target", "matrix", engine.label(), name);
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  private void take(Subject subject, TestDatabase live, Catalog target) throws Exception {
    Catalog start = Catalog.of(live);
    requireDifference(start, target);
    Rows rows = Rows.of(live);
    Comparison found = subject.compareAfter();
    ask(
        Oracle.DETECTED,
        () ->
            new Expectation(trial.expected()).difference(found.plan().changes())
                + (found.notCompared().isEmpty() ? "" : " not compared " + found.notCompared()));
    ask(
        Oracle.RUNS,
        () -> {
          if (!found.isInStep()) {
            subject.writeAfter(found);
          }
          subject.upgrade();
          return Rows.of(live).difference(rows.renamed(measured.renames()), trial.converted());
        });
    ask(Oracle.EXACT, () -> Catalog.of(live).difference(target));
    ask(Oracle.CONVERGES, () -> left(subject.compareAgain()));
    ask(
        Oracle.RESTORES,
        () -> {
          subject.downgrade();
          String catalog = Catalog.of(live).difference(start);
          return catalog.isEmpty()
              ? Rows.of(live).difference(rows, subject.lost(found, trial.converted()))
              : catalog;
        });
  }

  /** A case whose two sides are the same to the database would show nothing. */
  private void requireDifference(Catalog start, Catalog target) {
    boolean same = target.difference(start).isEmpty();
    if (same != trial.expected().isEmpty()) {
      throw new IllegalStateException(
          same
              ? "A case that expects a change must make one: Hibernate creates the same tables."
              : "A case that expects no change makes one:\n" + target.difference(start));
    }
  }

  private static String left(Comparison second) {
    return second.isInStep() ? "" : second.plan().changes() + " " + second.notCompared();
  }

  private void ask(Oracle oracle, Attempt attempt) {
    try {
      String difference = attempt.difference();
      if (!difference.isEmpty()) {
        failures.put(oracle, difference);
      }
    } catch (Exception | LinkageError | ServiceConfigurationError e) {
      failures.put(oracle, sentence(e));
    }
  }

  private static String sentence(Throwable e) {
    if (Boolean.getBoolean("matrix.traces")) {
      e.printStackTrace();
    }
    StringBuilder text = new StringBuilder();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : " ← ").append(cause);
    }
    return text.toString();
  }
}
