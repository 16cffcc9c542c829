package dev.autogen.dialect;

import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@code create table} statement as the database keeps or prints it, taken apart into its clauses
 * so that one can be changed and the rest stays as it was, byte for byte: what nobody edits, and
 * nobody knows, is not lost. Does not understand what a clause says.
 *
 * @param head all up to and with the opening parenthesis
 * @param clauses the columns and constraints, in their order
 * @param tail the closing parenthesis and all after it
 * @param style how the statement is written
 */
public record CreateTableText(String head, List<Clause> clauses, String tail, Style style) {

  public CreateTableText {
    clauses = List.copyOf(clauses);
  }

  /** Whether a clause defines a column or something of the table's. */
  public enum Kind {
    COLUMN,
    /** A key, a check, or, where the database writes them here, an index. */
    CONSTRAINT
  }

  /**
   * One clause.
   *
   * @param name the column's name, or that of the constraint as far as it has one, without quotes
   * @param before space and comments before it
   * @param sql the clause
   * @param after space and comments after it, before the comma
   */
  public record Clause(
      Kind kind, Optional<String> name, String before, String sql, String after, Style style) {

    /** Whether it is a column of this name, in any case. */
    public boolean isColumn(String wanted) {
      return kind == Kind.COLUMN && name.orElse("").equalsIgnoreCase(wanted);
    }

    /** Whether it is a constraint of this name, in any case. */
    public boolean isConstraint(String wanted) {
      return kind == Kind.CONSTRAINT && name.orElse("").equalsIgnoreCase(wanted);
    }

    /** The clause as tokens; their places count from its own beginning. */
    public SqlText text() {
      return new SqlText(sql, style);
    }

    /** What stands after a column's name. */
    public String definition() {
      List<Token> tokens = text().tokens();
      return sql.substring(tokens.get(0).end()).strip();
    }

    /** The clause written anew; its name is read again. */
    public Clause withSql(String newSql) {
      return clause(new SqlText(newSql, style), before, newSql, after);
    }
  }

  /**
   * Takes a statement apart.
   *
   * @throws IllegalArgumentException if it has no list of columns
   */
  public static CreateTableText parse(String sql, Style style) {
    SqlText text = new SqlText(sql, style);
    Token body =
        text.tokens().stream()
            .filter(Token::isGroup)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("There is no list of columns in: " + sql));
    List<Clause> clauses = new ArrayList<>();
    int from = body.start() + 1;
    for (List<Token> item : text.items(body)) {
      int end = item.isEmpty() ? from : item.get(item.size() - 1).end();
      int comma = comma(text, end, body.end() - 1);
      int start = item.isEmpty() ? from : item.get(0).start();
      clauses.add(
          clause(
              new SqlText(sql.substring(start, end), style),
              sql.substring(from, start),
              sql.substring(start, end),
              sql.substring(end, comma)));
      from = comma + 1;
    }
    return new CreateTableText(
        sql.substring(0, body.start() + 1), clauses, sql.substring(body.end() - 1), style);
  }

  /** The place of the comma after an item, past space and comments, or of the end of the list. */
  private static int comma(SqlText text, int from, int to) {
    List<Token> rest = text.tokens(from, to);
    return rest.isEmpty() ? to : rest.get(0).start();
  }

  private static Clause clause(SqlText text, String before, String sql, String after) {
    List<Token> tokens = text.tokens();
    if (tokens.isEmpty() || isConstraint(tokens.get(0), text.style())) {
      return new Clause(Kind.CONSTRAINT, constraintName(tokens), before, sql, after, text.style());
    }
    Optional<String> name = Optional.of(tokens.get(0).value());
    return new Clause(Kind.COLUMN, name, before, sql, after, text.style());
  }

  /** Where strings have backslashes, the database itself prints names of columns in quotes. */
  private static boolean isConstraint(Token first, Style style) {
    return style == Style.BACKSLASHES
        ? first.kind() != SqlText.Kind.QUOTED
        : first.isAny("constraint", "primary", "unique", "check", "foreign");
  }

  /**
   * The name comes first ({@code constraint c ...}) or before the columns ({@code key k (...)}).
   */
  private static Optional<String> constraintName(List<Token> tokens) {
    if (tokens.size() > 1 && tokens.get(0).is("constraint")) {
      return Optional.of(tokens.get(1).value());
    }
    return tokens.stream()
        .takeWhile(token -> !token.isGroup())
        .filter(token -> token.kind() == SqlText.Kind.QUOTED)
        .findFirst()
        .map(Token::value);
  }

  public List<Clause> columns() {
    return clauses.stream().filter(clause -> clause.kind() == Kind.COLUMN).toList();
  }

  public List<Clause> constraints() {
    return clauses.stream().filter(clause -> clause.kind() == Kind.CONSTRAINT).toList();
  }

  /** The column of that name, in any case. */
  public Optional<Clause> column(String name) {
    return clauses.stream().filter(clause -> clause.isColumn(name)).findFirst();
  }

  /** The constraint of that name, in any case. */
  public Optional<Clause> constraint(String name) {
    return clauses.stream().filter(clause -> clause.isConstraint(name)).findFirst();
  }

  /** This with one clause changed in its place. */
  public CreateTableText replacing(Clause old, Clause changed) {
    return withClauses(clauses.stream().map(other -> other == old ? changed : other).toList());
  }

  /** This without a clause; the comments beside it go with it. */
  public CreateTableText minus(Clause clause) {
    List<Clause> fewer = new ArrayList<>(clauses);
    fewer.removeIf(other -> other == clause);
    int last = fewer.size() - 1;
    if (last >= 0
        && clause == clauses.get(last + 1)
        && clause.after().isBlank()
        && fewer.get(last).after().isBlank()) {
      fewer.set(last, withAfter(fewer.get(last), clause.after()));
    }
    return withClauses(fewer);
  }

  /** This with one column more, after the other columns. */
  public CreateTableText plusColumn(String sql) {
    return plus(columns().size(), sql);
  }

  /** This with one constraint more, at the end. */
  public CreateTableText plusConstraint(String sql) {
    return plus(clauses.size(), sql);
  }

  private CreateTableText plus(int place, String sql) {
    List<Clause> more = new ArrayList<>(clauses);
    boolean last = place == clauses.size() && place > 0;
    String before = clauses.isEmpty() ? "" : indent();
    String after = last ? more.get(place - 1).after() : "";
    if (last) {
      Clause previous = more.get(place - 1);
      boolean comments = !previous.after().isBlank();
      after = comments ? "" : previous.after();
      more.set(place - 1, comments ? previous : withAfter(previous, ""));
    }
    more.add(place, clause(new SqlText(sql, style), before, sql, after));
    return withClauses(more);
  }

  /** The space before the last clause, comments left out. */
  private String indent() {
    String before = clauses.get(clauses.size() - 1).before();
    int line = before.lastIndexOf('\n');
    String space = line < 0 ? before : before.substring(line);
    return space.isBlank() && !space.isEmpty() ? space : " ";
  }

  private static Clause withAfter(Clause clause, String after) {
    return new Clause(
        clause.kind(), clause.name(), clause.before(), clause.sql(), after, clause.style());
  }

  /**
   * This for a table of another name.
   *
   * @param name the name as SQL, in quotes where it needs them
   */
  public CreateTableText withName(String name) {
    SqlText text = new SqlText(head.substring(0, head.length() - 1), style);
    List<Token> tokens = text.tokens();
    int at = 0;
    while (tokens.get(at).isAny("create", "temp", "temporary", "table", "if", "not", "exists")) {
      at++;
    }
    Token last = tokens.get(tokens.size() - 1);
    return new CreateTableText(
        head.substring(0, tokens.get(at).start()) + name + head.substring(last.end()),
        clauses,
        tail,
        style);
  }

  public CreateTableText withTail(String newTail) {
    return new CreateTableText(head, clauses, newTail, style);
  }

  private CreateTableText withClauses(List<Clause> newClauses) {
    return new CreateTableText(head, newClauses, tail, style);
  }

  /** The statement. */
  public String sql() {
    return clauses.stream()
        .map(clause -> clause.before() + clause.sql() + clause.after())
        .collect(Collectors.joining(",", head, tail));
  }
}
