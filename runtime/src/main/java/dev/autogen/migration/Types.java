package dev.autogen.migration;

import dev.autogen.schema.ColumnType;

/**
 * The portable column types, and {@link #nativeType} for what only one database has; to be imported
 * statically. The same type means the same on each database; how it is spelled there is the
 * dialect's business.
 */
public final class Types {

  private static final int MOST_FRACTIONAL_DIGITS = 9;

  private Types() {}

  /** SQL {@code boolean}. */
  public static ColumnType bool() {
    return new ColumnType("boolean");
  }

  /** A whole number of 16 bits. */
  public static ColumnType smallint() {
    return new ColumnType("smallint");
  }

  /** A whole number of 32 bits. */
  public static ColumnType integer() {
    return new ColumnType("integer");
  }

  /** A whole number of 64 bits. */
  public static ColumnType bigint() {
    return new ColumnType("bigint");
  }

  /** A floating point number of 32 bits. */
  public static ColumnType real() {
    return new ColumnType("real");
  }

  /** A floating point number of 64 bits. */
  public static ColumnType doublePrecision() {
    return new ColumnType("double precision");
  }

  /** An exact number as long as the database allows. */
  public static ColumnType numeric() {
    return new ColumnType("numeric");
  }

  /** An exact number of {@code precision} digits, {@code scale} of them after the point. */
  public static ColumnType numeric(int precision, int scale) {
    return new ColumnType(
        "numeric(" + atLeastOne("numeric", "precision", precision) + "," + scale + ")");
  }

  /** Text of exactly {@code length} characters: SQL {@code char}. */
  public static ColumnType character(int length) {
    return new ColumnType("char(" + atLeastOne("character", "length", length) + ")");
  }

  /** Text of at most as many characters as the database allows. */
  public static ColumnType varchar() {
    return new ColumnType("varchar");
  }

  /** Text of at most {@code length} characters. */
  public static ColumnType varchar(int length) {
    return new ColumnType("varchar(" + atLeastOne("varchar", "length", length) + ")");
  }

  /** Text without a limit, held in the row as far as the database is concerned. */
  public static ColumnType text() {
    return new ColumnType("text");
  }

  /** Text without a limit, held as a large object where the database has such. */
  public static ColumnType clob() {
    return new ColumnType("clob");
  }

  /** A day. */
  public static ColumnType date() {
    return new ColumnType("date");
  }

  /** A time of day, in the database's own precision. */
  public static ColumnType time() {
    return new ColumnType("time");
  }

  /** A time of day, with {@code precision} digits after the second. */
  public static ColumnType time(int precision) {
    return new ColumnType("time(" + fraction("time", precision) + ")");
  }

  /** A time of day with its offset, in the database's own precision. */
  public static ColumnType timeWithTimeZone() {
    return new ColumnType("time with time zone");
  }

  /** A time of day with its offset, with {@code precision} digits after the second. */
  public static ColumnType timeWithTimeZone(int precision) {
    return new ColumnType("time(" + fraction("timeWithTimeZone", precision) + ") with time zone");
  }

  /** A day and a time of day, in the database's own precision. */
  public static ColumnType timestamp() {
    return new ColumnType("timestamp");
  }

  /** A day and a time of day, with {@code precision} digits after the second. */
  public static ColumnType timestamp(int precision) {
    return new ColumnType("timestamp(" + fraction("timestamp", precision) + ")");
  }

  /** A moment, in the database's own precision. */
  public static ColumnType timestampWithTimeZone() {
    return new ColumnType("timestamp with time zone");
  }

  /** A moment, with {@code precision} digits after the second. */
  public static ColumnType timestampWithTimeZone(int precision) {
    return new ColumnType(
        "timestamp(" + fraction("timestampWithTimeZone", precision) + ") with time zone");
  }

  /** A UUID. */
  public static ColumnType uuid() {
    return new ColumnType("uuid");
  }

  /** JSON. */
  public static ColumnType json() {
    return new ColumnType("json");
  }

  /** Exactly {@code length} bytes. */
  public static ColumnType binary(int length) {
    return new ColumnType("binary(" + atLeastOne("binary", "length", length) + ")");
  }

  /** At most {@code length} bytes. */
  public static ColumnType varbinary(int length) {
    return new ColumnType("varbinary(" + atLeastOne("varbinary", "length", length) + ")");
  }

  /** Bytes without a limit, held as a large object where the database has such. */
  public static ColumnType blob() {
    return new ColumnType("blob");
  }

  /**
   * A type that only one database has, in that database's own spelling: {@code citext}, {@code
   * integer[]}, or the name of an enum type. The empty text is a column without a type, which
   * SQLite has.
   */
  public static ColumnType nativeType(String sql) {
    if (sql.isBlank() && !sql.isEmpty()) {
      throw new IllegalArgumentException(
          "nativeType(\""
              + sql
              + "\") names no type. Write the type as a column definition would.");
    }
    return new ColumnType(sql);
  }

  private static int atLeastOne(String type, String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          type + " cannot have " + what + " " + value + ". Give it at least 1.");
    }
    return value;
  }

  private static int fraction(String type, int precision) {
    if (precision < 0 || precision > MOST_FRACTIONAL_DIGITS) {
      throw new IllegalArgumentException(
          type
              + " cannot have precision "
              + precision
              + ". Give it 0 to "
              + MOST_FRACTIONAL_DIGITS
              + " digits after the second.");
    }
    return precision;
  }
}
