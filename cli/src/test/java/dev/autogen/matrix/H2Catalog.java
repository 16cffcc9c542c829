package dev.autogen.matrix;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code SCRIPT NODATA} says, one line for each column and each other thing. */
final class H2Catalog {

  /** What H2 or Hibernate calls what nobody named. */
  private static final Pattern MADE_UP =
      Pattern.compile(
          "\"(CONSTRAINT_[0-9A-F_]+|PRIMARY_KEY_\\w+|\\w+_INDEX_[0-9A-F]+|SYSTEM_SEQUENCE_\\w+"
              + "|(FK|UK|IDX)[0-9A-Za-z]{20,})\"");

  /** Where a sequence has got to is data. */
  private static final Pattern REACHED = Pattern.compile(" ?RESTART WITH -?\\d+");

  private static final Pattern TABLE =
      Pattern.compile(
          "CREATE (?:\\w+ )*TABLE (\\S+\\.\"[^\"]+\")\\(\\R(.*)\\R\\)(.*)", Pattern.DOTALL);

  private H2Catalog() {}

  static List<String> lines(Statement statement) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String row : Catalog.query(statement, "script nodata nopasswords nosettings")) {
      if (!row.startsWith("--") && !row.contains("TEMPORARY") && !isOwn(row)) {
        String plain = REACHED.matcher(MADE_UP.matcher(row).replaceAll("\"?\"")).replaceAll("");
        lines.addAll(split(plain.strip().replaceFirst(";$", "")));
      }
    }
    return lines;
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
    lines.add("table " + table.group(1) + table.group(3));
    for (String column : table.group(2).split(",\\R")) {
      lines.add("column " + table.group(1) + " " + column.strip());
    }
    return lines;
  }
}
