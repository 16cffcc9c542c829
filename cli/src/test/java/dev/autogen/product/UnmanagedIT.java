package dev.autogen.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.cli.Shell;
import dev.autogen.matrix.Catalog;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what an entity once declared is dropped, unless one asks for more. */
class UnmanagedIT {

  private static final String INDEX = "@Index(name = \"ix_email\", columnList = \"email\")";
  private static final String UNIQUE =
      "@UniqueConstraint(name = \"uk_nick\", columnNames = \"nick\")";
  private static final String CHECK =
      "@CheckConstraint(name = \"ck_age\", constraint = \"age > 0\")";
  private static final String DEFAULT = "@org.hibernate.annotations.ColumnDefault(\"18\")";
  private static final String COMMENT = "@Column(comment = \"what friends say\")";

  private static final String USER =
      """
      @Entity
      @Table(name = "users", indexes = {%s}, uniqueConstraints = {%s}, check = {%s})
      public class User {
        @Id Long id;
        @Column(length = 100, nullable = false) String email;
        %s int age;
        %s String nick;
      }
      """
          .formatted(INDEX, UNIQUE, CHECK, DEFAULT, COMMENT);

  @TempDir Path project;

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void staysUntilItIsPrunedAndComesBackWhole(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      Shell autogen = started(database);
      ByHand byHand = ByHand.on(engine);
      database.execute(byHand.statements().toArray(String[]::new));
      Catalog before = Catalog.of(database);

      Shell.Result check = autogen.expecting(0, "check");
      for (String name : byHand.names()) {
        assertTrue(check.out().contains(name), name + " is not in\n" + check.out());
      }
      assertTrue(check.out().contains("unmanaged"), check.out());
      autogen.expecting(1, "check", "--strict");
      autogen.expecting(0, "-m", "nothing");
      autogen.expecting(2, "-m", "tidy", "--prune");
      assertEquals(1, autogen.migrations().size());

      Shell.Result pruned = autogen.expecting(0, "-m", "tidy", "--prune", "--allow-destructive");
      assertFalse(pruned.out().contains("unmanaged"), pruned.out());
      assertEquals(2, autogen.migrations().size());
      assertEquals("", Catalog.of(database).difference(before));
      autogen.expecting(0, "upgrade");
      String strict = autogen.expecting(0, "check", "--strict").out();
      assertFalse(strict.contains("unmanaged"), strict);
      autogen.expecting(0, "downgrade", "-1");
      assertEquals("", Catalog.of(database).difference(before));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void goesWhenTheEntityThatDeclaredItDeclaresItNoMore(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      Shell autogen = started(database);
      loses(autogen, INDEX, "op.dropIndex(\"ix_email\")");
      loses(autogen, UNIQUE, "op.dropUnique(\"uk_nick\")");
      loses(autogen, CHECK, "op.dropCheck(\"ck_age\")");
      loses(autogen, DEFAULT, "op.alterColumn(\"users\", \"age\").dropDefaultValue(");
      if (engine == Engine.SQLITE) {
        return; // It has no comments.
      }
      loses(autogen, COMMENT, "op.alterColumn(\"users\", \"nick\").dropComment(");
    }
  }

  /** Without that part of the mapping, one migration with one step. */
  private void loses(Shell autogen, String part, String step) throws IOException {
    Entities entities = new Entities(project);
    entities.compile("User", USER.replace(part, ""));
    autogen.expecting(0, "-m", "less", "--rev-id", "less");
    assertEquals(2, autogen.migrations().size());
    Path written = project.resolve("migrations/db/migrations/Rless_less.java");
    List<String> steps = upgradeSteps(Files.readString(written));
    assertEquals(1, steps.size(), steps.toString());
    assertTrue(steps.get(0).startsWith(step), steps.toString());
    Files.delete(written);
    entities.compile("User", USER);
  }

  private static List<String> upgradeSteps(String source) {
    String body =
        source.substring(source.indexOf("void upgrade("), source.indexOf("void downgrade("));
    List<String> steps = new ArrayList<>();
    Pattern.compile("^ {4}(op\\..*)$", Pattern.MULTILINE)
        .matcher(body)
        .results()
        .forEach(step -> steps.add(step.group(1)));
    return steps;
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void staysThoughAMigrationWrittenByHandMadeIt(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      Shell autogen = started(database);
      autogen.expecting(0, "revision", "--empty", "-m", "by hand", "--rev-id", "hand");
      Path file = project.resolve("migrations/db/migrations/Rhand_by_hand.java");
      Files.writeString(
          file,
          Files.readString(file)
              .replaceFirst(
                  "upgrade\\(Operations op\\) \\{",
                  "$0\n    op.createIndex(\"ix_hand\").on(\"users\", \"age\");\n"));
      autogen.expecting(0, "upgrade");
      Shell.Result check = autogen.expecting(0, "check");
      assertTrue(check.out().contains("users.ix_hand"), check.out());
      autogen.expecting(0, "-m", "nothing");
      assertEquals(2, autogen.migrations().size());
    }
  }

  private Shell started(TestDatabase database) throws IOException {
    Entities.in(project).compile("User", USER);
    Shell autogen = new Shell(project).on(database);
    autogen.expecting(0, "-m", "initial schema", "--rev-id", "0001");
    autogen.expecting(0, "upgrade");
    return autogen;
  }
}
