package dev.autogen.cli.project;

import java.util.List;

/** Writes a first {@code autogen.yaml}. What was not found stands there as a comment to fill in. */
public final class StarterConfiguration {

  private StarterConfiguration() {}

  public static String of(ProjectFacts facts) {
    StringBuilder text = new StringBuilder();
    facts
        .url()
        .ifPresentOrElse(
            url -> text.append("url: ").append(quoted(url)).append('\n'),
            () -> text.append("# url: jdbc:postgresql://localhost:5432/shop\n"));
    facts
        .user()
        .ifPresentOrElse(
            user -> text.append("user: ").append(quoted(user)).append('\n'),
            () -> text.append("# user: shop\n"));
    if (facts.passwordVariable().equals("AUTOGEN_PASSWORD")) {
      text.append("# The password comes from AUTOGEN_PASSWORD, or is asked for on a terminal.\n");
    } else {
      text.append("password: ${").append(facts.passwordVariable()).append("}\n");
    }
    text.append("classpath: ")
        .append(list(facts.classes()))
        .append("   # plus the build's dependencies\n");
    facts
        .persistenceUnit()
        .ifPresent(unit -> text.append("persistenceUnit: ").append(quoted(unit)).append('\n'));
    if (!facts.packages().isEmpty()) {
      text.append("packages: ").append(list(facts.packages())).append('\n');
    } else if (facts.persistenceUnit().isEmpty()) {
      text.append(
          "# packages: [com.shop.domain]   # all of the class path's directories unless said\n");
    }
    text.append("migrations: src/main/java\n");
    text.append("package: db.migrations\n");
    facts.naming().ifPresent(naming -> text.append("naming: ").append(naming).append('\n'));
    if (!facts.hibernate().isEmpty()) {
      text.append("hibernate:\n");
      facts
          .hibernate()
          .forEach(
              (name, value) ->
                  text.append("  ")
                      .append(quoted(name))
                      .append(": ")
                      .append(quoted(value))
                      .append('\n'));
    }
    text.append("exclude: [flyway_schema_history, \"databasechangelog*\", \"qrtz_*\"]\n");
    return text.toString();
  }

  private static String list(List<String> items) {
    return "[" + String.join(", ", items.stream().map(StarterConfiguration::quoted).toList()) + "]";
  }

  /** In quotes unless it is a plain word to YAML wherever it stands. */
  private static String quoted(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_./-]*")
            && !text.matches("(?i)true|false|null|yes|no|on|off|y|n")
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
