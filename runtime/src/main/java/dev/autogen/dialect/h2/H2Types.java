package dev.autogen.dialect.h2;

import static java.util.Map.entry;

import dev.autogen.dialect.TypeText;
import dev.autogen.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** H2's types: canonical spelling and neutral values. */
final class H2Types {

  /** Names of types for which there is another, the canonical one. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          entry("bool", "boolean"),
          entry("bit", "boolean"),
          entry("int2", "smallint"),
          entry("int", "integer"),
          entry("int4", "integer"),
          entry("int8", "bigint"),
          entry("float4", "real"),
          entry("float8", "double precision"),
          entry("double", "double precision"),
          entry("decimal", "numeric"),
          entry("dec", "numeric"),
          entry("number", "numeric"),
          entry("character varying", "varchar"),
          entry("char varying", "varchar"),
          entry("nvarchar", "varchar"),
          entry("nchar varying", "varchar"),
          entry("national character varying", "varchar"),
          entry("national char varying", "varchar"),
          entry("longvarchar", "varchar"),
          entry("character", "char"),
          entry("nchar", "char"),
          entry("national character", "char"),
          entry("national char", "char"),
          entry("character large object", "clob"),
          entry("char large object", "clob"),
          entry("nclob", "clob"),
          entry("text", "varchar"),
          entry("binary large object", "blob"),
          entry("binary varying", "varbinary"),
          entry("bytea", "varbinary"),
          entry("longvarbinary", "varbinary"),
          entry("jsonb", "json"),
          entry("time without time zone", "time"),
          entry("timestamp without time zone", "timestamp"),
          entry("timestamptz", "timestamp with time zone"));

  private static final Map<String, String> NEUTRAL =
      Map.ofEntries(
          entry("boolean", "false"),
          entry("tinyint", "0"),
          entry("smallint", "0"),
          entry("integer", "0"),
          entry("bigint", "0"),
          entry("real", "0"),
          entry("double precision", "0"),
          entry("numeric", "0"),
          entry("decfloat", "0"),
          entry("char", "''"),
          entry("varchar", "''"),
          entry("varchar_ignorecase", "''"),
          entry("clob", "''"),
          entry("binary", "X''"),
          entry("varbinary", "X''"),
          entry("blob", "X''"),
          entry("date", "date '1970-01-01'"),
          entry("time", "time '00:00:00'"),
          entry("time with time zone", "time with time zone '00:00:00+00'"),
          entry("timestamp", "timestamp '1970-01-01 00:00:00'"),
          entry("timestamp with time zone", "timestamp with time zone '1970-01-01 00:00:00+00'"),
          entry("interval second", "interval '0' second"),
          entry("uuid", "'00000000-0000-0000-0000-000000000000'"),
          entry("json", "json '{}'"));

  /** The greatest length of a string of bytes or characters, in this and in older versions. */
  private static final Set<Long> UNBOUNDED = Set.of(1_048_576L, 1_000_000_000L, Long.MAX_VALUE);

  /** The greatest precision of a number. */
  private static final String DIGITS = "100000";

  private static final Pattern FLOATING = Pattern.compile("^(?:double precision|real)\\b");

  private static final Map<String, String> FLOATS =
      Map.of("double precision", "float(53)", "real", "float(24)");

  private static final Pattern FIRST_LABEL =
      Pattern.compile("enum\\(('(?:[^']|'')*').*", Pattern.DOTALL);

  ColumnType canonical(ColumnType type) {
    if (type.equals(ColumnType.UNKNOWN)) {
      return type;
    }
    return new ColumnType(canonical(TypeText.normalized(type.sql())));
  }

  /** As Hibernate writes it: H2 keeps apart how a type was written that is the same to it. */
  String sql(ColumnType canonical) {
    return FLOATING.matcher(canonical.sql()).replaceFirst(m -> FLOATS.get(m.group()));
  }

  private static String canonical(String text) {
    Optional<TypeText.ArrayText> array = TypeText.array(text);
    if (array.isPresent()) {
      String brackets = array.get().brackets().replace("[]", "").replace("array", "").strip();
      return canonical(array.get().element()) + " array" + brackets.replace("] [", "] array[");
    }
    return TypeText.parse(text).map(H2Types::scalar).orElse(text);
  }

  private static String scalar(TypeText type) {
    String name = ALIASES.getOrDefault(type.name(), type.name());
    return switch (name) {
      case "float" -> type.argument(53) <= 24 ? "real" : "double precision";
      case "numeric", "decfloat" -> number(name, type.arguments());
      case "char", "binary" -> name + "(" + type.argument(1) + ")";
      case "varchar", "varbinary", "clob", "blob" -> bounded(name, type);
      case "time" -> "time(" + type.argument(0) + ")";
      case "timestamp" -> "timestamp(" + type.argument(6) + ")";
      case "time with time zone" -> "time(" + type.argument(0) + ") with time zone";
      case "timestamp with time zone" -> "timestamp(" + type.argument(6) + ") with time zone";
      case "interval second" -> interval(type.arguments());
      case "boolean", "tinyint", "smallint", "integer", "bigint", "json", "uuid" -> name;
      default -> name + type.parentheses();
    };
  }

  private static String number(String name, List<String> arguments) {
    if (arguments.isEmpty() || arguments.get(0).equals(DIGITS) && isWhole(arguments)) {
      return name;
    }
    boolean scaled = name.equals("numeric") && arguments.size() == 1;
    return name + "(" + String.join(",", arguments) + (scaled ? ",0)" : ")");
  }

  private static boolean isWhole(List<String> arguments) {
    return arguments.size() == 1 || arguments.get(1).equals("0");
  }

  private static String bounded(String name, TypeText type) {
    return type.arguments().isEmpty() || UNBOUNDED.contains(type.argument(0))
        ? name
        : name + "(" + type.argument(0) + ")";
  }

  /** {@code interval second} has two digits before the point and six after it. */
  private static String interval(List<String> arguments) {
    String leading = arguments.isEmpty() ? "2" : arguments.get(0);
    String fraction = arguments.size() < 2 ? "6" : arguments.get(1);
    return "interval second(" + leading + "," + fraction + ")";
  }

  /** Days and seconds since 1970, and identifiers that end in the digits of the number. */
  static Optional<String> numbered(ColumnType canonical, String number) {
    String type = canonical.sql().replaceFirst("\\(\\d+\\)", "");
    return switch (type) {
      case "uuid" -> Optional.of("cast(lpad(" + number + ", 32, '0') as uuid)");
      case "date" -> Optional.of("dateadd(day, " + number + ", date '1970-01-01')");
      case "timestamp", "timestamp with time zone" ->
          Optional.of("dateadd(second, " + number + ", timestamp '1970-01-01 00:00:00')");
      default -> Optional.empty();
    };
  }

  Optional<String> neutralValue(ColumnType canonical) {
    if (canonical.sql().contains(" array")) {
      return Optional.of("array[]");
    }
    Matcher label = FIRST_LABEL.matcher(canonical.sql());
    if (label.matches()) {
      return Optional.of(label.group(1));
    }
    return TypeText.parse(canonical.sql())
        .flatMap(type -> Optional.ofNullable(NEUTRAL.get(type.name())));
  }
}
