package dev.autogen.migration;

import static dev.autogen.migration.Scripts.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {

  @TempDir Path root;
  @TempDir Path cache;
  private Path folder;

  @BeforeEach
  void createPackage() throws IOException {
    folder = Files.createDirectories(root.resolve("db/migrations"));
  }

  @Test
  void compilesWhatIsThere() throws IOException {
    write("Second", "@Revision(id = \"b\", revises = \"a\", message = \"second\")", "Shared.sql()");
    write("First", "@Revision(id = \"a\")", "\"create table a (id integer)\"");
    Files.writeString(
        folder.resolve("Shared.java"),
        "package db.migrations; class Shared { static String sql() { return \"select 1\"; } }");
    Files.writeString(folder.resolve("notes.txt"), "not Java");
    Files.writeString(folder.resolve("._First.java"), "not Java: kept beside it by a file system");
    RevisionGraph graph = load();
    assertEquals(List.of("a", "b"), ids(graph.scripts()));
    MigrationScript second = graph.script("b");
    assertEquals("b (second)", second.toString());
    assertEquals("db.migrations.Second", second.origin().className());
    assertEquals(Optional.of(folder.resolve("Second.java")), second.origin().source());
    Operations op = new Operations(Schema.EMPTY);
    second.migration().upgrade(op);
    assertEquals(List.of(new Step.Execute("select 1")), op.steps());
  }

  @Test
  void isEmptyWhereThereIsNothing() {
    assertTrue(load().isEmpty());
    assertTrue(source("no.such.place").load().isEmpty());
  }

  @Test
  void namesFileAndLineThatDoNotCompile() throws IOException {
    write("Broken", "@Revision(id = \"a\")", "\"no closing quote");
    String message = failure();
    assertTrue(
        message.startsWith(
            "A migration does not compile. " + folder.resolve("Broken.java") + ":8: "),
        message);
    assertTrue(message.contains("unclosed string literal"), message);
  }

  @Test
  void saysWhatAStaticFieldThrew() throws IOException {
    Files.writeString(
        folder.resolve("Early.java"),
        """
        package db.migrations;
        import dev.autogen.migration.*;
        @Revision(id = "a")
        public class Early implements Migration {
          static final int LIMIT = Integer.parseInt("x");
          public void upgrade(Operations op) {}
          public void downgrade(Operations op) {}
        }
        """);
    String message =
        assertThrows(
                MigrationException.class,
                () -> load().script("a").migration().upgrade(new Operations(Schema.EMPTY)))
            .getMessage();
    assertTrue(message.contains("threw java.lang.NumberFormatException: For input"), message);
  }

  @Test
  void asksForUtf8() throws IOException {
    Path file = Files.write(folder.resolve("Odd.java"), new byte[] {(byte) 0xff});
    assertEquals(file + " is not UTF-8. Save it in that encoding.", failure());
  }

  @Test
  void asksForAnId() throws IOException {
    write("Unmarked", "", "\"select 1\"");
    assertEquals(
        folder.resolve("Unmarked.java")
            + " is a migration without an id. Put @Revision(id = \"...\") on the class, and the id"
            + " that it follows under \"revises\".",
        failure());
  }

  @Test
  void refusesAnIdThatIsNoWord() throws IOException {
    write("Spaced", "@Revision(id = \"a b\")", "\"select 1\"");
    assertEquals(
        folder.resolve("Spaced.java")
            + " has the revision id \"a b\". An id is a word of up to 100 characters without white"
            + " space, colon or @.",
        failure());
  }

  @Test
  void refusesAnIdThatMeansSomethingElse() throws IOException {
    write("Named", "@Revision(id = \"head\")", "\"select 1\"");
    assertEquals(
        folder.resolve("Named.java")
            + " has the revision id \"head\", which means something else where a revision is"
            + " named. Give it another.",
        failure());
  }

  @Test
  void asksForAPublicConstructor() throws IOException {
    write("Hidden", "@Revision(id = \"a\")", "\"select 1\"");
    Path file = folder.resolve("Hidden.java");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("implements Migration {", "implements Migration { Hidden() {}"));
    assertEquals(
        file
            + " cannot be created: make the class public, with a public constructor without"
            + " parameters.",
        failure());
  }

  @Test
  void asksForAMigration() throws IOException {
    Files.writeString(
        folder.resolve("Odd.java"),
        "package db.migrations; @dev.autogen.migration.Revision(id = \"a\") public class Odd {}");
    assertEquals(
        folder.resolve("Odd.java")
            + " has @Revision but is no class that implements dev.autogen.migration.Migration."
            + " Implement it, or take the annotation away.",
        failure());
  }

  @Test
  void namesBothFilesOfOneId() throws IOException {
    write("One", "@Revision(id = \"a\")", "\"select 1\"");
    write("Two", "@Revision(id = \"a\")", "\"select 1\"");
    assertEquals(
        "Revision \"a\" is there twice: in %s and in %s. Give one of them another id."
            .formatted(folder.resolve("One.java"), folder.resolve("Two.java")),
        failure());
  }

  @Test
  void keepsWhatItCompiled() throws IOException {
    write("First", "@Revision(id = \"a\")", "\"select 1\"");
    load();
    Path kept = onlyFile();
    long written = Files.getLastModifiedTime(kept).toMillis();
    load();
    assertEquals(written, Files.getLastModifiedTime(kept).toMillis());
    write("First", "@Revision(id = \"b\")", "\"select 1\"");
    assertEquals(List.of("b"), ids(load().scripts()));
  }

  @Test
  void keepsWhatIsSaidOfAMigration() throws IOException {
    write("First", "@Revision(id = \"a\", branchLabels = \"shop\")", "\"select 1\"");
    write(
        "Second",
        "@Revision(id = \"b\", revises = \"a\", dependsOn = \"shop\", replaces = {\"x\", \"y\"},"
            + " created = \"2026-11-21T10:12:00Z\", message = \"größer\", hibernate = \"7.4\")",
        "\"select 2\"");
    List<MigrationScript> compiled = load().scripts();
    List<MigrationScript> kept = load().scripts();
    assertEquals(
        compiled.stream().map(MigrationScript::header).toList(),
        kept.stream().map(MigrationScript::header).toList());
    assertEquals(
        compiled.stream().map(MigrationScript::origin).toList(),
        kept.stream().map(MigrationScript::origin).toList());
  }

  @Test
  void makesWhatItKeptWhenItsStepsAreWanted() throws IOException {
    String made = "SourceFolderTest.made";
    write("First", "@Revision(id = \"a\")", "System.setProperty(\"" + made + "\", \"now\") + \"\"");
    Path file = folder.resolve("First.java");
    String source = Files.readString(file);
    int body = source.indexOf('{') + 1;
    Files.writeString(
        file,
        source.substring(0, body)
            + " public First() { System.setProperty(\""
            + made
            + "\", \"made\"); }"
            + source.substring(body));
    load();
    System.clearProperty(made);
    Migration kept = load().script("a").migration();
    assertNull(System.getProperty(made));
    Operations op = new Operations(Schema.EMPTY);
    kept.upgrade(op);
    assertEquals(List.of(new Step.Execute("made")), op.steps());
    System.clearProperty(made);
  }

  @Test
  void compilesAgainWhenWhatItKeptIsDamaged() throws IOException {
    write("First", "@Revision(id = \"a\")", "\"select 1\"");
    load();
    Path kept = onlyFile();
    byte[] bytes = Files.readAllBytes(kept);
    bytes[bytes.length / 2] ^= 1;
    Files.write(kept, bytes);
    assertEquals(List.of("a"), ids(load().scripts()));
    bytes[bytes.length / 2] ^= 1;
    assertEquals(bytes.length, Files.readAllBytes(kept).length);
    Files.write(kept, new byte[0]);
    assertEquals(List.of("a"), ids(load().scripts()));
  }

  @Test
  void forgetsWhatNobodyHasAskedForInAMonth() throws IOException {
    write("First", "@Revision(id = \"a\")", "\"select 1\"");
    load();
    Path old = onlyFile();
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    Path swept = cache.resolve("migrations.swept");
    write("First", "@Revision(id = \"b\")", "\"select 1\"");
    load();
    assertTrue(Files.exists(old), "looked at all entries twice in a day");
    Files.setLastModifiedTime(swept, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    write("First", "@Revision(id = \"c\")", "\"select 1\"");
    load();
    assertFalse(Files.exists(old));
  }

  @Test
  void doesWithoutACacheThatCannotBeWritten() throws IOException {
    write("First", "@Revision(id = \"a\")", "\"select 1\"");
    Path file = Files.writeString(cache.resolve("file"), "");
    var source =
        new SourceFolder(root, "db.migrations", List.of(), new CompilationCache(file.resolve("x")));
    assertEquals(List.of("a"), ids(source.load().scripts()));
  }

  @Test
  void prefersTheSourceToAnOlderClassOfTheClassPath(@TempDir Path classes) throws IOException {
    write("First", "@Revision(id = \"old\")", "\"select 1\"");
    var compiled = new InMemoryCompiler(classPath()).compile(sources());
    Path target = Files.createDirectories(classes.resolve("db/migrations"));
    Files.write(target.resolve("First.class"), compiled.get(0).bytes());
    write("First", "@Revision(id = \"new\")", "\"select 1\"");
    var source =
        new SourceFolder(root, "db.migrations", List.of(classes), new CompilationCache(kept()));
    assertEquals(List.of("new"), ids(source.load().scripts()));
  }

  @Test
  void hasOneChecksumWhateverTheLineEnds() throws IOException {
    write("First", "@Revision(id = \"a\")", "\"select 1\"");
    String unix = load().script("a").origin().checksum();
    Path file = folder.resolve("First.java");
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    assertEquals(unix, load().script("a").origin().checksum());
    assertFalse(unix.isEmpty());
  }

  private void write(String name, String annotation, String sql) throws IOException {
    Files.writeString(
        folder.resolve(name + ".java"),
        """
        package db.migrations;

        import dev.autogen.migration.*;

        %s
        public final class %s implements Migration {
          @Override public void upgrade(Operations op) {
            op.execute(%s);
          }

          @Override public void downgrade(Operations op) {}
        }
        """
            .formatted(annotation, name, sql));
  }

  private RevisionGraph load() {
    return source("db.migrations").load();
  }

  private SourceFolder source(String packageName) {
    return new SourceFolder(root, packageName, List.of(), new CompilationCache(kept()));
  }

  private String failure() {
    return assertThrows(MigrationException.class, this::load).getMessage();
  }

  private Path kept() {
    return cache.resolve("migrations");
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(kept())) {
      List<Path> found = files.toList();
      assertEquals(1, found.size());
      return found.get(0);
    }
  }

  private java.util.Map<Path, String> sources() throws IOException {
    Path file = folder.resolve("First.java");
    return java.util.Map.of(file, Files.readString(file));
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
