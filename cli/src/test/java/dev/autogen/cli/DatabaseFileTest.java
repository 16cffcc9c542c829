package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFileTest {

  @TempDir Path folder;

  @Test
  void givesAnEmptyDatabaseForAFileThatIsNotThere() throws IOException {
    String sqlite = "jdbc:sqlite:" + folder.resolve("app.db") + "?foreign_keys=true";
    assertEquals("jdbc:sqlite::memory:", DatabaseFile.insteadOfMissing(sqlite));
    Files.createFile(folder.resolve("app.db"));
    assertEquals(sqlite, DatabaseFile.insteadOfMissing(sqlite));
  }

  @Test
  void givesAnEmptyDatabaseForAFileOfH2() throws IOException {
    String h2 = "jdbc:h2:file:" + folder.resolve("app") + ";MODE=MySQL;AUTO_SERVER=TRUE";
    String empty = DatabaseFile.insteadOfMissing(h2);
    assertTrue(empty.matches("jdbc:h2:mem:[-0-9a-f]+/app;MODE=MySQL"), empty);
    Files.createFile(folder.resolve("app.mv.db"));
    assertEquals(h2, DatabaseFile.insteadOfMissing(h2));
  }

  @Test
  void leavesServersMemoryAndWhatMustBeThereAlone() {
    for (String url :
        new String[] {
          "jdbc:postgresql://host/db",
          "jdbc:h2:mem:x;MODE=MySQL",
          "jdbc:h2:file:/nowhere/x;ifexists=true",
          "jdbc:h2:tcp://localhost/~/x",
          "jdbc:sqlite::memory:",
          "jdbc:sqlite:file:x?mode=memory&cache=shared"
        }) {
      assertEquals(url, DatabaseFile.insteadOfMissing(url));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:shop.db, jdbc:sqlite:/app/shop.db",
    "jdbc:sqlite:db/shop.db?foreign_keys=true, jdbc:sqlite:/app/db/shop.db?foreign_keys=true",
    "jdbc:sqlite:../shop.db, jdbc:sqlite:/app/../shop.db",
    "jdbc:sqlite:file:shop.db?cache=shared, jdbc:sqlite:file:/app/shop.db?cache=shared",
    "jdbc:sqlite:/srv/shop.db, jdbc:sqlite:/srv/shop.db",
    "jdbc:sqlite:file:///srv/shop.db, jdbc:sqlite:file:///srv/shop.db",
    "jdbc:sqlite::memory:, jdbc:sqlite::memory:",
    "jdbc:sqlite:file:x?mode=memory, jdbc:sqlite:file:x?mode=memory",
    "jdbc:sqlite:, jdbc:sqlite:",
    "jdbc:h2:./shop;MODE=MySQL, jdbc:h2:/app/./shop;MODE=MySQL",
    "jdbc:h2:nio:../shop, jdbc:h2:nio:/app/../shop",
    "jdbc:h2:mem:x, jdbc:h2:mem:x",
    "jdbc:h2:~/shop, jdbc:h2:~/shop",
    "jdbc:postgresql:shop, jdbc:postgresql:shop"
  })
  void isOfTheProjectsDirectory(String url, String opened) {
    assertEquals(opened, DatabaseFile.in(Path.of("/app"), url));
  }

  @ParameterizedTest
  @CsvSource({"jdbc:sqlite:./shop.db, shop.db", "jdbc:h2:./shop, shop.mv.db"})
  void looksWithoutMakingAFile(String url, String file) throws IOException {
    Shell shell = Shell.withEntities(folder, "before");
    shell.configure(
        "url: " + url,
        "classpath: [" + Path.of("target", "test-classes").toAbsolutePath() + "]",
        "packages: [dev.autogen.cli.before]",
        "migrations: src");
    shell.expecting(0, "-m", "initial schema");
    shell.expecting(1, "check");
    shell.expecting(0, "current");
    shell.expecting(0, "upgrade", "--sql");
    assertEquals(false, Files.exists(folder.resolve(file)));
    shell.expecting(0, "upgrade");
    shell.expecting(0, "check");
    assertEquals(true, Files.exists(folder.resolve(file)));
    shell.expecting(0, "downgrade", "base");
    shell.expecting(1, "check");
  }
}
