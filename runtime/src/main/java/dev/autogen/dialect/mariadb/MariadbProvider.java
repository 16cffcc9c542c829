package dev.autogen.dialect.mariadb;

import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.DialectProvider;
import dev.autogen.dialect.mysql.MysqlCollations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the dialect of MariaDB, whichever driver leads there. */
public final class MariadbProvider implements DialectProvider {

  private static final String PRODUCT = "MariaDB";

  /** Servers before 11 put {@code 5.5.5-} in front, for the sake of old replicas. */
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)[.\\d]*(?=-MariaDB)");

  /** The collation of a server that was told nothing else. */
  private static final String UNICODE = "utf8mb4_general_ci";

  @Override
  public String name() {
    return MariadbDialect.NAME;
  }

  /** MySQL's driver calls MariaDB by MySQL's name; the version tells them apart. */
  @Override
  public Optional<Dialect> forConnection(Connection connection) throws SQLException {
    Matcher numbers = VERSION.matcher(connection.getMetaData().getDatabaseProductVersion());
    return numbers.find()
        ? Optional.of(
            new MariadbDialect(
                new DatabaseVersion(
                    PRODUCT,
                    Integer.parseInt(numbers.group(1)),
                    Integer.parseInt(numbers.group(2)),
                    numbers.group()),
                MysqlCollations.of(connection)))
        : Optional.empty();
  }

  /** Without a version, the one that this tool is tested on. */
  @Override
  public Dialect offline(int major, int minor) {
    return major == 0
        ? offline(11, 4)
        : new MariadbDialect(
            new DatabaseVersion(PRODUCT, major, minor, major + "." + minor),
            new MysqlCollations(UNICODE, UNICODE));
  }
}
