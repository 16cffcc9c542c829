package dev.autogen.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.cli.Shell;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real input: Keycloak's 97 tables, with its own entities and dependencies as class path. */
class KeycloakIT {

  @TempDir Path project;

  /** As a person has it: a process, in a project whose class path Maven tells. */
  @Test
  void isTakenFromItsBuild() throws Exception {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      Files.copy(KeycloakJars.POM, project.resolve("pom.xml"));
      configure("hibernate", "");
      Product autogen = Product.in(project, database);
      autogen.run("-m", "initial schema").expecting(0);
      autogen.run("upgrade").expecting(0);
      assertEquals(97, tables(database).size());
      requireInStep(autogen.run("check", "--format", "json").expecting(0).out());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL,hibernate",
    "POSTGRESQL,spring",
    "MYSQL,hibernate",
    "MARIADB,spring",
    "H2,hibernate",
    "SQLITE,spring"
  })
  void goesForthAndBack(Engine engine, String naming) throws Exception {
    try (TestDatabase database = onDisk(engine)) {
      Shell autogen = keycloak(database, naming);
      autogen.expecting(0, "-m", "initial schema");
      assertEquals(1, autogen.migrations().size());
      autogen.expecting(0, "upgrade");
      assertEquals(97, tables(database).size());
      requireInStep(autogen.expecting(0, "check", "--format", "json").out());
      autogen.expecting(0, "-m", "nothing new");
      assertEquals(1, autogen.migrations().size());
      autogen.expecting(0, "downgrade", "base");
      assertEquals(List.of(), tables(database));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL,hibernate",
    "POSTGRESQL,spring",
    "MYSQL,hibernate",
    "MARIADB,spring",
    "H2,hibernate",
    "SQLITE,spring"
  })
  void findsNothingOnWhatHibernateHasMade(Engine engine, String naming) throws Exception {
    try (TestDatabase database = onDisk(engine)) {
      HibernateProcess.on(database, naming).create();
      assertEquals(97, tables(database).size());
      Shell autogen = keycloak(database, naming);
      requireInStep(autogen.expecting(0, "check", "--format", "json").out());
      autogen.expecting(0, "-m", "nothing");
      assertEquals(List.of(), autogen.migrations());
    }
  }

  private static void requireInStep(String json) {
    assertTrue(json.contains("\"changes\": []"), json);
  }

  /** H2 in a file, where Hibernate is a process of its own. */
  private TestDatabase onDisk(Engine engine) {
    return engine == Engine.H2
        ? new TestDatabase(
            Engine.H2,
            // Keycloak has a column VALUE, which Hibernate leaves without quotes.
            "jdbc:h2:file:" + project.resolve("keycloak") + ";NON_KEYWORDS=VALUE",
            "sa",
            "",
            () -> {})
        : TestDatabases.create(engine);
  }

  private Shell keycloak(TestDatabase database, String naming) throws Exception {
    String jars =
        KeycloakJars.all().stream()
            .map(jar -> "\"" + jar + "\"")
            .collect(Collectors.joining(", ", "classpath: [", "]\n"));
    configure(naming, jars);
    return new Shell(project).on(database);
  }

  private void configure(String naming, String classPath) throws IOException {
    Files.writeString(
        project.resolve("autogen.yaml"),
        """
        packages: [org.keycloak]
        migrations: migrations
        package: db.migrations
        naming: %s
        %s"""
            .formatted(naming, classPath));
  }

  /** All but the tool's own. */
  private static List<String> tables(TestDatabase database) throws Exception {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.connect();
        ResultSet rows =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(),
                    connection.getSchema(),
                    "%",
                    new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (!name.startsWith("autogen") && !name.startsWith("sqlite_")) {
          tables.add(name);
        }
      }
    }
    return tables;
  }
}
