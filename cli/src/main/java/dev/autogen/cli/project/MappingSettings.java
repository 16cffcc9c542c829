package dev.autogen.cli.project;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The settings of Hibernate in an application's properties that change what a mapping means. Leaves
 * out those that matter at run time alone, such as its dialect, logging and caches.
 */
final class MappingSettings {

  private static final String SPRING_PROPERTIES = "spring.jpa.properties.";
  private static final String PHYSICAL = "hibernate.physical_naming_strategy";
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";

  private static final Pattern OF_A_MAPPING =
      Pattern.compile(
          "(?:org\\.)?hibernate\\.(?:.*naming.*|default_(?:schema|catalog)|globally_quoted.*"
              + "|auto_quote_keyword|keyword_auto_quoting.*|use_nationalized.*"
              + "|(?:type|mapping|id|timezone|envers)\\..*)");

  /** What {@code naming: spring} says already. */
  private static final Pattern SPRINGS_OWN =
      Pattern.compile(
          ".*\\.(?:CamelCaseToUnderscoresNamingStrategy|PhysicalNamingStrategySnakeCaseImpl"
              + "|SpringPhysicalNamingStrategy|SpringImplicitNamingStrategy)");

  private MappingSettings() {}

  static Map<String, String> of(Map<String, String> application) {
    Map<String, String> settings = new TreeMap<>();
    application.forEach(
        (key, value) -> {
          String name = name(key);
          if (OF_A_MAPPING.matcher(name).matches() && !SPRINGS_OWN.matcher(value).matches()) {
            settings.put(name, value);
          }
        });
    return settings;
  }

  /** Hibernate's own name of a setting, or the name itself. */
  private static String name(String key) {
    return switch (key) {
      case "spring.jpa.hibernate.naming.physical-strategy",
          "quarkus.hibernate-orm.physical-naming-strategy" ->
          PHYSICAL;
      case "spring.jpa.hibernate.naming.implicit-strategy",
          "quarkus.hibernate-orm.implicit-naming-strategy" ->
          IMPLICIT;
      case "quarkus.hibernate-orm.database.default-schema" -> "hibernate.default_schema";
      case "quarkus.hibernate-orm.database.default-catalog" -> "hibernate.default_catalog";
      default ->
          key.startsWith(SPRING_PROPERTIES) ? key.substring(SPRING_PROPERTIES.length()) : key;
    };
  }
}
