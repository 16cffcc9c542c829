package dev.autogen.dialect.mysql;

import static java.util.Map.entry;

import dev.autogen.dialect.TypeText;
import dev.autogen.schema.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MySQL's types: canonical spelling and neutral values. A word means what it means to MySQL: {@code
 * boolean} is {@code tinyint(1)}, {@code real} is {@code double precision}, {@code text} holds 64
 * KiB. Widths for display are no part of a type, but for {@code zerofill}.
 */
public final class MysqlTypes {

  /** Names of types for which there is another, the canonical one. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          entry("bool", "boolean"),
          entry("int", "integer"),
          entry("int1", "tinyint"),
          entry("int2", "smallint"),
          entry("int3", "mediumint"),
          entry("middleint", "mediumint"),
          entry("int4", "integer"),
          entry("int8", "bigint"),
          entry("float4", "float"),
          entry("float8", "double precision"),
          entry("double", "double precision"),
          entry("real", "double precision"),
          entry("decimal", "numeric"),
          entry("dec", "numeric"),
          entry("fixed", "numeric"),
          entry("character", "char"),
          entry("nchar", "char"),
          entry("national char", "char"),
          entry("national character", "char"),
          entry("character varying", "varchar"),
          entry("char varying", "varchar"),
          entry("varcharacter", "varchar"),
          entry("nvarchar", "varchar"),
          entry("nchar varchar", "varchar"),
          entry("nchar varying", "varchar"),
          entry("national varchar", "varchar"),
          entry("national char varying", "varchar"),
          entry("national character varying", "varchar"),
          entry("binary varying", "varbinary"),
          entry("long", "mediumtext"),
          entry("long varchar", "mediumtext"),
          entry("long varbinary", "mediumblob"),
          entry("clob", "longtext"),
          entry("nclob", "longtext"),
          entry("character large object", "longtext"),
          entry("binary large object", "longblob"),
          entry("geometrycollection", "geomcollection"));

  private static final Map<String, String> NEUTRAL =
      Map.ofEntries(
          entry("boolean", "0"),
          entry("tinyint", "0"),
          entry("smallint", "0"),
          entry("mediumint", "0"),
          entry("integer", "0"),
          entry("bigint", "0"),
          entry("float", "0"),
          entry("double precision", "0"),
          entry("numeric", "0"),
          entry("bit", "b'0'"),
          entry("year", "1970"),
          entry("char", "''"),
          entry("varchar", "''"),
          entry("tinytext", "''"),
          entry("text", "''"),
          entry("mediumtext", "''"),
          entry("longtext", "''"),
          entry("binary", "''"),
          entry("varbinary", "''"),
          entry("tinyblob", "''"),
          entry("blob", "''"),
          entry("mediumblob", "''"),
          entry("longblob", "''"),
          entry("set", "''"),
          entry("date", "'1970-01-01'"),
          entry("time", "'00:00:00'"),
          entry("datetime", "'1970-01-01 00:00:00'"),
          entry("timestamp", "'1970-01-02 00:00:00'"),
          entry("json", "'{}'"));

  /** How many digits a number of a type can have, which is as wide as {@code zerofill} makes it. */
  private static final Map<String, Integer> DIGITS =
      Map.of("tinyint", 3, "smallint", 5, "mediumint", 8, "integer", 10, "bigint", 20);

  /** Names, what stands in parentheses, and what follows them. */
  private static final Pattern SCALAR =
      Pattern.compile(
          "([a-z][a-z0-9_ ]*?)(?:\\(([^()']*)\\))?( with(?:out)? time zone)?"
              + "((?: (?:signed|unsigned|zerofill))*)( character set .*)?");

  private static final Pattern FIRST_LABEL =
      Pattern.compile("enum\\(('(?:[^']|'')*').*", Pattern.DOTALL);

  private static final Set<String> TEXT =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

  /** Types of text in the one character set that the manual calls national. */
  private static final Pattern NATIONAL = Pattern.compile("national |nchar|nvarchar");

  private static final String NATIONAL_CHARACTERS = " character set utf8mb3";

  private static final Pattern CHARSET = Pattern.compile("\\bcharset\\b");

  /** The type in canonical spelling; a character set that it names stays at its end. */
  public ColumnType canonical(ColumnType type) {
    if (type.equals(ColumnType.UNKNOWN)) {
      return type;
    }
    return new ColumnType(canonical(TypeText.normalized(type.sql())));
  }

  private static String canonical(String text) {
    String spelled = text.contains("'") ? text : CHARSET.matcher(text).replaceAll("character set");
    Matcher matcher = SCALAR.matcher(spelled);
    if (!matcher.matches()) {
      return text;
    }
    List<String> arguments =
        matcher.group(2) == null ? List.of() : List.of(matcher.group(2).split(","));
    String name = ALIASES.getOrDefault(matcher.group(1), matcher.group(1));
    String usual = NATIONAL.matcher(matcher.group(1)).lookingAt() ? NATIONAL_CHARACTERS : "";
    String charset = matcher.group(5) == null ? usual : matcher.group(5);
    return scalar(new TypeText(name, arguments), matcher.group(4)) + charset;
  }

  private static String scalar(TypeText type, String attributes) {
    String name = type.name();
    boolean filled = attributes.contains("zerofill");
    String sign = filled || attributes.contains("unsigned") ? " unsigned" : "";
    return switch (name) {
      case "tinyint" ->
          sign.isEmpty() && type.argument(0) == 1 ? "boolean" : integer(type, sign, filled);
      case "smallint", "mediumint", "integer", "bigint" -> integer(type, sign, filled);
      case "float", "double precision" -> floating(type) + sign + (filled ? " zerofill" : "");
      case "numeric" -> numeric(type) + sign + (filled ? " zerofill" : "");
      case "char", "binary", "bit" -> name + "(" + type.argument(1) + ")";
      case "time", "datetime", "timestamp" -> name + "(" + type.argument(0) + ")";
      case "text" -> type.arguments().isEmpty() ? name : sized("text", 4 * type.argument(0));
      case "blob" -> type.arguments().isEmpty() ? name : sized("blob", type.argument(0));
      case "boolean", "year", "json", "date" -> name;
      case "uuid" -> "binary(16)";
      default -> name + type.parentheses() + attributes;
    };
  }

  private static String integer(TypeText type, String sign, boolean filled) {
    return filled
        ? type.name() + "(" + type.argument(DIGITS.get(type.name())) + ")" + sign + " zerofill"
        : type.name() + sign;
  }

  /** One number in parentheses is a precision in bits, two are digits. */
  private static String floating(TypeText type) {
    if (type.arguments().size() == 2) {
      return type.name() + type.parentheses();
    }
    return type.name().equals("float") && type.argument(0) > 24 ? "double precision" : type.name();
  }

  private static String numeric(TypeText type) {
    return switch (type.arguments().size()) {
      case 0 -> "numeric(10,0)";
      case 1 -> "numeric(" + type.argument(10) + ",0)";
      default -> "numeric" + type.parentheses();
    };
  }

  /** The least of the four sizes that holds so many bytes. */
  private static String sized(String name, long bytes) {
    if (bytes < 1 << 8) {
      return "tiny" + name;
    }
    if (bytes < 1 << 16) {
      return name;
    }
    return (bytes < 1 << 24 ? "medium" : "long") + name;
  }

  /** Whether values of the type are compared by a collation. */
  public static boolean isText(ColumnType canonical) {
    return TEXT.contains(canonical.sql().replaceFirst("\\(.*", ""));
  }

  /** Days and seconds since 1970, and identifiers that end in the digits of the number. */
  public static Optional<String> numbered(ColumnType canonical, String number) {
    String type = canonical.sql().replaceFirst("\\(\\d+\\)", "");
    return switch (type) {
      case "date" -> Optional.of("date_add('1970-01-01', interval " + number + " day)");
      case "timestamp", "datetime" ->
          Optional.of("date_add('1970-01-02 00:00:00', interval " + number + " second)");
      case "binary" ->
          canonical.sql().equals("binary(16)")
              ? Optional.of("unhex(lpad(hex(" + number + "), 32, '0'))")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A literal that a column of this type can hold. */
  public Optional<String> neutralValue(ColumnType canonical) {
    Matcher label = FIRST_LABEL.matcher(canonical.sql());
    if (label.matches()) {
      return Optional.of(label.group(1));
    }
    String text = canonical.sql().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(NEUTRAL.get(text.replaceFirst("(\\(| unsigned).*", "")));
  }
}
