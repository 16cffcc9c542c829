package dev.autogen.codegen;

import dev.autogen.schema.ColumnType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column type as a call of {@link dev.autogen.migration.Types}. */
final class TypeCode {

  private static final Pattern NUMBER = Pattern.compile("(?<=[(,])-?(0|[1-9]\\d{0,8})(?=[,)])");

  /** Spellings with {@code #} for each number, and what the call is named. */
  private static final Map<String, String> CALLS =
      Map.ofEntries(
          Map.entry("boolean", "bool"),
          Map.entry("smallint", "smallint"),
          Map.entry("integer", "integer"),
          Map.entry("bigint", "bigint"),
          Map.entry("real", "real"),
          Map.entry("double precision", "doublePrecision"),
          Map.entry("numeric", "numeric"),
          Map.entry("numeric(#,#)", "numeric"),
          Map.entry("char(#)", "character"),
          Map.entry("varchar", "varchar"),
          Map.entry("varchar(#)", "varchar"),
          Map.entry("text", "text"),
          Map.entry("clob", "clob"),
          Map.entry("date", "date"),
          Map.entry("time", "time"),
          Map.entry("time(#)", "time"),
          Map.entry("time with time zone", "timeWithTimeZone"),
          Map.entry("time(#) with time zone", "timeWithTimeZone"),
          Map.entry("timestamp", "timestamp"),
          Map.entry("timestamp(#)", "timestamp"),
          Map.entry("timestamp with time zone", "timestampWithTimeZone"),
          Map.entry("timestamp(#) with time zone", "timestampWithTimeZone"),
          Map.entry("uuid", "uuid"),
          Map.entry("json", "json"),
          Map.entry("binary(#)", "binary"),
          Map.entry("varbinary(#)", "varbinary"),
          Map.entry("blob", "blob"));

  private TypeCode() {}

  static Code of(ColumnType type) {
    Matcher numbers = NUMBER.matcher(type.sql());
    String call = CALLS.get(numbers.replaceAll("#"));
    Code[] arguments =
        numbers.reset().results().map(found -> new Code.Text(found.group())).toArray(Code[]::new);
    return call != null && accepted(call, arguments)
        ? Code.call(call, arguments)
        : Code.call("nativeType", Code.string(type.sql()));
  }

  /** Whether the call takes the first number: lengths are at least 1, fractions have 0 to 9. */
  private static boolean accepted(String call, Code... arguments) {
    if (arguments.length == 0) {
      return true;
    }
    int first = Integer.parseInt(arguments[0].flat());
    return call.startsWith("time") ? first >= 0 && first <= 9 : first >= 1;
  }
}
