package dev.autogen.cli.report;

import dev.autogen.change.Description;
import dev.autogen.change.Description.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for a person: a headline, one aligned line for each change, what there is to know. */
public final class TextReport implements ReportFormat {

  private static final int MOST_NAMES = 10;
  private static final int WIDEST = 48;
  private static final String GAP = "   ";

  private final Style style;

  public TextReport(Style style) {
    this.style = style;
  }

  @Override
  public String write(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(headline(report)).append('\n');
    if (!report.lines().isEmpty()) {
      text.append('\n');
      changes(report.lines(), text);
    }
    notes(report, text);
    if (!report.sql().isEmpty()) {
      text.append('\n');
      report.sql().forEach(sql -> text.append(Printable.lines(sql)).append(";\n"));
    }
    report
        .written()
        .ifPresent(file -> text.append("\nwritten  ").append(Printable.line(file)).append('\n'));
    return text.toString();
  }

  private static String headline(Report report) {
    int count = report.lines().size();
    String changes = count == 0 ? "no changes" : count == 1 ? "1 change" : count + " changes";
    return changes + " · " + Printable.line(report.from()) + " → " + Printable.line(report.to());
  }

  /** The columns of a line. The details are only as wide as they need be among their like. */
  private void changes(List<Line> lines, StringBuilder text) {
    List<Line> ordered = new ArrayList<>(lines);
    ordered.sort(Comparator.comparing(line -> !line.destructive()));
    int kind = width(ordered.stream().map(line -> line.description().kind()).toList());
    int name = width(ordered.stream().map(TextReport::name).toList());
    int detail = width(ordered.stream().map(TextReport::detail).toList());
    int origin = width(ordered.stream().map(TextReport::origin).toList());
    for (Line line : ordered) {
      Description words = line.description();
      String start =
          "  "
              + words.sign().symbol()
              + " "
              + pad(words.kind(), kind)
              + "  "
              + pad(name(line), name)
              + GAP
              + pad(detail(line), detail)
              + (detail == 0 ? "" : GAP);
      String end =
          line.destructive()
              ? style.faint(pad(origin(line), origin)) + GAP + style.strong("DESTRUCTIVE")
              : style.faint(origin(line));
      text.append((coloured(words.sign(), start) + end).stripTrailing()).append('\n');
      line.reasons()
          .forEach(
              reason ->
                  text.append("      ").append(style.faint(Printable.line(reason))).append('\n'));
    }
  }

  private static String name(Line line) {
    return Printable.line(line.description().name());
  }

  private static String detail(Line line) {
    return Printable.line(line.description().detail());
  }

  /** Without its package: {@code User.email}. */
  private static String origin(Line line) {
    String absent = line.description().sign() == Sign.REMOVED ? "no entity maps it" : "";
    return Printable.line(
        line.origin()
            .map(origin -> origin.replaceFirst("^(?:\\p{Ll}\\w*\\.)+(?=\\p{Lu})", ""))
            .orElse(absent));
  }

  private String coloured(Sign sign, String text) {
    return switch (sign) {
      case ADDED -> style.added(text);
      case CHANGED, RENAMED -> style.changed(text);
      case REMOVED -> style.removed(text);
    };
  }

  private void notes(Report report, StringBuilder text) {
    StringBuilder notes = new StringBuilder();
    report.notes(Note.Kind.STATE).forEach(note -> notes.append(sentence(note)));
    report.notes(Note.Kind.FINDING).forEach(note -> notes.append(sentence(note)));
    report
        .notes(Note.Kind.NOT_COMPARED)
        .forEach(
            note ->
                notes
                    .append("  not compared: ")
                    .append(Printable.line(note.kindOfObject() + " " + note.object()))
                    .append(", because ")
                    .append(Printable.line(note.message()))
                    .append('\n'));
    unmanaged(report.notes(Note.Kind.UNMANAGED), notes);
    if (notes.length() > 0) {
      text.append('\n').append(notes);
    }
  }

  private static String sentence(Note note) {
    return "  note: " + Printable.line(note.message()) + "\n";
  }

  private static void unmanaged(List<Note> unmanaged, StringBuilder text) {
    if (unmanaged.isEmpty()) {
      return;
    }
    Map<String, List<Note>> byKind =
        unmanaged.stream()
            .collect(
                Collectors.groupingBy(Note::kindOfObject, LinkedHashMap::new, Collectors.toList()));
    text.append(
        "  unmanaged: in the database, declared by no entity, left alone (--prune removes them)\n");
    byKind.forEach(
        (kind, notes) ->
            text.append("    ")
                .append(kind)
                .append("  ")
                .append(
                    notes.stream()
                        .limit(MOST_NAMES)
                        .map(note -> Printable.line(note.object()))
                        .collect(Collectors.joining(", ")))
                .append(
                    notes.size() > MOST_NAMES
                        ? " and " + (notes.size() - MOST_NAMES) + " more"
                        : "")
                .append('\n'));
  }

  /** The widest of the texts, those left out that would push all others aside. */
  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).filter(n -> n <= WIDEST).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
