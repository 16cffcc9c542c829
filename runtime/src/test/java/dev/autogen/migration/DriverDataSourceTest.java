package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverDataSourceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://db:5432/shop | jdbc:postgresql://db:5432/shop",
        "jdbc:postgresql://db/shop?user=me&password=s3cret&ssl=true | jdbc:postgresql://db/shop?user=me&password=***&ssl=true",
        "jdbc:postgresql://db/shop?sslpassword=s3cret | jdbc:postgresql://db/shop?sslpassword=***",
        "jdbc:mysql://me:s3cr@t@db:3306/shop | jdbc:mysql://me:***@db:3306/shop",
        "jdbc:mysql://address=(host=db)(password=s3cret)/x | jdbc:mysql://address=(host=db)(password=***)/x",
        "jdbc:h2:file:./shop;USER=sa;PASSWORD=s3cret | jdbc:h2:file:./shop;USER=sa;PASSWORD=***",
        "jdbc:postgresql://db/shop?user=me&password=s3,c);ret&ssl=true | jdbc:postgresql://db/shop?user=me&password=***&ssl=true",
        "jdbc:sqlserver://db;password={s3;c}}ret};encrypt=true | jdbc:sqlserver://db;password=***;encrypt=true",
        "jdbc:sqlserver://db;password=s3&c,r)et;encrypt=true | jdbc:sqlserver://db;password=***;encrypt=true",
        "jdbc:mysql://(host=db,password=s3cret,port=1)/x | jdbc:mysql://(host=db,password=***,port=1)/x",
        "jdbc:db2://db:5/x:user=me;password=s3cret; | jdbc:db2://db:5/x:user=me;password=***;",
        "jdbc:oracle:thin:me/s3cret@//db:1521/x | jdbc:oracle:thin:me/***@//db:1521/x",
      })
  void hidesPasswordsOfUrls(String url, String shown) {
    assertEquals(shown, new JdbcUrl(url).toString());
    assertEquals(shown, new DriverDataSource(url, "", "").toString());
  }

  @Test
  void tellsThePasswordsOfAUrl() {
    assertEquals(
        Set.of("s3,c%26t", "s3,c&t", "h(h"),
        new JdbcUrl("jdbc:postgresql://db/shop?password=s3,c%26t&sslpassword=h(h").passwords());
    assertEquals(Set.of("s3cr@t"), new JdbcUrl("jdbc:mysql://me:s3cr@t@db/shop").passwords());
  }

  @Test
  void connects() throws SQLException {
    var source = new DriverDataSource("jdbc:h2:mem:connects", "sa", "");
    try (Connection connection = source.getConnection()) {
      assertEquals("SA", connection.getMetaData().getUserName());
    }
  }

  @Test
  void namesTheAddressThatNoDriverKnows() {
    var source = new DriverDataSource("jdbc:nosuch://me:s3cret@db/x", "", "");
    assertEquals(
        "Cannot connect to the database: No JDBC driver on the class path knows the address"
            + " jdbc:nosuch://me:***@db/x. Put the driver's jar there, or correct the address."
            + " Check its address, user and password.",
        assertThrows(MigrationException.class, () -> MigrationRunner.on(source).current())
            .getMessage());
  }

  @Test
  void neverTellsThePassword(@TempDir Path folder) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("shop");
    new DriverDataSource(url, "sa", "right").getConnection().close();
    var wrong = new DriverDataSource(url + ";NO_SUCH_SETTING=s3cret", "sa", "s3cret");
    SQLException thrown = assertThrows(SQLException.class, wrong::getConnection);
    StringWriter all = new StringWriter();
    thrown.printStackTrace(new PrintWriter(all));
    assertFalse(all.toString().contains("s3cret"), all.toString());
  }
}
