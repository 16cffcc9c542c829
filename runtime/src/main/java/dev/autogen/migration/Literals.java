package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;

/** Values of a migration as SQL text that every database reads alike. */
final class Literals {

  private Literals() {}

  static String sql(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String sql(long value) {
    return Long.toString(value);
  }

  static String sql(boolean value) {
    return Boolean.toString(value);
  }

  /** A value of a row that {@link #requireWritable} lets pass. */
  static String sql(Object value, Dialect dialect) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof byte[] bytes) {
      return dialect.binaryLiteral(HexFormat.of().formatHex(bytes));
    }
    if (value instanceof LocalDateTime moment) {
      return dialect.literal(moment.toLocalDate() + " " + moment.toLocalTime());
    }
    if (value instanceof LocalTime time) {
      return dialect.literal(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
    }
    return dialect.literal(value instanceof Enum<?> constant ? constant.name() : value.toString());
  }

  /** Refuses what no literal is the same for on every database. */
  static void requireWritable(Object value) {
    boolean writable =
        value == null
            || value instanceof CharSequence
            || value instanceof Character
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof byte[]
            || value instanceof UUID
            || value instanceof Enum<?>
            || value instanceof LocalDate
            || value instanceof LocalTime
            || value instanceof LocalDateTime;
    if (!writable) {
      throw new IllegalArgumentException(
          "A row holds a "
              + value.getClass().getName()
              + ", which not every database reads alike. Write it as text, or insert it with"
              + " op.execute(\"...\").");
    }
  }
}
