package dev.autogen.cli.report;

import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison has come to, for people and programs.
 *
 * @param status what a gate makes of it
 * @param from what was compared: {@code shop (PostgreSQL 16.4)}
 * @param to what with: {@code entities (com.shop.domain, 42 tables)}
 * @param lines the changes that lead from one to the other
 * @param notes what there is to know besides
 * @param schema the schema that the changes lead to, for a diagram
 * @param sql the statements of the upgrade, where they were asked for
 * @param written the file that was written, if one was
 */
public record Report(
    Status status,
    String from,
    String to,
    List<Line> lines,
    List<Note> notes,
    Schema schema,
    List<String> sql,
    Optional<String> written) {

  /** What a gate makes of it. */
  public enum Status {
    IN_STEP,
    OUT_OF_STEP,
    /** Nothing differs of what could be compared; not all could. */
    UNKNOWN
  }

  public Report {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    sql = List.copyOf(sql);
  }

  public Report withSql(List<String> statements) {
    return new Report(status, from, to, lines, notes, schema, statements, written);
  }

  public Report withWritten(String file) {
    return new Report(status, from, to, lines, notes, schema, sql, Optional.of(file));
  }

  /** The notes of one kind, in their order. */
  List<Note> notes(Note.Kind kind) {
    return notes.stream().filter(note -> note.kind() == kind).toList();
  }
}
