package dev.autogen.dialect.postgresql;

import static java.util.Map.entry;

import dev.autogen.dialect.Identifiers;
import dev.autogen.dialect.TypeText;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's types: canonical spelling and neutral values. */
final class PostgresqlTypes {

  /** Names of types for which there is another, the canonical one. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          entry("bool", "boolean"),
          entry("int2", "smallint"),
          entry("tinyint", "smallint"),
          entry("int", "integer"),
          entry("int4", "integer"),
          entry("int8", "bigint"),
          entry("float4", "real"),
          entry("float8", "double precision"),
          entry("double", "double precision"),
          entry("decimal", "numeric"),
          entry("dec", "numeric"),
          entry("character varying", "varchar"),
          entry("char varying", "varchar"),
          entry("nvarchar", "varchar"),
          entry("nchar varying", "varchar"),
          entry("national character varying", "varchar"),
          entry("national char varying", "varchar"),
          entry("character", "char"),
          entry("nchar", "char"),
          entry("national character", "char"),
          entry("national char", "char"),
          entry("varbit", "bit varying"),
          entry("time without time zone", "time"),
          entry("timetz", "time with time zone"),
          entry("timestamp without time zone", "timestamp"),
          entry("timestamptz", "timestamp with time zone"),
          entry("clob", "text"),
          entry("nclob", "text"),
          entry("character large object", "text"),
          entry("blob", "bytea"),
          entry("binary large object", "bytea"),
          entry("binary", "bytea"),
          entry("varbinary", "bytea"),
          entry("binary varying", "bytea"));

  private static final Map<String, String> NEUTRAL =
      Map.ofEntries(
          entry("boolean", "false"),
          entry("smallint", "0"),
          entry("integer", "0"),
          entry("bigint", "0"),
          entry("real", "0"),
          entry("double precision", "0"),
          entry("numeric", "0"),
          entry("money", "0"),
          entry("oid", "0"),
          entry("char", "''"),
          entry("bpchar", "''"),
          entry("varchar", "''"),
          entry("text", "''"),
          entry("citext", "''"),
          entry("bytea", "''"),
          entry("xml", "''"),
          entry("tsvector", "''"),
          entry("date", "'1970-01-01'"),
          entry("time", "'00:00:00'"),
          entry("time with time zone", "'00:00:00+00'"),
          entry("timestamp", "'1970-01-01 00:00:00'"),
          entry("timestamp with time zone", "'1970-01-01 00:00:00+00'"),
          entry("interval", "'0'"),
          entry("uuid", "'00000000-0000-0000-0000-000000000000'"),
          entry("json", "'{}'"),
          entry("jsonb", "'{}'"),
          entry("hstore", "''"),
          entry("inet", "'0.0.0.0'"),
          entry("cidr", "'0.0.0.0/32'"));

  /** A type whose name is in quotes, with or without a schema. */
  private static final Pattern QUOTED_NAME =
      Pattern.compile("(?:(\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_$]*)\\.)?\"((?:[^\"]|\"\")+)\"");

  private static final int SECOND_DIGITS = 6;

  private static final Pattern BARE_TIME =
      Pattern.compile("^(time|timestamp)((?: with time zone)?(?:\\[])*)$");

  private final Identifiers identifiers;
  private final String defaultSchema;

  PostgresqlTypes(Identifiers identifiers, String defaultSchema) {
    this.identifiers = identifiers;
    this.defaultSchema = defaultSchema;
  }

  ColumnType canonical(ColumnType type) {
    if (type.equals(ColumnType.UNKNOWN)) {
      return type;
    }
    return new ColumnType(canonical(TypeText.normalized(type.sql())));
  }

  /** A named type as a column's type. */
  ColumnType named(QualifiedName name) {
    String own =
        NEUTRAL.containsKey(name.name()) || ALIASES.containsKey(name.name())
            ? Identifiers.quote(name.name())
            : identifiers.write(name.name());
    return new ColumnType(
        name.schema().isEmpty() ? own : identifiers.write(name.schema()) + "." + own);
  }

  private String canonical(String text) {
    Optional<TypeText.ArrayText> array = TypeText.array(text);
    if (array.isPresent()) {
      return canonical(array.get().element()) + "[]";
    }
    String local = withoutSchema(text);
    Matcher quoted = QUOTED_NAME.matcher(local);
    if (quoted.matches()) {
      return local.equals("\"char\"") ? local : requoted(quoted);
    }
    return TypeText.parse(local).map(PostgresqlTypes::scalar).orElse(local);
  }

  /** PostgreSQL prints no schema for a type that it finds without one. */
  private String withoutSchema(String text) {
    for (String schema : List.of("pg_catalog", identifiers.write(defaultSchema))) {
      if (text.startsWith(schema + ".")) {
        return text.substring(schema.length() + 1);
      }
    }
    return text;
  }

  private String requoted(Matcher quoted) {
    String schema = quoted.group(1) == null ? "" : quoted.group(1) + ".";
    String name = PostgresqlNames.kept(quoted.group(2).replace("\"\"", "\""));
    return schema + named(QualifiedName.of(name)).sql();
  }

  private static String scalar(TypeText type) {
    String name = ALIASES.getOrDefault(type.name(), type.name());
    return switch (name) {
      case "float" -> type.argument(53) <= 24 ? "real" : "double precision";
      case "numeric" -> numeric(type.arguments());
      case "char" -> "char(" + type.argument(1) + ")";
      case "bpchar" -> type.arguments().isEmpty() ? name : "char" + type.parentheses();
      case "bit" -> "bit(" + type.argument(1) + ")";
      case "time", "timestamp" -> name + digits(type);
      case "time with time zone", "timestamp with time zone" ->
          name.replace(" with", digits(type) + " with");
      case "text", "bytea", "boolean", "smallint", "integer", "bigint" -> name;
      default -> {
        int own = name.lastIndexOf('.') + 1;
        yield name.substring(0, own)
            + PostgresqlNames.kept(name.substring(own))
            + type.parentheses();
      }
    };
  }

  /** The server keeps six digits of a second at most, whatever is declared, and if nothing is. */
  private static String digits(TypeText type) {
    return type.arguments().isEmpty() ? "" : "(" + Math.min(SECOND_DIGITS, type.argument(0)) + ")";
  }

  /** A table as declared, but with the other spelling of a time where that is the one found. */
  static Table asFound(Table declared, Table found) {
    return declared.withColumns(
        declared
            .columns()
            .map(
                column ->
                    found
                        .columns()
                        .find(column.name())
                        .map(Column::type)
                        .filter(type -> inFull(type).equals(inFull(column.type())))
                        .map(column::withType)
                        .orElse(column)));
  }

  private static String inFull(ColumnType type) {
    return BARE_TIME.matcher(type.sql()).replaceFirst("$1(" + SECOND_DIGITS + ")$2");
  }

  private static String numeric(List<String> arguments) {
    List<String> both = new ArrayList<>(arguments);
    if (both.size() == 1) {
      both.add("0");
    }
    return "numeric" + (both.isEmpty() ? "" : "(" + String.join(",", both) + ")");
  }

  /** Days and seconds since 1970, and identifiers that end in the digits of the number. */
  static Optional<String> numbered(ColumnType canonical, String number) {
    String type = canonical.sql().replaceFirst("\\(\\d+\\)", "");
    return switch (type) {
      case "uuid" -> Optional.of("lpad(" + number + "::text, 32, '0')::uuid");
      case "date" -> Optional.of("date '1970-01-01' + " + number + "::integer");
      case "timestamp" ->
          Optional.of("timestamp '1970-01-01' + " + number + " * interval '1 second'");
      case "timestamp with time zone" -> Optional.of("to_timestamp(" + number + ")");
      default -> Optional.empty();
    };
  }

  Optional<String> neutralValue(ColumnType canonical) {
    if (canonical.sql().endsWith("[]")) {
      return Optional.of("'{}'");
    }
    return TypeText.parse(canonical.sql())
        .map(type -> type.name().startsWith("interval ") ? "interval" : type.name())
        .flatMap(name -> Optional.ofNullable(NEUTRAL.get(name)));
  }
}
