package dev.autogen.dialect.mysql;

import dev.autogen.dialect.OwnStatements;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which databases of a server a statement names. What stands before a dot may be a table or an
 * alias as well, so the server is asked: whether there is such a database, and where the statement
 * is about rows, which can only be rows of something, whether that holds what the dot leads to.
 */
final class MysqlDatabaseNames {

  /** Written by nobody. */
  private static final Set<String> VIRTUAL =
      Set.of("information_schema", "performance_schema", "sys");

  private MysqlDatabaseNames() {}

  static List<String> in(Connection server, String sql) throws SQLException {
    Set<String> databases = new TreeSet<>();
    for (List<Token> statement : OwnStatements.of(sql, Style.BACKSLASHES)) {
      if (statement.get(0).is("use") && statement.size() > 1) {
        databases.addAll(databases(server, statement.get(1).value()));
      }
      for (int i = 1; i < statement.size() - 1; i++) {
        if (statement.get(i).is(".") && mayName(statement, i - 1)) {
          List<String> named = databases(server, statement.get(i - 1).value());
          String object = statement.get(i + 1).value();
          for (String database : named) {
            if (!isAboutRows(statement.get(0)) || holds(server, database, object)) {
              databases.add(database);
            }
          }
        }
      }
    }
    return List.copyOf(databases);
  }

  /** Not the number before a point, nor the kind of a variable. */
  private static boolean mayName(List<Token> statement, int at) {
    Token token = statement.get(at);
    return token.kind() != Kind.SYMBOL
        && !token.text().matches("\\d+")
        && !(token.kind() == Kind.STRING && token.text().startsWith("'"))
        && !(at > 0 && statement.get(at - 1).is("@"));
  }

  private static boolean isAboutRows(Token first) {
    return first.isAny(
        "select", "insert", "update", "delete", "replace", "with", "values", "table", "call", "(");
  }

  private static List<String> databases(Connection server, String name) throws SQLException {
    List<String> found =
        new ArrayList<>(
            ScratchDatabases.texts(
                server,
                "select schema_name from information_schema.schemata"
                    + " where lower(schema_name) = lower(?)",
                List.of(name)));
    found.removeIf(database -> VIRTUAL.contains(database.toLowerCase(Locale.ROOT)));
    return found;
  }

  private static boolean holds(Connection server, String database, String object)
      throws SQLException {
    return !ScratchDatabases.texts(
            server,
            "select 1 from information_schema.tables"
                + " where table_schema = ? and lower(table_name) = lower(?)"
                + " union all select 1 from information_schema.routines"
                + " where routine_schema = ? and lower(routine_name) = lower(?)",
            List.of(database, object, database, object))
        .isEmpty();
  }
}
