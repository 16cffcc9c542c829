package dev.autogen.dialect.mysql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Check;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements of one batch of changes, for MySQL and its descendants: from the model alone, or
 * with the tables of a database as they are now.
 *
 * @param dialect the dialect that they are for
 * @param definitions how it defines things
 * @param usual the collation of tables that state none
 * @param ddl its DDL
 */
public record MysqlStatements(
    Dialect dialect, MysqlDefinitions definitions, String usual, Ddl ddl) {

  private static final Pattern DDL =
      Pattern.compile("(create|alter|drop|rename) (?!temporary)", Pattern.CASE_INSENSITIVE);

  /** DDL for a batch. */
  @FunctionalInterface
  public interface Ddl {
    /**
     * @param tables the tables before the batch
     * @param batch the changes that are done together
     */
    Change.Visitor<List<String>> of(MysqlTables tables, List<Change> batch);
  }

  /** DDL does, whether or not it comes to its end then; settings and changes of rows do not. */
  public static boolean commitFirst(String statement) {
    return DDL.matcher(statement).lookingAt();
  }

  /** As far as the model tells. */
  public List<String> of(List<Change> batch, Schema known) {
    return of(batch, MysqlTables.of(known, definitions, usual));
  }

  /**
   * For the database as it is.
   *
   * @param connection reads only
   */
  public List<String> of(List<Change> batch, Schema known, Connection connection)
      throws SQLException {
    requireUnused(batch, connection);
    try {
      return of(batch, MysqlTables.of(known, dialect, connection));
    } catch (MysqlTables.UnreadableTableException e) {
      throw e.reason();
    }
  }

  /**
   * @throws dev.autogen.dialect.UnsupportedChangeException if the batch would break a view
   */
  public void requireUnused(List<Change> batch, Connection connection) throws SQLException {
    new MysqlViews(dialect, definitions, connection).require(batch);
  }

  private List<String> of(List<Change> batch, MysqlTables tables) {
    Change.Visitor<List<String>> visitor = ddl.of(tables, batch);
    if (batch.size() == 1) {
      return batch.get(0).accept(visitor);
    }
    String alter = "alter table " + dialect.identifier(batch.get(0).object().owner()) + " ";
    List<String> before = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    List<String> together = new ArrayList<>();
    for (Change change : batch) {
      List<String> statements = change.accept(visitor);
      if (statements.size() > 1) {
        before.addAll(MysqlBatches.merged(drops, alter));
        drops.clear();
      }
      boolean apart = isNewAndPlain(change) || statements.size() > 1;
      (apart ? before : isDroppedAlone(change, batch) ? drops : together).addAll(statements);
    }
    before.addAll(
        MysqlBatches.merged(Stream.concat(drops.stream(), together.stream()).toList(), alter));
    return before;
  }

  /**
   * What may forbid the new values of rows, and goes before they get them: but for keys that a
   * numbered column may need until it has another.
   */
  private static boolean isDroppedAlone(Change change, List<Change> batch) {
    if (change instanceof DropIndex drop) {
      return drop.index().unique() && isFree(drop.index().columns(), batch);
    }
    return change instanceof DropConstraint drop
        && !(drop.constraint() instanceof PrimaryKey)
        && (drop.constraint() instanceof Check || isFree(drop.constraint().columns(), batch));
  }

  private static boolean isFree(List<String> columns, List<Change> batch) {
    return batch.stream()
        .noneMatch(
            change ->
                change instanceof AddConstraint add
                        && add.constraint() instanceof PrimaryKey key
                        && !Collections.disjoint(key.columns(), columns)
                    || change instanceof AlterColumn alter
                        && alter.facets().contains(Facet.IDENTITY)
                        && columns.contains(alter.to().name()));
  }

  /** A column that a key may need is there before the key is, and its rows have their values. */
  private static boolean isNewAndPlain(Change change) {
    return change instanceof AddColumn add && add.column().identity().isEmpty();
  }
}
