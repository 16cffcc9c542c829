package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.ScratchTables;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Temporary tables of SQLite: they lie in a schema of their own. One that has the name of a table
 * would hide it, so that whoever drops it twice drops the table: none has.
 */
record SqliteScratch() implements ScratchTables {

  static final String SCHEMA = "temp";

  private static final Pattern CREATE_TABLE = Pattern.compile("^create table");

  @Override
  public boolean inTransaction() {
    return false;
  }

  @Override
  public boolean mayShareNames() {
    return false;
  }

  @Override
  public List<String> enter() {
    return List.of();
  }

  @Override
  public List<String> leave() {
    return List.of();
  }

  @Override
  public String temporary(String statement) {
    return CREATE_TABLE.matcher(statement).replaceFirst("create temp table");
  }

  @Override
  public String schema() {
    return "select '" + SCHEMA + "'";
  }

  @Override
  public CatalogQueries catalog() {
    return SqliteCatalog.temporary();
  }
}
