package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.ScratchTables;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.regex.Pattern;

/** Temporary tables, which end with the session if they are not dropped before. */
public final class MysqlScratch implements ScratchTables {

  private static final Pattern CREATE_TABLE =
      Pattern.compile("^create table\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public boolean inTransaction() {
    return false;
  }

  /** A temporary table hides another of its name. */
  @Override
  public boolean mayShareNames() {
    return false;
  }

  /** Literals are written with backslashes doubled, whatever the session makes of them. */
  @Override
  public List<String> enter() {
    return List.of(
        "set @autogen_scratch_mode = @@session.sql_mode",
        "set session sql_mode = replace(@@session.sql_mode, 'NO_BACKSLASH_ESCAPES', '')");
  }

  @Override
  public List<String> leave() {
    return List.of("set session sql_mode = @autogen_scratch_mode");
  }

  @Override
  public String temporary(String statement) {
    return CREATE_TABLE.matcher(statement).replaceFirst("create temporary table");
  }

  @Override
  public String drop(String name) {
    return "drop temporary table if exists " + name;
  }

  @Override
  public String schema() {
    return MysqlCatalogSql.DEFAULT_SCHEMA;
  }

  @Override
  public CatalogQueries catalog() {
    return catalog(List.of());
  }

  @Override
  public CatalogQueries catalog(List<QualifiedName> tables) {
    return new MysqlPrintedTables(tables);
  }
}
