package dev.autogen.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ReportTest {

  private static final QualifiedName USERS = QualifiedName.of("users");

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }

  private static Line line(Change change, String origin, boolean destructive) {
    return new Line(change, Optional.of(origin).filter(o -> !o.isEmpty()), destructive, List.of());
  }

  private static Report report(List<Line> lines, List<Note> notes) {
    Table preferences = preferences();
    return new Report(
        Report.Status.OUT_OF_STEP,
        "shop (PostgreSQL 16.4)",
        "entities (com.shop.domain, 42 tables)",
        lines,
        notes,
        Schema.of(List.of(), List.of(preferences), List.of(), List.of()),
        List.of(),
        Optional.empty());
  }

  private static Table preferences() {
    return Table.of(
        QualifiedName.of("user_preferences"),
        List.of(column("id", "bigint"), column("theme", "varchar(20)")),
        List.of(new PrimaryKey("user_preferences_pkey", List.of("id"))),
        List.of());
  }

  private static List<Line> lines() {
    return List.of(
        line(new CreateTable(preferences()), "com.shop.UserPreferences", false),
        line(
            new AlterColumn(
                USERS, column("email", "varchar(100)"), column("email", "varchar(255)")),
            "com.shop.User.email",
            false),
        line(new DropColumn(USERS, column("fax", "varchar(40)")), "", true));
  }

  @Test
  void alignsWhatAPersonReads() {
    assertEquals(
        """
        3 changes · shop (PostgreSQL 16.4) → entities (com.shop.domain, 42 tables)

          - column  users.fax          varchar(40)                   no entity maps it   DESTRUCTIVE
          + table   user_preferences                                 UserPreferences
          ~ column  users.email        varchar(100) → varchar(255)   User.email

        written  src/R1.java
        """,
        new TextReport(Style.PLAIN).write(report(lines(), List.of()).withWritten("src/R1.java")));
  }

  @Test
  void countsUnmanagedThings() {
    List<Note> notes =
        List.of(
            new Note(Note.Kind.UNMANAGED, "", "users.ix_a", "index", ""),
            new Note(Note.Kind.NOT_COMPARED, "", "users.c", "constraint", "no right to create"));
    String text = new TextReport(Style.PLAIN).write(report(List.of(), notes));
    assertTrue(text.contains("    index  users.ix_a\n"), text);
    assertTrue(
        text.contains("not compared: constraint users.c, because no right to create\n"), text);
  }

  @Test
  void keepsTheTerminalSafe() {
    String evil = "x\u001b[2J\n\u202eevil";
    String text =
        new TextReport(Style.PLAIN)
            .write(
                report(
                    List.of(line(new DropColumn(USERS, column(evil, "int")), "", true)),
                    List.of()));
    assertFalse(text.contains("\u001b") || text.contains("\u202e"), text);
    assertTrue(text.contains("users.x\\u001b[2J\\n\\u202eevil"), text);
  }

  @Test
  void coloursOnlyWhereAsked() {
    assertTrue(
        new TextReport(Style.COLOURED).write(report(lines(), List.of())).contains("\u001b["));
  }

  @Test
  void writesJsonOfThePublishedForm() throws IOException {
    Note note = new Note(Note.Kind.UNMANAGED, "", "t.\"q\"\u0007", "index", "");
    String json =
        new JsonReport()
            .write(
                report(lines(), List.of(note))
                    .withSql(List.of("drop \\ \"x\";\n"))
                    .withWritten("src/R1.java"));
    Map<?, ?> schema = yaml(Files.readString(Path.of("..", "docs", "report.schema.json")));
    SchemaCheck.check(yaml(json), schema, schema, "$");
    assertEquals(3, ((List<?>) yaml(json).get("changes")).size());
  }

  /** JSON is YAML. */
  private static Map<?, ?> yaml(String json) {
    Object value = new Load(LoadSettings.builder().build()).loadFromString(json);
    assertNotNull(value);
    return (Map<?, ?>) value;
  }

  @Test
  void escapesMarkdownAndHtml() {
    String evil = "a|b`c<script>*d*";
    String text =
        new MarkdownReport()
            .write(
                report(
                    List.of(line(new DropColumn(USERS, column(evil, "int")), "", true)),
                    List.of()));
    assertTrue(text.contains("users.a\\|b\\`c&lt;script&gt;\\*d\\*"), text);
  }

  @Test
  void drawsTheTablesThatAreTouched() {
    String text = new MarkdownReport().write(report(lines(), List.of()));
    assertTrue(
        text.contains(
            """
            ```mermaid
            erDiagram
              "user_preferences" {
                bigint id PK
                varchar(20) theme
              }
            ```
            """),
        text);
  }
}
