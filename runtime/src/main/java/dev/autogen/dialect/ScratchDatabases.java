package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes empty databases beside another, for a proof, and drops them. What a run left that was
 * killed is found again: it bears the name and the mark of one, and nobody uses it.
 */
public interface ScratchDatabases {

  /** How the name of each begins; no other database's may. */
  String PREFIX = "autogen_verify_";

  /** The table that marks one where a database cannot be marked itself. */
  String MARK = "autogen_scratch";

  /** Scheme and server; the database's name; settings. */
  Pattern SERVER_URL = Pattern.compile("(jdbc:[a-z0-9:]+//[^/?;]*)(?:/([^?;]*))?([?;].*)?");

  /**
   * The URL of a scratch database.
   *
   * @param beside the URL of the database beside which it lies, with its settings
   */
  String url(String beside, String name);

  /** Whether the schemas of a migration lie within its database, apart from its neighbour's. */
  default boolean holdsSchemas() {
    return true;
  }

  /**
   * Makes an empty one.
   *
   * @param beside as long as it is open, the new one is in use
   */
  void create(Connection beside, String name) throws SQLException;

  /**
   * Marks one as what it is, and gives it what migrations expect to find, such as extensions.
   *
   * @param scratch a connection to it
   */
  default void occupy(Connection beside, Connection scratch, String name) throws SQLException {}

  /** Drops one with all that is in it. Nobody may be connected. */
  void drop(Connection beside, String name) throws SQLException;

  /** Those that a run left which is no more. */
  List<String> leftovers(Connection beside) throws SQLException;

  /**
   * Whether a statement that a person wrote is about what no database has for itself, such as the
   * users of a server, its other databases or another file: run in a scratch database, it would
   * change that.
   */
  boolean reachesBeyond(String sql);

  /**
   * The databases of a server, that of the connection among them, which a statement that a person
   * wrote reaches by name from any other. Those alone that there are.
   */
  default List<String> databasesNamed(Connection server, String sql) throws SQLException {
    return List.of();
  }

  /**
   * The statements that drop what a migration's own statements may have made and no model knows:
   * views, routines and their like, in the schema that the connection starts in and in some others.
   * None for what an extension brought.
   *
   * @param others their names as the database keeps them
   */
  List<String> dropsOfUnmodelled(Connection connection, Collection<String> others)
      throws SQLException;

  /** What a proof holds as long as it uses a database that it was given. */
  SessionLock claim();

  /** The first column of what a query finds. */
  static List<String> texts(Connection connection, String sql, List<String> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }

  /** A parameter after another for each of some values: {@code , ?, ?}. */
  static String parameters(Collection<String> values) {
    return ", ?".repeat(values.size());
  }

  /** The same server's URL with another database's name. */
  static String onServer(String url, String name) {
    Matcher parts = SERVER_URL.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "The URL does not name a server and a database: \"" + url + "\".");
    }
    return parts.group(1) + "/" + name + (parts.group(3) == null ? "" : parts.group(3));
  }
}
