package dev.autogen.dialect.mysql;

import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.DialectProvider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the dialect of MySQL, whichever driver leads there. */
public final class MysqlProvider implements DialectProvider {

  private static final String PRODUCT = "MySQL";

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)[.\\d]*");

  /** The collation of a server that was told nothing else. */
  private static final String UNICODE = "utf8mb4_0900_ai_ci";

  @Override
  public String name() {
    return MysqlDialect.NAME;
  }

  /** MySQL's own driver calls MariaDB by MySQL's name; the version tells them apart. */
  @Override
  public Optional<Dialect> forConnection(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    String version = database.getDatabaseProductVersion();
    Matcher numbers = VERSION.matcher(version);
    return database.getDatabaseProductName().equals(PRODUCT)
            && !version.contains("MariaDB")
            && numbers.find()
        ? Optional.of(
            new MysqlDialect(
                new DatabaseVersion(
                    PRODUCT,
                    Integer.parseInt(numbers.group(1)),
                    Integer.parseInt(numbers.group(2)),
                    numbers.group()),
                MysqlCollations.of(connection)))
        : Optional.empty();
  }

  /**
   * Without a version, the one that this tool is tested on. Of the 8.0s it is the first that this
   * tool knows: Hibernate leaves checks out for those before.
   */
  @Override
  public Dialect offline(int major, int minor) {
    if (major == 0) {
      return offline(8, 0);
    }
    String text = major + "." + minor + (major == 8 && minor == 0 ? ".16" : "");
    return new MysqlDialect(
        new DatabaseVersion(PRODUCT, major, minor, text), new MysqlCollations(UNICODE, UNICODE));
  }
}
