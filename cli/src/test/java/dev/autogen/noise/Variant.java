package dev.autogen.noise;

import dev.autogen.noise.elsewhere.Elsewhere;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Ways to name what the same entities are mapped to. */
enum Variant {
  PLAIN(Map.of()),
  QUOTED(
      Map.of(
          "hibernate.globally_quoted_identifiers", "true",
          "hibernate.globally_quoted_identifiers_skip_column_definitions", "true")),
  MIXED_CASE(named(Naming.Mixed.class)),
  STRETCHED(named(Naming.Stretched.class)),
  LETTERED(named(Naming.Lettered.class)),
  /** Entities state the names of all that they have, as long as the engine takes them. */
  STATED(Map.of()),
  /** All that states no schema lies in the second. */
  SECOND_SCHEMA(Map.of()),
  /** Entities name the second themselves, and refer to each other. */
  BOTH_SCHEMAS(Map.of());

  private final Map<String, String> settings;

  Variant(Map<String, String> settings) {
    this.settings = settings;
  }

  /**
   * Hibernate's settings for it. In MySQL, MariaDB and H2 its references from the second schema go
   * astray unless the first one has a name too.
   */
  Map<String, String> settings(TestDatabase first) {
    Map<String, String> all = new TreeMap<>(settings);
    boolean database = SecondSchema.isDatabase(first.engine());
    if (this == SECOND_SCHEMA) {
      all.put(
          database ? "hibernate.default_catalog" : "hibernate.default_schema", Elsewhere.SECOND);
    }
    if (this == BOTH_SCHEMAS && first.engine() == Engine.H2) {
      all.put("hibernate.default_schema", "PUBLIC");
    }
    if (this == BOTH_SCHEMAS) {
      all.putAll(
          database
              ? Map.of("hibernate.default_catalog", SecondSchema.nameOf(first))
              : named(Naming.Schemas.class));
    }
    return all;
  }

  /** The packages of the entities: what an engine cannot have, its refusal has a test for. */
  List<String> packages(Engine engine) {
    if (this == BOTH_SCHEMAS) {
      return List.of("dev.autogen.noise.elsewhere");
    }
    if (this == STATED) {
      boolean limited = engine == Engine.MYSQL || engine == Engine.MARIADB;
      return Stream.of("stated", "endless")
          .limit(limited ? 1 : 2)
          .map("dev.autogen.noise."::concat)
          .toList();
    }
    List<String> packages = new ArrayList<>(List.of("model", "audits"));
    if (engine != Engine.SQLITE) {
      packages.add("aggregates");
    }
    if (engine == Engine.H2 || engine.family() == Engine.POSTGRESQL) {
      packages.add("intervals");
    }
    if (engine.family() == Engine.POSTGRESQL) {
      packages.add("postgresql");
    }
    return packages.stream().map("dev.autogen.noise."::concat).toList();
  }

  /** SQLite has one schema, or others in files of their own, which Hibernate does not name. */
  boolean isOn(Engine engine) {
    return engine != Engine.SQLITE || !isOverSchemas();
  }

  /** Whether the second schema has to be there. */
  boolean isOverSchemas() {
    return this == SECOND_SCHEMA || this == BOTH_SCHEMAS;
  }

  private static Map<String, String> named(Class<?> strategy) {
    return Map.of("hibernate.physical_naming_strategy", strategy.getName());
  }
}
