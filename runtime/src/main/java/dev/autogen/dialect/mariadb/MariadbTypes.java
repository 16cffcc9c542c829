package dev.autogen.dialect.mariadb;

import dev.autogen.dialect.mysql.MysqlTypes;
import dev.autogen.schema.ColumnType;
import java.util.Map;
import java.util.Optional;

/** MariaDB's types: MySQL's, some more, and some by other names. */
final class MariadbTypes {

  private static final Map<String, String> NEUTRAL =
      Map.of(
          "uuid", "'00000000-0000-0000-0000-000000000000'",
          "inet4", "'0.0.0.0'",
          "inet6", "'::'");

  private final MysqlTypes mysql = new MysqlTypes();

  ColumnType canonical(ColumnType type) {
    String own = type.sql().strip().toLowerCase(java.util.Locale.ROOT);
    if (own.equals("uuid")) {
      return new ColumnType(own);
    }
    ColumnType canonical = mysql.canonical(type);
    return canonical.sql().equals("geomcollection")
        ? new ColumnType("geometrycollection")
        : canonical;
  }

  /** Days and seconds since 1970, and identifiers that end in the digits of the number. */
  static Optional<String> numbered(ColumnType canonical, String number) {
    return canonical.sql().equals("uuid")
        ? Optional.of("concat('00000000-0000-0000-0000-', lpad(hex(" + number + "), 12, '0'))")
        : MysqlTypes.numbered(canonical, number);
  }

  Optional<String> neutralValue(ColumnType canonical) {
    return Optional.ofNullable(NEUTRAL.get(canonical.sql()))
        .or(() -> mysql.neutralValue(canonical));
  }
}
