package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Words the pieces of a script, one after the other, for a database as it will be then: in an
 * imitation of it where there can be one, else from the database as long as the script has not
 * touched what a piece is about. What is left is worded from the migrations alone, which is said
 * where something can be lost by it.
 */
final class ScriptWording implements AutoCloseable {

  private static final Set<String> ON_ROWS =
      Set.of("insert", "update", "delete", "merge", "replace", "select", "values", "with");

  /** Who reads the statements. */
  enum Reader {
    /** A database's own client, later: what was not read from the database is lost. */
    CLIENT,
    /** A person who asks what a run would do: the run reads the database when it comes to it. */
    PERSON
  }

  private final Dialect dialect;
  private final Reader reader;
  private final Optional<Connection> database;
  private final Optional<Connection> imitation;
  private final Set<QualifiedName> made = new HashSet<>();
  private final Set<QualifiedName> touched = new HashSet<>();
  private boolean anything;

  private ScriptWording(
      Dialect dialect,
      Reader reader,
      Optional<Connection> database,
      Optional<Connection> imitation) {
    this.dialect = dialect;
    this.reader = reader;
    this.database = database;
    this.imitation = imitation;
  }

  /**
   * @param database one that stands where the script starts, if there is a connection to it
   */
  static ScriptWording of(Dialect dialect, Reader reader, Optional<Connection> database) {
    return new ScriptWording(dialect, reader, database, database.flatMap(dialect::imitation));
  }

  /** The statements of the next piece; none for Java work. */
  List<String> statements(Piece piece) {
    return piece instanceof Piece.Batch batch ? statements(batch) : statements((Piece.Own) piece);
  }

  private List<String> statements(Piece.Own own) {
    List<String> statements = own.sql(dialect);
    if (own.step() instanceof Step.Execute execute && isDefinition(execute.sql())) {
      touch(statements, imitation.isEmpty());
    }
    anything |= own.step() instanceof Step.Run;
    return own.step() instanceof Step.Backfill && reader == Reader.CLIENT
        ? noted("-- All rows at once: a script has no batches.\n", statements)
        : statements;
  }

  private List<String> statements(Piece.Batch batch) {
    Set<QualifiedName> tables = tables(batch.changes());
    Optional<List<String>> read = asked(batch.changes(), tables).flatMap(c -> read(batch, c));
    List<String> statements = read.orElseGet(() -> unread(batch));
    boolean known = !anything && made.containsAll(tables);
    boolean blind = read.isEmpty() && !known && dialect.restates(batch.changes());
    follow(batch.changes(), tables);
    touch(statements, false);
    return blind ? noted(note(tables), statements) : statements;
  }

  /** As the migrations alone tell it. A run may know what they do not. */
  private List<String> unread(Piece.Batch batch) {
    try {
      return batch.sql(dialect);
    } catch (UnsupportedChangeException unknown) {
      if (reader == Reader.CLIENT) {
        throw unknown;
      }
      return List.of(
          "-- Not known before the run comes to it: "
              + unknown.getMessage().replaceAll("\\R", " ")
              + "\n");
    }
  }

  /** A connection may be such that the database cannot be asked over it. */
  private Optional<List<String>> read(Piece.Batch batch, Connection connection) {
    try {
      return Optional.of(batch.sql(dialect, connection));
    } catch (SQLException refused) {
      return Optional.empty();
    }
  }

  private Optional<Connection> asked(List<Change> changes, Set<QualifiedName> tables) {
    if (anything) {
      return Optional.empty();
    }
    boolean ofSchema =
        changes.stream().anyMatch(c -> c instanceof DropSchema || c instanceof CreateSchema);
    boolean untouched = ofSchema ? touched.isEmpty() : Collections.disjoint(touched, tables);
    return imitation.isPresent() ? imitation : database.filter(connection -> untouched);
  }

  private String note(Collection<QualifiedName> tables) {
    String note =
        reader == Reader.CLIENT
            ? "-- Not read from the database: this states anew what the migrations know of %s; columns, triggers and settings that only the database knows are lost.\n"
            : "-- As the migrations know %s; the run reads it from the database then, and keeps what that has besides.\n";
    return note.formatted(
        tables.stream()
            .map(name -> name.toString().replaceAll("\\R", " "))
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  private static List<String> noted(String note, List<String> statements) {
    List<String> noted = new ArrayList<>(statements);
    if (!noted.isEmpty()) {
      noted.set(0, note + noted.get(0));
    }
    return noted;
  }

  private void follow(List<Change> changes, Set<QualifiedName> tables) {
    touched.addAll(tables);
    for (Change change : changes) {
      if (change instanceof CreateTable create) {
        made.add(create.definition().name());
      } else if (change instanceof RenameTable rename && made.contains(rename.from())) {
        made.add(rename.to());
      }
    }
  }

  /** What statements do is seen in the imitation, or else may be anything. */
  private void touch(List<String> statements, boolean unseen) {
    anything |= unseen;
    if (anything || imitation.isEmpty()) {
      return;
    }
    try (Statement statement = imitation.get().createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException notThere) {
      anything = true;
    }
  }

  private static Set<QualifiedName> tables(List<Change> changes) {
    Set<QualifiedName> tables = new HashSet<>();
    for (Change change : changes) {
      tables.add(change.object().owner());
      if (change instanceof RenameTable rename) {
        tables.add(rename.to());
      } else if (change instanceof AlterEnumType alter) {
        alter.uses().forEach(use -> tables.add(use.table()));
      }
    }
    return tables;
  }

  /** Whether one of its statements may be about more than rows. */
  private static boolean isDefinition(String sql) {
    Set<String> verbs = new TreeSet<>();
    boolean first = true;
    for (SqlText.Token token : new SqlText(sql, Style.BRACKETS).tokens()) {
      if (first && !token.is(";")) {
        verbs.add(token.lower());
      }
      first = token.is(";");
    }
    return !ON_ROWS.containsAll(verbs);
  }

  @Override
  public void close() throws SQLException {
    if (imitation.isPresent()) {
      imitation.get().close();
    }
  }
}
