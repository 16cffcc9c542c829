package dev.autogen.dialect;

import java.util.List;
import java.util.Optional;

/**
 * Writes statements down as the database's own command line client reads them. This is standard
 * SQL; a database overrides what its client wants otherwise.
 */
public abstract class ScriptText {

  private final Dialect dialect;

  protected ScriptText(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The time on the server as an expression: text in ISO 8601 and UTC, with six decimals. Where a
   * clock was ahead of the server's it is a little later than that told.
   *
   * @param last an expression: the latest time so far in the same form, or null
   */
  public abstract String nowAfter(String last);

  /**
   * What a script says before anything else.
   *
   * @param together whether each of its migrations is one transaction, where the database can have
   *     that
   */
  public String opening(boolean together) {
    return "";
  }

  /**
   * A statement that fails unless a condition holds: the database stands elsewhere, or a client has
   * gone on after an error.
   *
   * @param condition a SQL condition
   * @param otherwise a sentence on what is so if it does not hold
   */
  public abstract String demand(String condition, String otherwise);

  /**
   * A statement that ends a script of transactions so that this database's client tells by its exit
   * code where it went on after an error, if it does not by itself.
   *
   * @param condition a SQL condition that holds where nothing failed
   */
  public Optional<String> closing(String condition) {
    return Optional.empty();
  }

  /** One statement with its end. That goes below a comment, so as not to be part of it. */
  public String statement(String sql) {
    return closed(sql, ";");
  }

  /** The statement without semicolons at its end. */
  protected static String open(String sql) {
    String stripped = sql.strip();
    while (stripped.endsWith(";")) {
      stripped = stripped.substring(0, stripped.length() - 1).stripTrailing();
    }
    return stripped;
  }

  protected static String closed(String sql, String end) {
    String open = open(sql);
    String last = open.substring(open.lastIndexOf('\n') + 1);
    boolean commentLast = last.contains("--") || last.contains("#");
    return open + (commentLast ? "\n" : "") + end + "\n";
  }

  protected final String all(List<String> statements) {
    StringBuilder text = new StringBuilder();
    statements.forEach(statement -> text.append(statement(statement)));
    return text.toString();
  }

  /** Statements of one transaction, where the database can have them in one. */
  public String together(List<String> statements) {
    return dialect.hasTransactionalDdl()
        ? statement("begin") + all(statements) + statement("commit")
        : all(statements);
  }

  /** Statements each of which is committed by itself, and those that end it together. */
  public String apart(List<String> statements, List<String> end) {
    return all(statements) + together(end);
  }

  /**
   * Statements that are passed over unless a condition holds.
   *
   * @param condition a SQL condition, asked once before the first of them
   * @param statements what is passed over or not
   * @param together whether they are one transaction where the database can have that
   * @throws UnsupportedChangeException if this database's scripts cannot do that
   */
  public String guarded(String condition, List<String> statements, boolean together) {
    throw new UnsupportedChangeException(
        "A script for "
            + dialect.version().product()
            + " cannot pass over what is applied: it has neither blocks nor statements made from"
            + " text. Let autogen upgrade run the migrations, which looks itself; or write the"
            + " script without --idempotent for the range that is missing, as FROM:TO.");
  }
}
