package dev.autogen.cli.report;

import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables that a report's changes touch, as they will be, as a Mermaid {@code erDiagram}. Tables
 * that are dropped are not in it; tables that are only referred to have no columns.
 */
final class MermaidDiagram {

  /** More than this and no one can read it. */
  private static final int MOST_TABLES = 30;

  private MermaidDiagram() {}

  /** The diagram, or empty if no table is touched, or too many are. */
  static Optional<String> of(Report report) {
    Set<String> touched = new TreeSet<>();
    for (Line line : report.lines()) {
      Kind kind = line.change().object().kind();
      if (kind != Kind.SCHEMA && kind != Kind.SEQUENCE && kind != Kind.ENUM_TYPE) {
        touched.add(line.change().object().owner().toString());
      }
    }
    touched.removeIf(name -> !report.schema().tables().contains(name));
    return touched.isEmpty() || touched.size() > MOST_TABLES
        ? Optional.empty()
        : Optional.of(write(report.schema(), touched));
  }

  private static String write(Schema schema, Set<String> touched) {
    StringBuilder text = new StringBuilder("erDiagram\n");
    for (String name : touched) {
      Table table = schema.tables().find(name).orElseThrow();
      text.append("  ").append(quoted(name)).append(" {\n");
      for (Column column : table.columns()) {
        text.append("    ").append(word(column.type().sql())).append(' ');
        text.append(word(column.name())).append(key(table, column.name())).append('\n');
      }
      text.append("  }\n");
      for (ForeignKey key : table.foreignKeys()) {
        text.append("  ").append(quoted(key.target().toString())).append(" ||--o{ ");
        text.append(quoted(name)).append(" : ").append(quoted(key.name())).append('\n');
      }
    }
    return text.toString();
  }

  private static String key(Table table, String column) {
    if (table.primaryKey().filter(key -> key.columns().contains(column)).isPresent()) {
      return " PK";
    }
    return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column))
        ? " FK"
        : "";
  }

  /** Mermaid's attribute words hold letters, digits, hyphens, underscores and parentheses. */
  private static String word(String text) {
    String word = text.replaceAll("[^\\p{L}\\p{N}_()-]+", "_");
    return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "_" + word : word;
  }

  private static String quoted(String text) {
    return "\"" + Printable.line(text).replaceAll("[\"`%;#\\\\{}<>]", "_") + "\"";
  }
}
