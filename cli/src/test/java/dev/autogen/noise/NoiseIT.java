package dev.autogen.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.matrix.Catalog;
import dev.autogen.plan.Comparison;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All ways to map, under all ways to name, on each engine: nothing is found on what Hibernate has
 * made, and what the tool makes is what Hibernate makes, with nothing to find and nothing left when
 * it is taken back.
 */
class NoiseIT {

  /** The view's statement, which H2 breaks into lines. */
  private static final Pattern VIEW = Pattern.compile("(?i)\\+ (create force )?view [^+]*");

  @TempDir Path folder;

  static Stream<Arguments> variants() {
    return Engine.served().stream()
        .flatMap(
            engine ->
                Stream.of(Variant.values())
                    .filter(variant -> variant.isOn(engine))
                    .map(variant -> Arguments.of(engine, variant)));
  }

  static Stream<Arguments> made() {
    return Engine.served().stream()
        .flatMap(
            engine ->
                Stream.of(Variant.PLAIN, Variant.STATED)
                    .map(variant -> Arguments.of(engine, variant)));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void findsNothingOnWhatHibernateHasMade(Engine engine, Variant variant) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine);
        SecondSchema second = SecondSchema.beside(database, variant.isOverSchemas())) {
      second.create();
      Application application = application(database, variant);
      application.createdByHibernate();
      assertEquals("", words(application.compared()));
    }
  }

  @ParameterizedTest
  @MethodSource("made")
  void makesWhatHibernateMakesAndTakesItBack(Engine engine, Variant variant) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      Application application = application(database, variant);
      Catalog empty = Catalog.of(database);
      application.createdByAutogen();
      Catalog own = Catalog.of(database);
      assertEquals("", words(application.compared()));
      application.downgraded();
      assertEquals("", Catalog.of(database).difference(empty));

      if (engine != Engine.SQLITE) {
        application.createdByHibernate();
        assertEquals("", withoutViews(Catalog.of(database).difference(own)));
      }
    }
  }

  private Application application(TestDatabase database, Variant variant) {
    Engine engine = database.engine();
    return new Application(database, variant.packages(engine), variant.settings(database), folder);
  }

  /** All that is found, with what could not be compared and what nobody declared. */
  private static String words(Comparison found) {
    return Stream.of(
            found.plan().upgrade().changes().stream().map(c -> c.describe() + " " + c),
            found.notCompared().stream(),
            found.plan().unmanaged().stream())
        .flatMap(Function.identity())
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  /** A view is an entity's to Hibernate, and nobody's business to the tool. */
  private static String withoutViews(String difference) {
    return VIEW.matcher(difference).replaceAll("").strip();
  }
}
