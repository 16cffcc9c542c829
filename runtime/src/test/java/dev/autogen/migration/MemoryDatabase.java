package dev.autogen.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** An H2 database in memory that lives as long as this is open. */
final class MemoryDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final DriverDataSource source =
      new DriverDataSource("jdbc:h2:mem:runner" + NUMBER.incrementAndGet(), "sa", "");
  private final Connection connection;

  MemoryDatabase() {
    try {
      connection = source.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  DataSource source() {
    return source;
  }

  Connection connection() {
    return connection;
  }

  MigrationRunner runner(MigrationScript... scripts) {
    return MigrationRunner.on(source).migrations(RevisionGraph.of(List.of(scripts)));
  }

  /** On the same database, over connections whose own schema is that one. */
  MigrationRunner runnerIn(String schema, MigrationScript... scripts) {
    return MigrationRunner.on(new DriverDataSource(source + ";SCHEMA=" + schema, "sa", ""))
        .migrations(RevisionGraph.of(List.of(scripts)));
  }

  void execute(String... statements) {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of all rows, as text. */
  List<String> query(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tables, but for this tool's own. */
  List<String> tables() {
    return query(
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                + " and table_name not like 'AUTOGEN%' order by 1")
        .stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** All tables. */
  int tableCount() {
    return query("select 1 from information_schema.tables where table_schema = 'PUBLIC'").size();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
