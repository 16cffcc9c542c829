package dev.autogen.inspect.entity;

import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands after a column's name in a {@code create table}, taken apart. A mapping's {@code
 * columnDefinition} may hold any of it; Hibernate hands the whole text on as the type.
 *
 * @param type the type alone
 * @param notNull whether it says NOT NULL or PRIMARY KEY
 * @param unique whether it says UNIQUE
 * @param defaultValue the default's expression
 * @param identity the identity
 * @param generated the expression it is computed from
 * @param collation the collation
 * @param comment what stands between the quotes of its comment
 * @param checks its conditions
 * @param reference what follows REFERENCES, with that word
 */
record ColumnDefinition(
    String type,
    boolean notNull,
    boolean unique,
    Optional<String> defaultValue,
    Optional<Identity> identity,
    Optional<Generated> generated,
    Optional<String> collation,
    Optional<String> comment,
    List<DeclaredCheck> checks,
    Optional<String> reference) {

  /** Types that are an integer, a sequence and a default; PostgreSQL's manual, section 8.1.4. */
  private static final Map<String, String> SERIAL =
      Map.of(
          "smallserial",
          "smallint",
          "serial2",
          "smallint",
          "serial",
          "integer",
          "serial4",
          "integer",
          "bigserial",
          "bigint",
          "serial8",
          "bigint");

  /** Takes a definition apart. */
  static ColumnDefinition parse(String text) {
    return new Parser(text).parse();
  }

  private static final class Parser {

    private final String text;
    private final List<SqlTokens.Token> tokens;
    private final List<DeclaredCheck> checks = new ArrayList<>();
    private String type = "";
    private boolean notNull;
    private boolean unique;
    private Optional<String> defaultValue = Optional.empty();
    private Optional<Identity> identity = Optional.empty();
    private Optional<Generated> generated = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private Optional<String> reference = Optional.empty();
    private Optional<String> constraintName = Optional.empty();

    Parser(String text) {
      this.text = text.strip();
      this.tokens = SqlTokens.of(this.text);
    }

    ColumnDefinition parse() {
      int next = clauseFrom(0);
      type = between(0, next);
      while (next < tokens.size()) {
        int end = clauseFrom(next + 1);
        end = clause(next, end);
        next = end;
      }
      String integer = SERIAL.get(type.toLowerCase(java.util.Locale.ROOT));
      if (integer != null) {
        type = integer;
        notNull = true;
        identity = Optional.of(Identity.of(Identity.Mode.SERIAL));
      }
      return new ColumnDefinition(
          type,
          notNull,
          unique,
          defaultValue,
          identity,
          generated,
          collation,
          comment,
          checks,
          reference);
    }

    /** The position of the first token from {@code at} on that opens a clause. */
    private int clauseFrom(int at) {
      int position = at;
      while (position < tokens.size() && !opensClause(position)) {
        position++;
      }
      return position;
    }

    private boolean opensClause(int at) {
      return switch (tokens.get(at).lower()) {
        case "default",
            "check",
            "unique",
            "references",
            "collate",
            "constraint",
            "generated",
            "null",
            "auto_increment",
            "comment" ->
            true;
        case "not" -> isAt(at + 1, "null");
        case "primary" -> isAt(at + 1, "key");
        case "as" -> at + 1 < tokens.size() && tokens.get(at + 1).isGroup();
        default -> false;
      };
    }

    private boolean isAt(int at, String word) {
      return at < tokens.size() && tokens.get(at).is(word);
    }

    /** Reads the clause at {@code at}; returns where the next one begins. */
    private int clause(int at, int end) {
      switch (tokens.get(at).lower()) {
        case "default" -> {
          return defaultClause(at, end);
        }
        case "check" -> checks.add(check(at));
        case "unique" -> unique = true;
        case "collate" -> collation = Optional.of(unquoted(between(at + 1, end)));
        case "references" -> {
          int after = referenceEnd(at);
          reference = Optional.of(between(at, after));
          return after;
        }
        case "constraint" -> {
          constraintName = Optional.of(between(at + 1, end));
          return end;
        }
        case "generated", "as" -> {
          return generatedClause(at);
        }
        case "auto_increment" -> identity = Optional.of(Identity.of(Identity.Mode.BY_DEFAULT));
        case "not" -> {
          notNull = true;
          return clauseFrom(at + 2);
        }
        case "primary" -> notNull = true;
        case "comment" -> comment = comment(at + 1);
        default -> {}
      }
      constraintName = Optional.empty();
      return end;
    }

    /** {@code default null} and {@code default not x} hold words that open clauses elsewhere. */
    private int defaultClause(int at, int end) {
      boolean opened = end == at + 1 && end < tokens.size();
      int realEnd = opened ? clauseFrom(end + 1) : end;
      defaultValue = Optional.of(between(at + 1, realEnd)).filter(value -> !value.isEmpty());
      return realEnd;
    }

    /** A quote that is doubled ends one literal and begins the next. */
    private Optional<String> comment(int at) {
      int end = at;
      while (end < tokens.size()
          && tokens.get(end).text().startsWith("'")
          && (end == at || tokens.get(end).start() == tokens.get(end - 1).end())) {
        end++;
      }
      String literal = between(at, end);
      return literal.isEmpty()
          ? Optional.empty()
          : Optional.of(literal.substring(1, literal.length() - 1));
    }

    private DeclaredCheck check(int at) {
      String condition = at + 1 < tokens.size() ? tokens.get(at + 1).inner() : "";
      return new DeclaredCheck(constraintName.orElse(""), condition);
    }

    /** {@code on delete set null} and {@code set default} hold words that open clauses. */
    private int referenceEnd(int at) {
      int end = at + 1;
      while (end < tokens.size() && (!opensClause(end) || isAt(end - 1, "set"))) {
        end++;
      }
      return end;
    }

    private int generatedClause(int at) {
      int position = at;
      boolean byDefault = false;
      while (position < tokens.size() && !tokens.get(position).isGroup()) {
        byDefault |= isAt(position, "default");
        if (isAt(position, "identity")) {
          notNull = true;
          identity = Optional.of(identity(byDefault, position + 1));
          boolean options = position + 1 < tokens.size() && tokens.get(position + 1).isGroup();
          return clauseFrom(position + (options ? 2 : 1));
        }
        position++;
      }
      if (position < tokens.size()) {
        int end = clauseFrom(position + 1);
        boolean stored = isAt(position + 1, "stored") || isAt(position + 1, "persistent");
        generated = Optional.of(new Generated(tokens.get(position).inner(), stored));
        return end;
      }
      return position;
    }

    private Identity identity(boolean byDefault, int optionsAt) {
      Identity.Mode mode = byDefault ? Identity.Mode.BY_DEFAULT : Identity.Mode.ALWAYS;
      if (optionsAt >= tokens.size() || !tokens.get(optionsAt).isGroup()) {
        return Identity.of(mode);
      }
      SequenceOptions options = SequenceOptions.parse(tokens.get(optionsAt).inner());
      return new Identity(mode, options.start().orElse(1L), options.increment().orElse(1L));
    }

    private String between(int from, int to) {
      if (from >= to || from >= tokens.size()) {
        return "";
      }
      return text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private static String unquoted(String name) {
      boolean quoted = name.length() > 2 && (name.startsWith("\"") || name.startsWith("`"));
      return quoted ? name.substring(1, name.length() - 1) : name;
    }
  }
}
