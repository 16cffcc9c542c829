package dev.autogen.cli.report;

import dev.autogen.change.Description;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A report for a pull request: a table of the changes and a diagram of the tables they touch. */
public final class MarkdownReport implements ReportFormat {

  @Override
  public String write(Report report) {
    StringBuilder text = new StringBuilder();
    int count = report.lines().size();
    text.append("### ")
        .append(count == 0 ? "No changes" : count == 1 ? "1 change" : count + " changes")
        .append("\n\n")
        .append(escaped(report.from()))
        .append(" → ")
        .append(escaped(report.to()))
        .append('\n');
    if (count > 0) {
      table(report.lines(), text);
      text.append(MermaidDiagram.of(report).map(d -> "\n```mermaid\n" + d + "```\n").orElse(""));
    }
    notes(report, text);
    if (!report.sql().isEmpty()) {
      text.append("\n<details><summary>SQL</summary>\n\n");
      report.sql().forEach(sql -> text.append(indented(sql)).append(";\n"));
      text.append("\n</details>\n");
    }
    report
        .written()
        .ifPresent(file -> text.append("\nWritten: ").append(escaped(file)).append('\n'));
    return text.toString();
  }

  private static void table(List<Line> lines, StringBuilder text) {
    List<Line> ordered = new ArrayList<>(lines);
    ordered.sort(Comparator.comparing(line -> !line.destructive()));
    text.append("\n| | kind | name | change | from | |\n|---|---|---|---|---|---|\n");
    for (Line line : ordered) {
      Description words = line.description();
      text.append("| ").append(escaped(words.sign().symbol()));
      text.append(" | ").append(escaped(words.kind()));
      text.append(" | ").append(escaped(words.name()));
      text.append(" | ").append(escaped(words.detail()));
      text.append(" | ").append(escaped(line.origin().orElse("")));
      text.append(" | ").append(line.destructive() ? "**DESTRUCTIVE**" : "").append(" |\n");
    }
  }

  private static void notes(Report report, StringBuilder text) {
    List<String> notes = new ArrayList<>();
    report.lines().forEach(line -> line.reasons().forEach(reason -> notes.add(escaped(reason))));
    report.notes(Note.Kind.STATE).forEach(note -> notes.add(escaped(note.message())));
    report.notes(Note.Kind.FINDING).forEach(note -> notes.add(escaped(note.message())));
    report
        .notes(Note.Kind.NOT_COMPARED)
        .forEach(
            note ->
                notes.add(
                    "not compared: "
                        + escaped(note.kindOfObject() + " " + note.object())
                        + ", because "
                        + escaped(note.message())));
    report
        .notes(Note.Kind.UNMANAGED)
        .forEach(
            note -> notes.add("unmanaged: " + escaped(note.kindOfObject() + " " + note.object())));
    if (!notes.isEmpty()) {
      text.append('\n');
      notes.forEach(note -> text.append("- ").append(note).append('\n'));
    }
  }

  /** Four spaces make a code block that no back-tick in the text can end. */
  private static String indented(String sql) {
    return "    " + Printable.lines(sql).replace("\n", "\n    ");
  }

  /** The text with whatever Markdown or HTML would take for a mark of its own escaped. */
  static String escaped(String text) {
    return Printable.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|~@-])", "\\\\$1");
  }
}
