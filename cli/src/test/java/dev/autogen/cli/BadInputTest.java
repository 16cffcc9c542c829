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
    shell.expecting(0, "stamp", "base");
    shell.environment.put("AUTOGEN_PASSWORD", "wr0ng-word");
    refuses("refused the password for user \"sa\"", "check");
    assertFalse(Files.exists(directory.resolve("db/shop.trace.db")));
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
    refuses("Revision aa11", "show", "aa11");
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
    String report = shell.expecting(1, "check").out();
    assertTrue(report.contains("Revision aa11 was applied"), report);
    refuses("stands at revision \"aa11\"", "upgrade");
  }

  @Test
  void unknownDatabase() throws IOException {
    String url = "jdbc:h2:file:./elsewhere/shop;IFEXISTS=TRUE";
    refuses("there is no such database", "check", "--url", url);
  }

  /** A file stands where a directory would have to be: no right helps, not even the superuser's. */
  @Test
  void placeWhereNothingCanBeWritten() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    refuses("Cannot write", "-m", "x", "--empty", "--migrations", "file");
    refuses("Cannot write the report", "check", "--output", "file/report.txt");
    refuses("Cannot write the report", "check", "--output", "nowhere/report.txt");
    refuses("its file cannot be opened", "upgrade", "--url", "jdbc:h2:file:./file/shop");
    refuses("Cannot read the password file", "check", "--password-file", "nowhere");
  }

  @Test
  void passwordInAStackTrace() throws IOException {
    String url = "jdbc:postgresql://localhost:1/shop?password=s3cret-word&sslpassword=wr0ng-word";
    Shell.Result result = shell.expecting(2, "check", "--stacktrace", "--url", url);
    assertTrue(result.err().contains("\tat "), result.err());
    assertFalse(result.err().contains("s3cret-word"), result.err());
    assertFalse(result.err().contains("wr0ng-word"), result.err());
  }

  @Test
  void projectThatIsNotCompiled() throws IOException {
    Files.createDirectory(directory.resolve("classes"));
    refuses("Compile the project first", "-m", "x", "--classpath", "classes");
    refuses("Compile the project first", "-m", "x", "--classpath", "nowhere");
  }

  @Test
  void fileThatIsNoYaml() throws IOException {
    shell.configure("url: jdbc:h2:mem:x", "packages: [a", ": }");
    refuses("autogen.yaml:3 is not valid YAML", "check");
    shell.configure("- url");
    refuses("autogen.yaml:1: The file must hold keys and values", "check");
    shell.configure("url: [a, b]");
    refuses("autogen.yaml:1: \"url\" must be text", "check");
    shell.configure("url: a", "url: b");
    refuses("autogen.yaml:2: \"url\" is there twice", "check");
    shell.configure("url: ${NO_SUCH_VARIABLE}");
    refuses("NO_SUCH_VARIABLE, which is not set", "check");
  }

  @Test
  void fileThatIsNoText() throws IOException {
    Path file = directory.resolve("binary.yaml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Shell.Result result = shell.expecting(2, "check", "--config", "binary.yaml");
    assertTrue(result.err().contains("binary.yaml is no text in UTF-8"), result.err());
  }

  @Test
  void beginningOfSeveral() throws IOException {
    migration("aa11", "", "");
    migration("aa12", "aa11", "");
    refuses("could be any of 2 revisions", "upgrade", "aa");
    refuses("beyond the last revision", "upgrade", "+3");
    refuses("not applied", "downgrade", "aa12");
  }

  @Test
  void saysWhereTheDatabaseIsThoughTheTargetIsBehind() throws IOException {
    migration("aa11", "", "");
    migration("bb22", "aa11", "");
    shell.expecting(0, "upgrade");
    assertEquals(
        "nothing to do: the database is at bb22\n", shell.expecting(0, "upgrade", "aa11").out());
    assertEquals("stamped: the database is at aa11\n", shell.expecting(0, "stamp", "aa").out());
  }

  @Test
  void graphThatIsNone() throws IOException {
    migration("aa11", "zz99", "");
    refuses("follows revision \"zz99\", which no migration has", "check");
    migration("aa11", "bb22", "");
    migration("bb22", "aa11", "");
    refuses("in a circle", "upgrade");
    migration("aa11", "", "");
    Path folder = directory.resolve("src/db/migrations");
    Files.writeString(
        folder.resolve("Rbb22.java"),
        Files.readString(folder.resolve("Raa11.java")).replace("class Raa11", "class Rbb22"));
    refuses("Revision \"aa11\" is there twice", "upgrade");
  }

  @Test
  void statementThatFailsHalfWayWhereDdlCommits() throws IOException {
    migration(
        "aa11", "", "op.execute(\"create table one (id int)\"); op.execute(\"select nothing\");");
    refuses("Step 1 of 2 was applied", "upgrade");
    assertTrue(
        shell
            .expecting(0, "current")
            .out()
            .startsWith("The upgrade of revision aa11 came to step 2 of 2: select nothing."));
  }

  @Test
  void messageThatIsHostile() throws IOException {
    refuses("needs a message", "-m", "");
    refuses("needs a message", "-m", " \t");
    String hostile = "*/ \" \\u0022 \n ${url} $S %s ../../x \uD83D\uDE00 " + "long ".repeat(100);
    shell.expecting(0, "revision", "--empty", "-m", hostile);
    assertEquals(
        "revision  000000000001 (head)  " + hostile.replace("\n", "\\n"),
        shell.expecting(0, "show", "head").out().lines().findFirst().orElse(""));
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
    refuses("is about a run", "upgrade", "--sql", "--interrupted", "done");
    refuses("without steps", "revision", "--empty", "-m", "x", "--rename", "a=b");
    refuses("TABLE.COLUMN=SQL", "-m", "x", "--fill", "nonsense");
    refuses("OLD=NEW", "-m", "x", "--rename", "nonsense");
    refuses("cannot be a revision's id", "-m", "x", "--rev-id", "../../x");
    refuses("cannot be a revision's id", "-m", "x", "--rev-id", "head");
    refuses("expected one of [TEXT, JSON, MARKDOWN]", "check", "--format", "yaml");
  }

  @Test
  void listsGoOnBehindTheCommand() throws IOException {
    Files.createDirectories(shell.directory.resolve("a/b"));
    shell.expecting(0, "-C", "a", "heads", "-C", "b");
  }

  @Test
  void nothingToDoIsAskedFor() {
    assertEquals(2, shell.run().code());
  }
}
