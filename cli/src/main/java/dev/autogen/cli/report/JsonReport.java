package dev.autogen.cli.report;

import dev.autogen.change.Description;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report for programs. Its form is {@code docs/report.schema.json}; members may be added within a
 * version, none is renamed or removed.
 */
public final class JsonReport implements ReportFormat {

  /** The version of the form. */
  static final int VERSION = 1;

  @Override
  public String write(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", VERSION);
    json.put("status", word(report.status()));
    json.put("from", report.from());
    json.put("to", report.to());
    json.put("changes", report.lines().stream().map(JsonReport::change).toList());
    json.put("findings", notes(report, Note.Kind.FINDING));
    json.put("unmanaged", notes(report, Note.Kind.UNMANAGED));
    json.put("notCompared", notes(report, Note.Kind.NOT_COMPARED));
    json.put("notes", notes(report, Note.Kind.STATE));
    if (!report.sql().isEmpty()) {
      json.put("sql", report.sql());
    }
    report.written().ifPresent(file -> json.put("written", file));
    return Json.write(json);
  }

  private static Map<String, Object> change(Line line) {
    Description words = line.description();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("action", word(words.sign()));
    json.put("kind", words.kind());
    json.put("object", words.name());
    json.put("detail", words.detail());
    json.put("destructive", line.destructive());
    line.origin().ifPresent(origin -> json.put("origin", origin));
    if (!line.reasons().isEmpty()) {
      json.put("reasons", line.reasons());
    }
    return json;
  }

  private static List<Map<String, Object>> notes(Report report, Note.Kind kind) {
    return report.notes(kind).stream().map(JsonReport::note).toList();
  }

  private static Map<String, Object> note(Note note) {
    Map<String, Object> json = new LinkedHashMap<>();
    putUnlessEmpty(json, "code", note.code());
    putUnlessEmpty(json, "kind", note.kindOfObject());
    putUnlessEmpty(json, "object", note.object());
    putUnlessEmpty(json, "message", note.message());
    return json;
  }

  private static void putUnlessEmpty(Map<String, Object> json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
