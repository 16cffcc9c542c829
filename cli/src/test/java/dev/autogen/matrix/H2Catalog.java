package dev.autogen.matrix;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code SCRIPT NODATA} says, one line for each column and each other thing. */
final class H2Catalog {

  /** Names that a case states start with one of these and an underscore; hashes have none. */
  private static final Pattern NAME =
      Pattern.compile(
          "(CONSTRAINT|INDEX) ((?:IF NOT EXISTS )?\"[^\"]+\"\\.)"
              + "\"(?:(?!(?:FK|UK|UX|IX|CK)_)[^\"]+|\\w+_INDEX_[0-9A-F]+)\"");

  private static final Pattern ESCAPED_NAME = Pattern.compile("U&\"([^\"]+)\"");
  private static final Pattern LETTER = Pattern.compile("\\\\([0-9a-f]{4})");

  /** What H2 calls the sequence of an identity column. */
  private static final Pattern OWN_SEQUENCE = Pattern.compile("\"SYSTEM_SEQUENCE_\\w+\"");

  /** Where a sequence has got to is data. */
  private static final Pattern REACHED = Pattern.compile(" ?RESTART WITH -?\\d+");

  private static final Pattern TABLE =
      Pattern.compile(
          "CREATE (?:\\w+ )*TABLE (\\S+\\.\"[^\"]+\")( COMMENT '(?:[^']|'')*')?\\(\\R(.*)\\R\\)(.*)",
          Pattern.DOTALL);

  private H2Catalog() {}

  static List<String> lines(Statement statement) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String row : Catalog.query(statement, "script nodata nopasswords nosettings")) {
      if (!row.startsWith("--") && !row.contains("TEMPORARY") && !isOwn(row)) {
        String unnamed = NAME.matcher(plain(row)).replaceAll("$1 $2\"?\"");
        String anonymous = OWN_SEQUENCE.matcher(unnamed).replaceAll("\"?\"");
        String plain = sameType(REACHED.matcher(anonymous).replaceAll(""));
        lines.addAll(split(plain.strip().replaceFirst(";$", "")));
      }
    }
    return lines;
  }

  /** With names beyond ASCII in their own letters, which H2 writes by their numbers. */
  private static String plain(String row) {
    return ESCAPED_NAME
        .matcher(row)
        .replaceAll(name -> Matcher.quoteReplacement('"' + letters(name.group(1)) + '"'));
  }

  private static String letters(String escaped) {
    return LETTER
        .matcher(escaped)
        .replaceAll(
            letter ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(letter.group(1), 16))));
  }

  /** H2 remembers how a type was written, and takes these for the same. */
  private static String sameType(String row) {
    return row.replace(" FLOAT(53)", " DOUBLE PRECISION").replace(" FLOAT(24)", " REAL");
  }

  private static boolean isOwn(String row) {
    return row.contains(".\"AUTOGEN_") || row.contains(".\"HT_") || row.contains(".\"HTE_");
  }

  /** A table as one line for itself and one for each column, anything else as it is. */
  private static List<String> split(String statement) {
    Matcher table = TABLE.matcher(statement);
    if (!table.matches()) {
      return List.of(statement);
    }
    List<String> lines = new ArrayList<>();
    lines.add("table " + table.group(1) + table.group(2) + table.group(4));
    for (String column : table.group(3).split(",\\R")) {
      lines.add("column " + table.group(1) + " " + column.strip());
    }
    return lines;
  }
}
