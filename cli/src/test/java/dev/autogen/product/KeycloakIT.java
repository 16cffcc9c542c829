package dev.autogen.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real input: Keycloak's 97 tables, with its own entities and dependencies as class path. */
class KeycloakIT {

  @TempDir Path project;

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
      Product autogen = keycloak(database, naming);
      autogen.run("-m", "initial schema").expecting(0);
      assertEquals(1, autogen.migrations().size());
      autogen.run("upgrade").expecting(0);
      assertEquals(97, tables(database).size());
      Product.Result check = autogen.run("check", "--format", "json").expecting(0);
      assertTrue(check.out().contains("\"changes\": []"), check.toString());
      autogen.run("-m", "nothing new").expecting(0);
      assertEquals(1, autogen.migrations().size());
      autogen.run("downgrade", "base").expecting(0);
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
      Product autogen = keycloak(database, naming);
      HibernateProcess.on(database, project.resolve("keycloak.classpath"), naming).create();
      assertEquals(97, tables(database).size());
      Product.Result check = autogen.run("check", "--format", "json").expecting(0);
      assertTrue(check.out().contains("\"changes\": []"), check.toString());
      autogen.run("-m", "nothing").expecting(0);
      assertEquals(List.of(), autogen.migrations());
    }
  }

  /** H2 in a file, since each command is a process of its own. */
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

  private Product keycloak(TestDatabase database, String naming) throws Exception {
    Files.copy(Path.of("src/it/keycloak/pom.xml"), project.resolve("pom.xml"));
    Files.writeString(
        project.resolve("autogen.yaml"),
        """
        packages: [org.keycloak]
        migrations: migrations
        package: db.migrations
        naming: %s
        """
            .formatted(naming));
    return Product.in(project, database);
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
