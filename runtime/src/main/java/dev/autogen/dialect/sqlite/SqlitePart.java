package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One property or constraint within a clause of {@code create table}, of a column or of the table.
 *
 * @param what which it is
 * @param name the name that it states, if it states one
 * @param columns the columns of a constraint of the table; none for one within a column
 * @param text the condition, expression, default or collation, without enclosing parentheses
 * @param reference the table and columns that a foreign key refers to, and its actions
 * @param flags what else it says, each in lower case: {@code autoincrement}, {@code stored}, {@code
 *     on conflict replace}, and {@code collate} or {@code desc} of a column of its own
 * @param start where it begins in the clause, its name with it
 * @param end where it ends
 */
record SqlitePart(
    What what,
    Optional<String> name,
    List<String> columns,
    String text,
    Optional<Reference> reference,
    List<String> flags,
    int start,
    int end) {

  /** What a clause can say. */
  enum What {
    PRIMARY_KEY,
    NOT_NULL,
    NULL,
    UNIQUE,
    CHECK,
    DEFAULT,
    COLLATE,
    FOREIGN_KEY,
    GENERATED
  }

  /**
   * What a foreign key refers to.
   *
   * @param columns the columns; none where it is the primary key
   * @param onDelete {@code no action}, {@code set null} and so on
   * @param onUpdate the same
   * @param deferred whether it is checked at commit
   */
  record Reference(
      String table, List<String> columns, String onDelete, String onUpdate, boolean deferred) {}

  /** The parts of a clause: those after the name and type of a column, or the constraints. */
  static List<SqlitePart> of(Clause clause) {
    List<Token> tokens = clause.text().tokens();
    int first = 0;
    if (clause.name().isPresent()
        && clause.kind() == dev.autogen.dialect.CreateTableText.Kind.COLUMN) {
      first = 1;
      while (first < tokens.size() && !begins(tokens.get(first))) {
        first++;
      }
    }
    return new Reader(clause.text(), tokens, first).read();
  }

  /** The type of a column, as written; empty where it has none. */
  static String type(Clause column) {
    List<Token> tokens = column.text().tokens();
    int end = 1;
    while (end < tokens.size() && !begins(tokens.get(end))) {
      end++;
    }
    return end == 1 ? "" : column.text().between(tokens.get(1), tokens.get(end - 1));
  }

  private static boolean begins(Token token) {
    return token.isAny(
        "constraint",
        "primary",
        "not",
        "null",
        "unique",
        "check",
        "default",
        "collate",
        "references",
        "generated",
        "as");
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  /** Reads parts one after the other. */
  private static final class Reader {

    private final SqlText sql;
    private final List<Token> tokens;
    private int at;
    private int start;
    private Optional<String> name = Optional.empty();
    private List<String> columns = List.of();
    private String text = "";
    private Optional<Reference> reference = Optional.empty();
    private List<String> flags = new ArrayList<>();

    Reader(SqlText sql, List<Token> tokens, int first) {
      this.sql = sql;
      this.tokens = tokens;
      this.at = first;
    }

    List<SqlitePart> read() {
      List<SqlitePart> parts = new ArrayList<>();
      while (at < tokens.size()) {
        start = tokens.get(at).start();
        name = Optional.empty();
        columns = List.of();
        text = "";
        reference = Optional.empty();
        flags = new ArrayList<>();
        while (at + 1 < tokens.size() && taken("constraint")) {
          name = Optional.of(next().value());
        }
        what().ifPresent(what -> parts.add(part(what)));
      }
      return parts;
    }

    private SqlitePart part(What what) {
      int end = tokens.get(at - 1).end();
      return new SqlitePart(what, name, columns, text, reference, List.copyOf(flags), start, end);
    }

    private Optional<What> what() {
      if (at >= tokens.size()) {
        return Optional.empty();
      }
      Token first = next();
      return switch (first.lower()) {
        case "primary" -> Optional.of(primaryKey());
        case "not" -> Optional.of(notNull());
        case "null" -> Optional.of(conflict(What.NULL));
        case "unique" -> {
          columns = columns();
          yield Optional.of(conflict(What.UNIQUE));
        }
        case "check" -> {
          text = group();
          yield Optional.of(conflict(What.CHECK));
        }
        case "default" -> {
          text = value();
          yield Optional.of(What.DEFAULT);
        }
        case "collate" -> {
          text = next().value();
          yield Optional.of(What.COLLATE);
        }
        case "foreign" -> {
          taken("key");
          columns = columns();
          taken("references");
          yield Optional.of(references());
        }
        case "references" -> Optional.of(references());
        case "generated" -> {
          taken("always");
          taken("as");
          yield Optional.of(generated());
        }
        case "as" -> Optional.of(generated());
        default -> Optional.empty();
      };
    }

    private What primaryKey() {
      taken("key");
      columns = columns();
      for (String direction : List.of("asc", "desc")) {
        if (taken(direction)) {
          flags.add(direction);
        }
      }
      conflict(What.PRIMARY_KEY);
      if (taken("autoincrement")) {
        flags.add("autoincrement");
      }
      return What.PRIMARY_KEY;
    }

    private What notNull() {
      taken("null");
      return conflict(What.NOT_NULL);
    }

    private What conflict(What what) {
      if (at + 1 < tokens.size() && tokens.get(at).is("on") && tokens.get(at + 1).is("conflict")) {
        at += 2;
        flags.add("on conflict " + next().lower());
      }
      return what;
    }

    private What generated() {
      text = group();
      if (taken("stored")) {
        flags.add("stored");
      } else {
        taken("virtual");
      }
      return What.GENERATED;
    }

    private What references() {
      String table = next().value();
      List<String> targets = columns();
      String onDelete = "no action";
      String onUpdate = "no action";
      boolean deferred = false;
      while (at < tokens.size()) {
        if (taken("on")) {
          boolean delete = next().is("delete");
          String action = action();
          onDelete = delete ? action : onDelete;
          onUpdate = delete ? onUpdate : action;
        } else if (taken("match")) {
          next();
        } else if (tokens.get(at).is("deferrable")) {
          at++;
          deferred = initially();
        } else if (at + 1 < tokens.size()
            && tokens.get(at).is("not")
            && tokens.get(at + 1).is("deferrable")) {
          at += 2;
          initially();
        } else {
          break;
        }
      }
      reference = Optional.of(new Reference(table, targets, onDelete, onUpdate, deferred));
      return What.FOREIGN_KEY;
    }

    /** DEFERRABLE alone is INITIALLY IMMEDIATE, which is what SQLite does without a word too. */
    private boolean initially() {
      return taken("initially") && next().is("deferred");
    }

    private String action() {
      String word = next().lower();
      return word.equals("set") || word.equals("no") ? word + " " + next().lower() : word;
    }

    private String value() {
      Token first = next();
      if (first.isGroup()) {
        return sql.inner(first);
      }
      Token last = first.isAny("+", "-") ? next() : first;
      boolean number = last.is(".") || Character.isDigit((last.text() + " ").charAt(0));
      while (at < tokens.size()
          && tokens.get(at).start() == last.end()
          && (number ? isNumberPart(tokens.get(at)) : isBytes(last, tokens.get(at)))) {
        last = next();
      }
      return sql.between(first, last);
    }

    /** What follows within {@code 1.5e-7}. */
    private static boolean isNumberPart(Token token) {
      return token.isAny(".", "+", "-") || Character.isLetterOrDigit(token.text().charAt(0));
    }

    /** {@code x'00'} is two tokens. */
    private static boolean isBytes(Token first, Token second) {
      return first.is("x") && second.kind() == Kind.STRING;
    }

    private String group() {
      return at < tokens.size() && tokens.get(at).isGroup() ? sql.inner(next()) : "";
    }

    private List<String> columns() {
      if (at >= tokens.size() || !tokens.get(at).isGroup()) {
        return List.of();
      }
      List<List<Token>> items = sql.items(next());
      for (Token word : items.stream().flatMap(item -> item.stream().skip(1)).toList()) {
        if (word.isAny("autoincrement", "desc", "collate")) {
          flags.add(word.lower());
        }
      }
      return items.stream().map(item -> item.get(0).value()).toList();
    }

    private boolean taken(String word) {
      if (at < tokens.size() && tokens.get(at).is(word)) {
        at++;
        return true;
      }
      return false;
    }

    /** The next token; past the end, one that is nothing. */
    private Token next() {
      return at < tokens.size() ? tokens.get(at++) : new Token(Kind.SYMBOL, "", 0, 0);
    }
  }
}
