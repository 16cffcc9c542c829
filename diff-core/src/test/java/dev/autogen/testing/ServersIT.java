package dev.autogen.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServersIT {

  @ParameterizedTest
  @EnumSource
  void givesEachTestAnEmptyDatabase(Engine engine) throws SQLException {
    try (TestDatabase first = TestDatabases.create(engine);
        TestDatabase second = TestDatabases.create(engine)) {
      first.execute("create table here (id integer)", "insert into here values (1)");
      assertThrows(SQLException.class, () -> second.execute("select id from here"));
      try (Connection connection = second.connect()) {
        assertEquals(engine.product(), connection.getMetaData().getDatabaseProductName());
      }
    }
  }
}
