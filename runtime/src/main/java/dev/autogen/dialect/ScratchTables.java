package dev.autogen.dialect;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * How a database builds temporary tables that only this connection sees, so that it can be asked
 * how it writes down what a table declares. They are made with the dialect's own DDL for
 * unqualified names, between {@link #enter} and {@link #leave}.
 *
 * <p>Where {@link #inTransaction} says so, all of it happens in a transaction that is rolled back;
 * elsewhere each table is dropped by name.
 */
public interface ScratchTables {

  /** Whether a rollback takes the tables away. */
  boolean inTransaction();

  /**
   * Whether a temporary table may have the name of another table without being mixed up with it.
   */
  boolean mayShareNames();

  /** The statements after which unqualified names of new tables and types are temporary ones. */
  List<String> enter();

  /** The statements that end this. */
  List<String> leave();

  /** A statement of the dialect's DDL, changed so that a table which it creates is temporary. */
  String temporary(String statement);

  /**
   * The statement that takes such a table away, if it is there.
   *
   * @param name its name as SQL
   */
  default String drop(String name) {
    return "drop table if exists " + name;
  }

  /** The schema in which the tables are found, in stored spelling: one row, one column. */
  String schema();

  /** The queries that find temporary tables, and nothing else, in that schema. */
  CatalogQueries catalog();

  /**
   * The same for a database that does not list its temporary tables.
   *
   * @param tables those that have been made
   */
  default CatalogQueries catalog(List<QualifiedName> tables) {
    return catalog();
  }
}
