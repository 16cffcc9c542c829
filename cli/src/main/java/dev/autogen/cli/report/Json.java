package dev.autogen.cli.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as indented JSON (RFC 8259). */
final class Json {

  private Json() {}

  static String write(Object value) {
    StringBuilder text = new StringBuilder();
    write(value, "", text);
    return text.append('\n').toString();
  }

  private static void write(Object value, String indent, StringBuilder text) {
    if (value instanceof Map<?, ?> map) {
      Iterator<String> members =
          map.entrySet().stream()
              .map(
                  entry ->
                      quoted((String) entry.getKey()) + ": " + nested(entry.getValue(), indent))
              .iterator();
      block("{", members, "}", indent, text);
    } else if (value instanceof List<?> list) {
      block("[", list.stream().map(item -> nested(item, indent)).iterator(), "]", indent, text);
    } else if (value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else {
      text.append(quoted((String) value));
    }
  }

  private static String nested(Object value, String indent) {
    StringBuilder text = new StringBuilder();
    write(value, indent + "  ", text);
    return text.toString();
  }

  private static void block(
      String open, Iterator<String> items, String close, String indent, StringBuilder text) {
    text.append(open);
    boolean empty = !items.hasNext();
    while (items.hasNext()) {
      text.append('\n').append(indent).append("  ").append(items.next());
      text.append(items.hasNext() ? "," : "");
    }
    text.append(empty ? "" : "\n" + indent).append(close);
  }

  /** Control, direction and surrogate characters are escaped, so that the text is safe to print. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      int type = Character.getType(c);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.SURROGATE
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
