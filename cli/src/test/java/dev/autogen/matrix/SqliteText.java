package dev.autogen.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a {@code create table} of SQLite says that no pragma tells: checks, collations, generated
 * columns, names of constraints, when foreign keys are checked, what is done on a conflict.
 *
 * @param columns for each column, the words of its definition
 * @param constraints the words of each constraint of the table
 * @param options what comes after the last parenthesis, and AUTOINCREMENT
 */
record SqliteText(
    Map<String, List<String>> columns, List<List<String>> constraints, String options) {

  private static final Pattern WORD =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*\\]|--[^\n]*|/\\*.*?\\*/"
              + "|[\\w$.]+|\\|\\||<=|>=|<>|!=|==|\\S",
          Pattern.DOTALL);

  private static final Pattern STATED = Pattern.compile("(fk|uk|ux|ix|ck)_.*");

  static SqliteText of(String sql) {
    List<String> words = words(sql);
    int open = words.indexOf("(");
    int close = words.lastIndexOf(")");
    Map<String, List<String>> columns = new LinkedHashMap<>();
    List<List<String>> constraints = new ArrayList<>();
    for (List<String> part : parts(words.subList(open + 1, close))) {
      if (List.of("constraint", "primary", "unique", "check", "foreign").contains(part.get(0))) {
        constraints.add(part);
      } else {
        columns.put(part.get(0), part.subList(1, part.size()));
      }
    }
    String options = String.join(" ", words.subList(close + 1, words.size()));
    boolean counts = words.contains("autoincrement");
    return new SqliteText(columns, constraints, options + (counts ? " autoincrement" : ""));
  }

  /** The words with one space between, in lower case unless they are strings. */
  static String normalized(String sql) {
    return String.join(" ", words(sql));
  }

  /** An index from its first parenthesis on. */
  static String fromParts(String sql) {
    List<String> words = words(sql);
    return String.join(" ", words.subList(words.indexOf("("), words.size()));
  }

  private static List<String> words(String sql) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(sql);
    while (matcher.find()) {
      String word = matcher.group();
      if (!word.startsWith("--") && !word.startsWith("/*")) {
        words.add(plain(word));
      }
    }
    return words;
  }

  /** Without the quotes that its letters do not need. */
  private static String plain(String word) {
    if (word.startsWith("'")) {
      return word;
    }
    boolean isQuoted = "\"`[".indexOf(word.charAt(0)) >= 0;
    String inner = isQuoted ? word.substring(1, word.length() - 1) : word;
    return inner.toLowerCase(Locale.ROOT);
  }

  private static List<List<String>> parts(List<String> words) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    int depth = 0;
    for (String word : words) {
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (depth == 0 && word.equals(",")) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(word);
      }
    }
    parts.add(part);
    return parts;
  }

  /** The collation of a column, its expression, and what is done on a conflict. */
  String rest(String column) {
    List<String> words = columns.getOrDefault(column.toLowerCase(Locale.ROOT), List.of());
    return afterEach(words, "collate", 1)
        + afterEach(words, "conflict", 1)
        + (words.contains("as") ? "as " + group(words, words.indexOf("as") + 1) : "")
        + (words.contains("stored") ? " stored" : "");
  }

  /** The conditions, with the names that somebody stated. */
  List<String> checks() {
    List<String> checks = new ArrayList<>();
    for (List<String> words : all()) {
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).equals("check")) {
          checks.add(nameBefore(words, i) + " " + group(words, i + 1));
        }
      }
    }
    return checks;
  }

  /** Names that somebody stated, with what they are names of. */
  List<String> constraintNames() {
    List<String> names = new ArrayList<>();
    for (List<String> words : all()) {
      for (int i = 0; i + 2 < words.size(); i++) {
        if (words.get(i).equals("constraint") && STATED.matcher(words.get(i + 1)).matches()) {
          names.add(words.get(i + 1) + " " + words.get(i + 2));
        }
      }
    }
    return names;
  }

  /** Whether a foreign key is checked at the end of a transaction. */
  String deferred(List<String> from) {
    String columnList = from.stream().map(String::toLowerCase).collect(Collectors.joining(" , "));
    for (List<String> words : constraints) {
      String text = String.join(" ", words);
      if (text.contains("foreign key ( " + columnList + " )") && text.contains(" initially ")) {
        return text.substring(text.indexOf(" initially "));
      }
    }
    List<String> inline = columns.getOrDefault(columnList, List.of());
    return inline.contains("initially") ? " " + afterEach(inline, "initially", 1) : "";
  }

  private List<List<String>> all() {
    List<List<String>> all = new ArrayList<>(columns.values());
    all.addAll(constraints);
    return all;
  }

  private static String nameBefore(List<String> words, int index) {
    boolean isNamed = index >= 2 && words.get(index - 2).equals("constraint");
    String name = isNamed ? words.get(index - 1) : "?";
    return STATED.matcher(name).matches() ? name : "?";
  }

  private static String afterEach(List<String> words, String word, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + length < words.size(); i++) {
      if (words.get(i).equals(word)) {
        text.append(String.join(" ", words.subList(i, i + length + 1))).append(' ');
      }
    }
    return text.toString();
  }

  /** What stands in the parentheses that open at a place, those around the whole left out. */
  private static String group(List<String> words, int start) {
    int depth = 0;
    for (int i = start; i < words.size(); i++) {
      depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
      if (depth == 0) {
        return String.join(" ", words.subList(start + 1, i));
      }
    }
    return "";
  }
}
