package dev.autogen.dialect.mysql;

import java.util.Optional;

/**
 * How values become those of another type, where the database's own way is not it: the column is
 * given a type between the two, its values are written anew, and then it becomes what it shall be.
 *
 * @param between the type in between, as SQL
 * @param value the new value in terms of the column, as SQL
 */
public record MysqlConversion(Optional<String> between, Optional<String> value) {

  /** The database's own way. */
  public static final MysqlConversion PLAIN =
      new MysqlConversion(Optional.empty(), Optional.empty());

  /** Values are written anew in the type that they have. */
  static MysqlConversion of(String value) {
    return new MysqlConversion(Optional.empty(), Optional.of(value));
  }

  static MysqlConversion through(String type, String value) {
    return new MysqlConversion(Optional.of(type), Optional.of(value));
  }
}
