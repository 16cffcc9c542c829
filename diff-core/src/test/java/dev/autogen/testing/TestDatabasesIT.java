package dev.autogen.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabasesIT {

  @ParameterizedTest
  @EnumSource
  void givesEachTestAnEmptyDatabase(Engine engine) throws SQLException {
    try (TestDatabase first = TestDatabases.create(engine);
        TestDatabase second = TestDatabases.create(engine)) {
      first.execute("create table here (id integer)", "insert into here values (1)");
      try (Connection connection = second.connect();
          Statement statement = connection.createStatement();
          ResultSet tables =
              statement.executeQuery(
                  "select 1 from information_schema.tables where lower(table_name) = 'here'")) {
        assertEquals(engine.label(), connection.getMetaData().getDatabaseProductName());
        assertFalse(tables.next());
      }
    }
  }
}
