package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {

  @TempDir Path directory;

  @Test
  void showsWhatTheRunWouldDoToTheDatabaseAsItIs() throws IOException, SQLException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.configure(
        "url: jdbc:sqlite:shop.db",
        "classpath: [" + Path.of("target", "test-classes").toAbsolutePath() + "]",
        "packages: [dev.autogen.cli.before]",
        "migrations: src");
    shell.expecting(0, "-m", "initial schema");
    shell.expecting(0, "upgrade");
    String url = "jdbc:sqlite:" + directory.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("alter table users add column extra text default 'x'");
      statement.execute("create index by_hand on users (extra)");
    }
    shell.expecting(
        0, "-m", "another type", "--allow-destructive", "--packages", "dev.autogen.cli.after");
    String shown = shell.expecting(0, "upgrade", "--dry-run").out();
    assertTrue(shown.contains("extra"), shown);
    assertTrue(shown.contains("by_hand"), shown);
    assertTrue(shown.contains("locks  the whole database: not written by others"), shown);
  }
}
