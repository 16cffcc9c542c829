package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that statements are written for: as they are in a database, or as far as the model
 * knows them. Changes nothing.
 */
public interface MysqlTables {

  /** The error of a table that is not there. */
  int NO_SUCH_TABLE = 1146;

  /** None is known. */
  MysqlTables NONE = name -> Optional.empty();

  /** A database could not be asked for a table. */
  final class UnreadableTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SQLException reason;

    UnreadableTableException(SQLException reason) {
      super(reason);
      this.reason = reason;
    }

    /** Why. */
    public SQLException reason() {
      return reason;
    }
  }

  /** The table as {@code show create table} prints it, or would, if anything is known of it. */
  Optional<MysqlTableText> text(QualifiedName table);

  /** The table as the model knows it, if it does. */
  default Optional<Table> model(QualifiedName table) {
    return Optional.empty();
  }

  /** What a schema holds, in words; empty where it holds nothing or it is not known. */
  default List<String> contents(String schema) {
    return List.of();
  }

  /** The database that the connection is in, as stored, if there is a connection. */
  default Optional<String> database() {
    return Optional.empty();
  }

  /**
   * Tables of the model, and of nothing else.
   *
   * @param usual the collation of tables of which nothing else is known
   */
  static MysqlTables of(Schema known, MysqlDefinitions definitions, String usual) {
    return new MysqlTables() {
      @Override
      public Optional<MysqlTableText> text(QualifiedName table) {
        return model(table)
            .map(found -> found.options().contains("collate=") ? found : collated(found))
            .map(found -> MysqlTableText.of(found, definitions));
      }

      private Table collated(Table table) {
        return table.withOptions(("collate=" + usual + " " + table.options()).strip());
      }

      @Override
      public Optional<Table> model(QualifiedName table) {
        return known.tables().find(table.toString()).filter(found -> !found.columns().isEmpty());
      }
    };
  }

  /** Tables of a database, each asked for once: nothing changes while statements are written. */
  static MysqlTables of(Schema known, Dialect dialect, Connection connection) {
    Map<QualifiedName, Optional<MysqlTableText>> texts = new HashMap<>();
    return new MysqlTables() {
      @Override
      public Optional<String> database() {
        try {
          return Optional.ofNullable(connection.getCatalog());
        } catch (SQLException e) {
          throw new UnreadableTableException(e);
        }
      }

      @Override
      public Optional<MysqlTableText> text(QualifiedName table) {
        return texts.computeIfAbsent(table, this::read);
      }

      private Optional<MysqlTableText> read(QualifiedName table) {
        try (Statement statement = connection.createStatement()) {
          statement.setEscapeProcessing(false);
          String sql = "show create table " + dialect.identifier(table);
          try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return Optional.of(MysqlTableText.parse(row.getString(2)));
          }
        } catch (SQLException e) {
          if (e.getErrorCode() == NO_SUCH_TABLE) {
            return Optional.empty();
          }
          throw new UnreadableTableException(e);
        }
      }

      @Override
      public Optional<Table> model(QualifiedName table) {
        return known.tables().find(table.toString());
      }

      @Override
      public List<String> contents(String schema) {
        String sql =
            "select concat(lower(replace(table_type, 'BASE ', '')), ' ', table_name)"
                + " from information_schema.tables where table_schema = ?"
                + " union all select concat(lower(routine_type), ' ', routine_name)"
                + " from information_schema.routines where routine_schema = ?"
                + " union all select concat('event ', event_name)"
                + " from information_schema.events where event_schema = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setString(1, dialect.toDatabase(schema));
          statement.setString(2, dialect.toDatabase(schema));
          statement.setString(3, dialect.toDatabase(schema));
          List<String> contents = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              contents.add(rows.getString(1));
            }
          }
          return contents;
        } catch (SQLException e) {
          throw new UnreadableTableException(e);
        }
      }
    };
  }
}
