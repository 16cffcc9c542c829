package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each bad input ends with exit code 2 and a sentence that says what to do, and writes nothing. */
class BadInputTest {

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void project() throws IOException {
    shell = Shell.withEntities(directory, "before");
  }

  private void refuses(String sentence, String... arguments) throws IOException {
    Map<String, String> before = shell.files();
    Shell.Result result = shell.run(arguments);
    assertEquals(2, result.code(), result.toString());
    assertTrue(result.err().contains(sentence), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
    assertFalse((result.out() + result.err()).contains("s3cret-word"), result.toString());
    assertFalse((result.out() + result.err()).contains("wr0ng-word"), result.toString());
    assertEquals(before, shell.files());
  }

  private void migration(String id, String revises, String body) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("src/db/migrations"));
    Files.writeString(
        folder.resolve("R" + id + ".java"),
        """
        package db.migrations;

        import dev.autogen.migration.*;

        @Revision(id = "%1$s"%2$s)
        public final class R%1$s implements Migration {
          @Override public void upgrade(Operations op) { %3$s }
          @Override public void downgrade(Operations op) {}
        }
        """
            .formatted(id, revises.isEmpty() ? "" : ", revises = \"" + revises + "\"", body));
  }

  @Test
  void noDatabaseServer() throws IOException {
    String url = "jdbc:postgresql://localhost:1/shop?password=s3cret-word";
    refuses("nothing answers at that host and port", "check", "--url", url);
  }

  @Test
  void unknownHost() throws IOException {
    refuses(
        "host name is not known", "check", "--url", "jdbc:postgresql://no-such-host.invalid/shop");
  }

  @Test
  void noUrl() throws IOException {
    shell.configure("user: sa");
    refuses("there is no \"url\"", "check");
  }

  @Test
  void noDriver() throws IOException {
    refuses("No JDBC driver", "check", "--url", "jdbc:nosuch://sa:s3cret-word@localhost/shop");
  }

  @Test
  void wrongPassword() throws IOException {
    shell.expecting(1, "check");
    shell.environment.put("AUTOGEN_PASSWORD", "wr0ng-word");
    refuses("refused the password for user \"sa\"", "check");
  }

  @Test
  void noEntities() throws IOException {
    refuses("com.nowhere", "-m", "x", "--packages", "com.nowhere");
  }

  @Test
  void entityClassThatIsNotThere() throws IOException {
    refuses("com.nowhere.User", "-m", "x", "--entities", "com.nowhere.User");
  }

  @Test
  void unknownKey() throws IOException {
    shell.configure("url: jdbc:h2:mem:x", "# comment", "pakages: [com.shop]");
    refuses("autogen.yaml:3: There is no key \"pakages\". Did you mean \"packages\"?", "-m", "x");
  }

  @Test
  void migrationThatDoesNotCompile() throws IOException {
    migration("aa11", "", "op.noSuchThing();");
    refuses("Raa11.java:7", "upgrade");
    refuses("Raa11.java:7", "-m", "x");
  }

  @Test
  void migrationThatThrows() throws IOException {
    migration("aa11", "", "throw new IllegalStateException(\"because\");");
    refuses("because", "upgrade");
  }

  @Test
  void migrationWhoseStatementFails() throws IOException {
    migration("aa11", "", "op.execute(\"drop table nowhere\");");
    refuses("nowhere", "upgrade");
  }

  @Test
  void unknownTarget() throws IOException {
    migration("aa11", "", "");
    refuses("zz99", "upgrade", "zz99");
    refuses("zz99", "show", "zz99");
  }

  @Test
  void twoHeads() throws IOException {
    migration("aa11", "", "");
    migration("bb22", "aa11", "");
    migration("cc33", "aa11", "");
    refuses("There are 2 heads", "-m", "x");
    refuses("heads", "upgrade");
  }

  @Test
  void revisionThatNoFileHas() throws IOException {
    migration("aa11", "", "");
    shell.expecting(0, "upgrade");
    Files.delete(directory.resolve("src/db/migrations/Raa11.java"));
    refuses("stands at revision \"aa11\"", "current");
    refuses("stands at revision \"aa11\"", "check");
    refuses("stands at revision \"aa11\"", "upgrade");
  }

  @Test
  void wrongArguments() throws IOException {
    refuses("Unknown option: '--nonsense'", "check", "--nonsense");
    refuses("Unmatched argument", "frobnicate");
    refuses("-m and its options", "-m", "x", "check");
    refuses("needs a message", "revision");
    refuses("There is no environment \"prod\"", "check", "-e", "prod");
    refuses("There is no directory", "-C", "nowhere", "check");
    refuses("There is no configuration file", "check", "--config", "other.yaml");
    refuses("exclude each other", "upgrade", "--sql", "--dry-run");
    refuses("TABLE.COLUMN=SQL", "-m", "x", "--fill", "nonsense");
    refuses("OLD=NEW", "-m", "x", "--rename", "nonsense");
    refuses("cannot be a revision's id", "-m", "x", "--rev-id", "../../x");
  }

  @Test
  void nothingToDoIsAskedFor() {
    assertEquals(2, shell.run().code());
  }
}
