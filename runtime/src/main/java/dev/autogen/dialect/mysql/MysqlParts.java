package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Dialect;

/**
 * What writes the parts of MySQL's DDL, for one that is like it to replace.
 *
 * @param definitions columns, constraints and indexes as they are defined
 * @param columns statements that change columns
 * @param keys what is done to keys, checks and indexes
 */
public record MysqlParts(MysqlDefinitions definitions, MysqlColumns columns, MysqlKeys keys) {

  MysqlParts(Dialect dialect, MysqlSurroundings surroundings) {
    this(new MysqlDefinitions(dialect), dialect, surroundings);
  }

  private MysqlParts(
      MysqlDefinitions definitions, Dialect dialect, MysqlSurroundings surroundings) {
    this(
        definitions,
        new MysqlColumns(dialect, definitions, surroundings),
        new MysqlKeys(dialect, definitions, surroundings));
  }
}
