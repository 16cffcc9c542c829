package dev.autogen.migration;

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
}
