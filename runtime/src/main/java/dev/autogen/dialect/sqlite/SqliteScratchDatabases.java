package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.OwnStatements;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.SessionLock;
import dev.autogen.dialect.SqlText.Style;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scratch databases of SQLite: files among the system's temporary ones. Their name holds the id of
 * the process that made them, which uses them as long as it lives.
 */
final class SqliteScratchDatabases implements ScratchDatabases {

  private static final Pattern BEYOND = Pattern.compile("attach .*|vacuum (.* )?into .*");

  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)_[0-9a-f]+");
  private static final String END = ".db";

  @Override
  public String url(String beside, String name) {
    int settings = beside.indexOf('?');
    return "jdbc:sqlite:" + file(name) + (settings < 0 ? "" : beside.substring(settings));
  }

  private static Path file(String name) {
    return folder().resolve(name + END);
  }

  private static Path folder() {
    return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
  }

  @Override
  public boolean reachesBeyond(String sql) {
    return OwnStatements.anyIs(sql, Style.BRACKETS, BEYOND);
  }

  @Override
  public void create(Connection beside, String name) {
    // SQLite makes it with the first connection.
  }

  @Override
  public void occupy(Connection beside, Connection scratch, String name) throws SQLException {
    try (Statement statement = scratch.createStatement()) {
      statement.execute("create table if not exists " + MARK + " (made integer)");
    }
  }

  @Override
  public void drop(Connection beside, String name) throws SQLException {
    try {
      for (String end : List.of("", "-journal", "-wal", "-shm")) {
        Files.deleteIfExists(folder().resolve(name + END + end));
      }
    } catch (IOException e) {
      throw new SQLException("Cannot delete \"" + file(name) + "\": " + e.getMessage(), e);
    }
  }

  /** A virtual table has tables of its own, which go with it. */
  @Override
  public List<String> dropsOfUnmodelled(Connection connection, Collection<String> others)
      throws SQLException {
    return ScratchDatabases.texts(
        connection,
        """
        select 'drop ' || type || ' if exists "' || replace(name, '"', '""') || '"'
        from sqlite_master where type = 'view' or sql like 'create virtual %'
        """,
        List.of());
  }

  @Override
  public SessionLock claim() {
    return SqliteLock.onScratch();
  }

  @Override
  public List<String> leftovers(Connection beside) throws SQLException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), PREFIX + "*" + END)) {
      for (Path file : files) {
        String name = file.getFileName().toString().replaceFirst("\\.db$", "");
        Matcher parts = NAME.matcher(name);
        if (parts.matches() && ProcessHandle.of(Long.parseLong(parts.group(1))).isEmpty()) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      throw new SQLException("Cannot look into \"" + folder() + "\": " + e.getMessage(), e);
    }
    return names;
  }
}
