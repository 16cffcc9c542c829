package dev.autogen.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The schema that a table of this tool is in, or would be made in: the default one, which is the
 * user's own as soon as there is a schema of his name. A table that he made before that stays where
 * it is; what is another user's is nothing of his.
 */
final class PostgresqlHome {

  private static final String HOME =
      """
      select coalesce(
        (select n.nspname::text
         from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where c.oid = pg_catalog.to_regclass(?)
           and current_schema()::text = current_user::text
           and pg_catalog.current_setting('search_path') like '%$user%'
           and pg_catalog.pg_get_userbyid(c.relowner)::text = current_user::text),
        current_schema()::text)
      """;

  private PostgresqlHome() {}

  /** Empty where no schema of the search path exists. */
  static Optional<String> of(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOME)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getString(1));
      }
    }
  }
}
