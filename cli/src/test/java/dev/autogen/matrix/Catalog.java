package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A database's catalog as sorted lines, by SQL of its own: what the reader under test misses, this
 * one is to see. It does not tell the order of columns nor, but for PostgreSQL, the names that
 * nobody stated.
 *
 * @param lines one for each schema, table, column, constraint, index, sequence, type, view
 */
public record Catalog(SortedSet<String> lines) {

  /** As it stands now. */
  public static Catalog of(TestDatabase database) throws SQLException {
    SortedSet<String> lines = new TreeSet<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String row : read(database.engine(), statement)) {
        lines.add(row);
      }
    }
    return new Catalog(lines);
  }

  private static List<String> read(Engine engine, Statement statement) throws SQLException {
    return switch (engine) {
      case POSTGRESQL, POSTGRESQL_13 -> PostgresqlCatalog.lines(statement);
      case MYSQL, MARIADB -> MysqlCatalog.lines(engine, statement);
      case H2 -> H2Catalog.lines(statement);
      case SQLITE -> SqliteCatalog.lines(statement);
    };
  }

  /** What one has and the other has not, or nothing. */
  public String difference(Catalog expected) {
    Stream<String> missing =
        expected.lines.stream().filter(line -> !lines.contains(line)).map(line -> "- " + line);
    Stream<String> added =
        lines.stream().filter(line -> !expected.lines.contains(line)).map(line -> "+ " + line);
    return String.join("\n", Stream.concat(missing, added).toList());
  }

  /** The first column of each row. */
  static List<String> query(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
