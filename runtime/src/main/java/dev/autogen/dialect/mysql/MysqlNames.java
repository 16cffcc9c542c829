package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Identifiers;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.schema.Check;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueKey;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How MySQL and its descendants quote names and make them up. A name is kept as it is written,
 * whatever its case.
 */
public final class MysqlNames {

  /** The name of each primary key, whatever a statement calls it. */
  public static final String PRIMARY_KEY = "PRIMARY";

  /** A table's name, and what the database puts behind it. */
  private static final Pattern NUMBERED = Pattern.compile("(.+)(_(?:chk|ibfk)_\\d+)");

  /** In characters: the manual's "Identifier Length Limits". */
  private static final int LENGTH = 64;

  /** {@code make_unique_key_name} in MySQL's source. */
  private static final int NUMBERED_BYTES = 30;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** MySQL's "Keywords and Reserved Words", those of 8.4 and of MariaDB 11 with them. */
  private static final Set<String> RESERVED =
      Set.of(
          ("accessible add all alter analyze and as asc asensitive before between bigint binary"
                  + " blob both by call cascade case change char character check collate column"
                  + " condition constraint continue convert create cross cube cume_dist"
                  + " current_date current_role current_time current_timestamp current_user cursor"
                  + " database databases day_hour day_microsecond day_minute day_second dec decimal"
                  + " declare default delayed delete delete_domain_id dense_rank desc describe"
                  + " deterministic distinct distinctrow div do_domain_ids double drop dual each"
                  + " else elseif empty enclosed escaped except exists exit explain false fetch"
                  + " first_value float float4 float8 for force foreign from fulltext function"
                  + " general generated get grant group grouping groups having high_priority"
                  + " hour_microsecond hour_minute hour_second if ignore ignore_domain_ids"
                  + " ignore_server_ids in index infile inner inout insensitive insert int int1"
                  + " int2 int3 int4 int8 integer intersect interval into io_after_gtids"
                  + " io_before_gtids is iterate join json_table key keys kill lag last_value"
                  + " lateral lead leading leave left like limit linear lines load localtime"
                  + " localtimestamp lock long longblob longtext loop low_priority manual"
                  + " master_bind master_heartbeat_period master_ssl_verify_server_cert match"
                  + " maxvalue mediumblob mediumint mediumtext middleint minute_microsecond"
                  + " minute_second mod modifies natural no_write_to_binlog not nth_value ntile"
                  + " null numeric of offset on optimize optimizer_costs option optionally or"
                  + " order out outer outfile over page_checksum parallel parse_vcol_expr"
                  + " partition percent_rank portion precision primary procedure purge qualify"
                  + " range rank read read_write reads real recursive ref_system_id references"
                  + " regexp release rename repeat replace require resignal restrict return"
                  + " returning revoke right rlike row row_number rows schema schemas"
                  + " second_microsecond select sensitive separator set show signal slow smallint"
                  + " spatial specific sql sql_big_result sql_calc_found_rows sql_small_result"
                  + " sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc"
                  + " stats_persistent stats_sample_pages stored straight_join system table"
                  + " tablesample terminated then tinyblob tinyint tinytext to trailing trigger"
                  + " true undo union unique unlock unsigned update usage use using utc_date"
                  + " utc_time utc_timestamp values varbinary varchar varcharacter varying virtual"
                  + " when where while window with write xor year_month zerofill")
              .split(" "));

  private MysqlNames() {}

  /**
   * A name as a mapping states it.
   *
   * @throws dev.autogen.dialect.UnsupportedChangeException if it is too long: MySQL refuses such
   *     names, it does not cut them
   */
  public static String stated(String text) {
    return Identifiers.requireLength(text, LENGTH);
  }

  /** A name as SQL: in backticks where it needs them. */
  public static String identifier(String name) {
    boolean plain = PLAIN.matcher(name).matches();
    return plain && !RESERVED.contains(name.toLowerCase(Locale.ROOT)) ? name : quoted(name);
  }

  /** A name in backticks, those within it doubled. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** A string literal, for a session that takes a backslash for an escape, which is the default. */
  public static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /** The same for a text of any length. */
  public static final String OWN_LONG_TEXT = "longtext character set utf8mb4 collate utf8mb4_bin";

  /** A text whose characters are told apart, whatever the database's own collation does. */
  public static String ownText(int length) {
    return "varchar(" + length + ") character set utf8mb4 collate utf8mb4_bin";
  }

  /** The string meant by what stands between single quotes: the manual's "String Literals". */
  public static String unquoted(String inner) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      boolean pair = i + 1 < inner.length() && (c == '\\' || inner.startsWith("''", i));
      text.append(pair && c == '\\' ? escaped(inner.charAt(i + 1)) : String.valueOf(c));
      i += pair ? 1 : 0;
    }
    return text.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '0' -> "\0";
      case 'b' -> "\b";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'Z' -> "\u001a";
      case '%', '_' -> "\\" + c;
      default -> String.valueOf(c);
    };
  }

  /** As much of a column's name as MySQL takes into that of a key, if it adds a number. */
  private static String beginning(String name) {
    int end = 0;
    int used = 0;
    while (end < name.length()) {
      int next = name.offsetByCodePoints(end, 1);
      used += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (used > NUMBERED_BYTES) {
        break;
      }
      end = next;
    }
    return name.substring(0, end);
  }

  /** The name that MySQL gives a constraint which is created without one. */
  public static String implicit(UnnamedConstraint constraint) {
    int number = constraint.attempt() + 1;
    if (constraint.kind() == PrimaryKey.class) {
      return PRIMARY_KEY;
    }
    if (constraint.kind() == UniqueKey.class) {
      String first = constraint.columns().get(0);
      return number == 1 ? first : beginning(first) + "_" + number;
    }
    boolean check = constraint.kind() == Check.class;
    return constraint.table() + (check ? "_chk_" : "_ibfk_") + number;
  }

  /** What MySQL calls a constraint, that it named after a table, once the table is renamed. */
  static Optional<String> behind(QualifiedName from, QualifiedName to, String constraint) {
    Matcher numbered = NUMBERED.matcher(constraint);
    return numbered.matches() && numbered.group(1).equalsIgnoreCase(from.name())
        ? Optional.of(to.name() + numbered.group(2))
        : Optional.empty();
  }

  /** Whether a constraint is called after a table by the database's own rule. */
  static boolean isNumbered(QualifiedName table, String constraint) {
    return behind(table, table, constraint).isPresent();
  }

  /** Whether two names differ in the table's alone, by the database's own rule. */
  static boolean areNumberedAlike(String one, String other) {
    Matcher first = NUMBERED.matcher(one);
    Matcher second = NUMBERED.matcher(other);
    return first.matches() && second.matches() && first.group(2).equals(second.group(2));
  }
}
