package dev.autogen.dialect.postgresql;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.TypeText;
import dev.autogen.dialect.UnconvertibleValues;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of values when a column takes another type: an expression for {@code using}, where
 * PostgreSQL has no assignment cast. Where it has one, none is given: an explicit cast would cut
 * what is too long without a word.
 */
final class PostgresqlConversions {

  private static final Set<String> TEXTS = Set.of("char", "bpchar", "varchar", "text", "citext");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> MOMENTS =
      Set.of("date", "time", "time with time zone", "timestamp", "timestamp with time zone");
  private static final Set<String> IDS = Set.of("oid", "integer", "bigint");
  private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");

  /** The version that brought {@code pg_input_is_valid}. */
  private static final int INPUT_IS_VALID = 16;

  /** What stands for it before. */
  private static final String OWN_IS_VALID = "pg_temp.autogen_input_is_valid";

  private PostgresqlConversions() {}

  /** Whether values and default become the new type by an assignment cast. */
  static boolean byAssignment(Dialect dialect, AlterColumn change) {
    return using(dialect, change).isEmpty();
  }

  /**
   * The new value in terms of the column.
   *
   * @throws UnsupportedChangeException if there is none that keeps what the values mean
   */
  static Optional<String> using(Dialect dialect, AlterColumn change) {
    String from = kind(dialect.canonical(change.from().type()));
    String to = kind(dialect.canonical(change.to().type()));
    String column = dialect.identifier(change.to().name());
    String target = dialect.sql(change.to().type());
    if (from.equals("oid") && (TEXTS.contains(to) || to.equals("bytea"))) {
      String content = "lo_get(" + column + ")";
      return Optional.of(to.equals("bytea") ? content : "convert_from(" + content + ", 'UTF8')");
    }
    if (to.equals("oid") && (TEXTS.contains(from) || from.equals("bytea"))) {
      String content = from.equals("bytea") ? column : "convert_to(" + column + ", 'UTF8')";
      return Optional.of("lo_from_bytea(0, " + content + ")");
    }
    if (TEXTS.contains(from) && to.equals("bytea")) {
      return Optional.of("convert_to(" + column + ", 'UTF8')");
    }
    if (from.equals("bytea") && TEXTS.contains(to)) {
      return Optional.of("convert_from(" + column + ", 'UTF8')");
    }
    if (isAssigned(from, to)) {
      return Optional.empty();
    }
    if (NUMBERS.contains(from) && isInterval(to) || isInterval(from) && NUMBERS.contains(to)) {
      throw refused(change);
    }
    return Optional.of(explicit(from, to, column, target));
  }

  /** The condition for values that do not become the new type; empty where it cannot be told. */
  static Optional<String> unconvertible(Dialect dialect, AlterColumn change) {
    String column = dialect.identifier(change.from().name());
    String from = dialect.canonical(change.from().type()).sql();
    String to = dialect.canonical(change.to().type()).sql();
    return new UnconvertibleValues((text, pattern) -> text + " ~ " + dialect.literal(pattern))
        .condition(column, from, to)
        .or(() -> invalid(dialect, column, from, to));
  }

  private static Optional<String> invalid(Dialect dialect, String column, String from, String to) {
    boolean read =
        TEXTS.contains(kind(new ColumnType(from)))
            && !TEXTS.contains(kind(new ColumnType(to)))
            && !to.equals("oid")
            && !to.equals("bytea");
    return Optional.of(asked(dialect) + "(" + column + "::text, " + dialect.literal(to) + ")")
        .filter(condition -> read)
        .map(condition -> "not " + condition);
  }

  private static String asked(Dialect dialect) {
    return dialect.version().atLeast(INPUT_IS_VALID, 0) ? "pg_input_is_valid" : OWN_IS_VALID;
  }

  /**
   * What a condition calls that the server does not have: the same as its later versions have, for
   * this session alone. It fails on nothing, and reads nothing.
   */
  static List<String> aids(String condition) {
    return condition.contains(OWN_IS_VALID + "(")
        ? List.of(
            "create function "
                + OWN_IS_VALID
                + """
                (value text, kind text) returns boolean language plpgsql strict as $autogen$
                begin
                  execute 'select $1::' || kind using value;
                  return true;
                exception when others then
                  return false;
                end
                $autogen$""")
        : List.of();
  }

  private static boolean isAssigned(String from, String to) {
    return from.equals(to)
        || TEXTS.contains(to)
        || NUMBERS.contains(from) && NUMBERS.contains(to)
        || IDS.contains(from) && IDS.contains(to)
        || DOCUMENTS.contains(from) && DOCUMENTS.contains(to)
        || MOMENTS.contains(from) && MOMENTS.contains(to) && !losesItsDay(from, to)
        || isArray(from) && isArray(to) && isAssigned(element(from), element(to));
  }

  /**
   * Between a day and a time of day there is no cast, nor from a time to a moment, nor from a
   * moment without a zone to a time with one.
   */
  private static boolean losesItsDay(String from, String to) {
    return from.equals("timestamp") && to.equals("time with time zone")
        || from.equals("date") && to.startsWith("time") && !to.startsWith("timestamp")
        || from.startsWith("time") && !from.startsWith("timestamp") && !isTimeOfDay(to);
  }

  private static boolean isTimeOfDay(String type) {
    return type.equals("time") || type.equals("time with time zone");
  }

  private static String explicit(String from, String to, String column, String target) {
    if (to.equals("boolean") && NUMBERS.contains(from)) {
      return column + " <> 0";
    }
    if (from.equals("boolean") && NUMBERS.contains(to)) {
      return to.equals("integer") ? column + "::integer" : column + "::integer::" + target;
    }
    if (from.equals("uuid") && to.equals("bytea")) {
      return "decode(replace(" + column + "::text, '-', ''), 'hex')";
    }
    if (from.equals("bytea") && to.equals("uuid")) {
      return "encode(" + column + ", 'hex')::uuid";
    }
    if (isArray(from) && isArray(to)) {
      return column + (TEXTS.contains(element(from)) ? "::" : "::text[]::") + target;
    }
    if (isArray(to)) {
      return "case when " + column + " is not null then array[" + column + "]::" + target + " end";
    }
    return column + (TEXTS.contains(from) ? "::" : "::text::") + target;
  }

  private static UnsupportedChangeException refused(AlterColumn change) {
    return new UnsupportedChangeException(
        "Column \""
            + change.table()
            + "."
            + change.to().name()
            + "\" cannot go from "
            + change.from().type()
            + " to "
            + change.to().type()
            + " by itself: PostgreSQL counts seconds, Hibernate nanoseconds. Add a column of the"
            + " new type, fill it with a statement of your own and drop the old one.");
  }

  /** The type without its length. */
  private static String kind(ColumnType type) {
    if (isArray(type.sql())) {
      return kind(new ColumnType(element(type.sql()))) + "[]";
    }
    return TypeText.parse(type.sql()).map(TypeText::name).orElse(type.sql());
  }

  private static boolean isInterval(String type) {
    return type.startsWith("interval");
  }

  private static boolean isArray(String type) {
    return type.endsWith("[]");
  }

  private static String element(String array) {
    return array.substring(0, array.length() - 2);
  }
}
