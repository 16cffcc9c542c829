package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.migration.JdbcUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  @Test
  void connectsToH2AsAUserWithoutAdminRights() throws SQLException {
    String url = "jdbc:h2:mem:plainuser";
    try (Connection admin = DriverManager.getConnection(url, "sa", "");
        Statement statement = admin.createStatement()) {
      statement.execute("create user plain password 'x'");
      Database database =
          new Database(new JdbcUrl(url), "plain", "x", DatabaseTest.class::getClassLoader);
      try (Connection connection = database.getConnection()) {
        assertEquals("PLAIN", connection.getMetaData().getUserName());
      }
    }
  }
}
