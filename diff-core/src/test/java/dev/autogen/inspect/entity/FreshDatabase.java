package dev.autogen.inspect.entity;

import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.EntityOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/** What Hibernate itself creates for a mapping. */
final class FreshDatabase {

  private FreshDatabase() {}

  /** Creates it with Hibernate's own statements; returns what we read of the same mapping. */
  static Declaration create(EntityOptions options, Dialect dialect, Connection connection)
      throws SQLException {
    try (EntityClassLoader loader = new EntityClassLoader(options.classPath());
        BootMetadata boot = BootMetadata.bind(options, dialect.version(), loader)) {
      Declaration declaration = new SchemaReader(boot, dialect, options).read();
      try (Statement statement = connection.createStatement()) {
        for (String sql : commands(boot)) {
          if (!isRefused(sql, dialect)) {
            statement.execute(sql);
          }
        }
      }
      return declaration;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** SQLite has no comments; Hibernate states them, logs the error and goes on. */
  private static boolean isRefused(String sql, Dialect dialect) {
    return dialect.name().equals("sqlite") && sql.startsWith("comment on ");
  }

  static List<String> commands(BootMetadata boot) {
    return new SchemaCreatorImpl(boot.registry())
        .generateCreationCommands(boot.metadata(), true).stream()
            .filter(sql -> !sql.isBlank())
            .toList();
  }
}
