package dev.autogen.product;

import dev.autogen.migration.DriverDataSource;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationSources;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many migrations in one run, beside the same statements sent through one plain JDBC connection.
 * Run by {@code make bench}; prints seconds and the ratio within this one run. Asserts nothing.
 */
class MigrateBench {

  private static final int MIGRATIONS = Integer.getInteger("bench.migrations", 1000);

  private static final String MIGRATION =
      """
      package db.migrations;

      import static dev.autogen.migration.Types.*;

      import dev.autogen.migration.*;

      @Revision(id = "%1$s"%2$s, created = "2026-11-21T10:12:00Z")
      public final class R%1$s implements Migration {
        @Override
        public void upgrade(Operations op) {
          op.createTable("table_%1$s", table -> {
            table.column("id", bigint()).notNull();
            table.column("name", varchar(100));
            table.primaryKey("table_%1$s_pkey", "id");
          });
          op.createIndex("ix_%1$s").on("table_%1$s", "name");
        }

        @Override
        public void downgrade(Operations op) {
          op.dropTable("table_%1$s");
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void measure() throws Exception {
    write();
    double compiling = -System.nanoTime() / 1e9;
    RevisionGraph graph = MigrationSources.folder(folder, "db.migrations", List.of()).load();
    compiling += System.nanoTime() / 1e9;
    System.out.printf(Locale.ROOT, "%n%d migrations, compiled in %.1f s%n", MIGRATIONS, compiling);
    System.out.printf("%-16s %10s %10s %18s%n", "", "runner", "plain", "runner/plain");
    for (Engine engine : Engine.served()) {
      measure(engine, graph);
    }
  }

  private void measure(Engine engine, RevisionGraph graph) throws SQLException {
    double runner;
    double plain;
    try (TestDatabase database = TestDatabases.create(engine)) {
      double start = System.nanoTime() / 1e9;
      MigrationRunner.on(new DriverDataSource(database.url(), database.user(), database.password()))
          .migrations(graph)
          .upgrade();
      runner = System.nanoTime() / 1e9 - start;
    }
    try (TestDatabase database = TestDatabases.create(engine);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      double start = System.nanoTime() / 1e9;
      for (int i = 0; i < MIGRATIONS; i++) {
        String id = id(i);
        statement.execute(
            "create table table_%s (id bigint not null, name varchar(100), primary key (id))"
                .formatted(id));
        statement.execute("create index ix_%s on table_%s (name)".formatted(id, id));
      }
      plain = System.nanoTime() / 1e9 - start;
    }
    System.out.printf(
        Locale.ROOT, "%-16s %9.1fs %9.1fs %18.2f%n", engine.label(), runner, plain, runner / plain);
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "%06d", number);
  }

  private void write() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("db/migrations"));
    for (int i = 0; i < MIGRATIONS; i++) {
      Files.writeString(
          sources.resolve("R" + id(i) + ".java"),
          MIGRATION.formatted(id(i), i == 0 ? "" : ", revises = \"" + id(i - 1) + "\""));
    }
  }
}
