package dev.autogen.dialect.mysql;

import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collations, and the character sets that go with them.
 *
 * @param usual the collation that goes without saying: the database's own, or the table's
 * @param unicode that of {@code utf8mb4} where nothing else is said
 */
public record MysqlCollations(String usual, String unicode) {

  /** The collations of character sets for which it is not {@code ..._general_ci}. */
  private static final Map<String, String> OF_CHARACTER_SETS =
      Map.ofEntries(
          Map.entry("latin1", "latin1_swedish_ci"),
          Map.entry("swe7", "swe7_swedish_ci"),
          Map.entry("utf8", "utf8mb3_general_ci"),
          Map.entry("binary", "binary"),
          Map.entry("big5", "big5_chinese_ci"),
          Map.entry("gb2312", "gb2312_chinese_ci"),
          Map.entry("gbk", "gbk_chinese_ci"),
          Map.entry("gb18030", "gb18030_chinese_ci"),
          Map.entry("sjis", "sjis_japanese_ci"),
          Map.entry("cp932", "cp932_japanese_ci"),
          Map.entry("ujis", "ujis_japanese_ci"),
          Map.entry("eucjpms", "eucjpms_japanese_ci"),
          Map.entry("euckr", "euckr_korean_ci"),
          Map.entry("tis620", "tis620_thai_ci"),
          Map.entry("dec8", "dec8_swedish_ci"),
          Map.entry("hp8", "hp8_english_ci"));

  private static final Pattern OPTION =
      Pattern.compile("\\bcollate=(\\w+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern CHARACTER_SET =
      Pattern.compile("(.*) character set (\\w+)(?: collate (\\w+))?", Pattern.DOTALL);

  /** Text that is compared byte by byte, in its own character set or in the usual one. */
  private static final Pattern BINARY =
      Pattern.compile(
          "(.+?)(?: character set (\\w+))? binary(?: character set (\\w+))?", Pattern.DOTALL);

  /**
   * A type without its character set, and the collation that this comes to.
   *
   * @param type the type
   * @param collation the collation that the type states
   */
  public record Collated(ColumnType type, Optional<String> collation) {}

  /** Those of the database behind a connection. */
  public static MysqlCollations of(Connection connection) throws SQLException {
    String sql =
        "select @@collation_database, (select collation_name from information_schema.collations"
            + " where character_set_name = 'utf8mb4' and is_default = 'Yes'), database()";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      if (row.getString(3) == null) {
        throw new SQLException(
            "The URL names no database, and there is none to compare with. Put its name behind the"
                + " port, as in jdbc:mysql://localhost:3306/shop.");
      }
      return new MysqlCollations(row.getString(1), row.getString(2));
    }
  }

  /** Those of the columns of a table, which may have a collation of its own. */
  MysqlCollations of(Table table) {
    Matcher own = OPTION.matcher(table.options());
    return own.find() ? new MysqlCollations(own.group(1).toLowerCase(Locale.ROOT), unicode) : this;
  }

  Collated split(ColumnType type) {
    Matcher binary = BINARY.matcher(type.sql());
    if (binary.matches()) {
      String named = binary.group(2) == null ? binary.group(3) : binary.group(2);
      String set = named == null ? usual : ofCharacterSet(named);
      return new Collated(
          new MysqlTypes().canonical(new ColumnType(binary.group(1))),
          Optional.of(set.replaceFirst("_.*", "") + "_bin"));
    }
    Matcher matcher = CHARACTER_SET.matcher(type.sql());
    if (!matcher.matches()) {
      return new Collated(type, Optional.empty());
    }
    String collation =
        matcher.group(3) == null ? ofCharacterSet(matcher.group(2)) : matcher.group(3);
    return new Collated(new ColumnType(matcher.group(1)), Optional.of(collation));
  }

  /** The character set that a collation is of. */
  static String characterSet(String collation) {
    String set = collation.replaceFirst("_.*", "");
    return set.equals("utf8") ? "utf8mb3" : set;
  }

  /** The collation of a character set where nothing else is said. */
  String ofCharacterSet(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("utf8mb4")
        ? unicode
        : OF_CHARACTER_SETS.getOrDefault(lower, lower + "_general_ci");
  }

  /** A collation in lower case, if it is not the one that goes without saying. */
  Optional<String> told(String collation) {
    String lower = collation.toLowerCase(Locale.ROOT);
    return lower.equals(usual) ? Optional.empty() : Optional.of(lower);
  }
}
