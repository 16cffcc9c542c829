package dev.autogen.dialect.sqlite;

import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.dialect.UnsupportedChangeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's new name, which SQLite writes into the views and triggers that speak of the column. A
 * view has its columns' names from the table, so that what speaks of the view may not work any
 * more: SQLite then refuses, and only a person can say what was meant.
 */
final class SqliteRename {

  private static final Pattern BROKEN =
      Pattern.compile("error in (trigger|view) (.+?) after rename(?: column)?: (.+?)\\)?$");

  private SqliteRename() {}

  /**
   * Tries the statements and takes them back.
   *
   * @throws UnsupportedChangeException if a view or trigger is in the way
   */
  static void require(RenameColumn change, List<String> statements, Connection connection)
      throws SQLException {
    try (Statement trial = connection.createStatement()) {
      trial.execute("savepoint autogen_trial");
      try {
        for (String statement : statements) {
          trial.execute(statement);
        }
      } catch (SQLException refused) {
        Matcher broken = BROKEN.matcher(String.valueOf(refused.getMessage()));
        if (broken.find()) {
          throw inTheWay(change, broken);
        }
      } finally {
        trial.execute("rollback to autogen_trial");
        trial.execute("release autogen_trial");
      }
    }
  }

  private static UnsupportedChangeException inTheWay(RenameColumn change, Matcher broken) {
    String what = broken.group(1) + " " + SqliteNames.write(broken.group(2));
    return new UnsupportedChangeException(
        ("Column \"%s.%s\" cannot be renamed to \"%s\": %s would not work any more (%s), and SQLite"
                + " does not rewrite it. Put op.execute(\"drop %s\") before the rename, and create it"
                + " anew after it, with the new name.")
            .formatted(
                change.table(),
                change.from(),
                change.to(),
                what,
                broken.group(3),
                what.replace("\"", "\\\"")));
  }
}
