package dev.autogen.dialect.mysql;

import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column as {@code show create table} prints it, in which one part can be replaced and all others
 * stay as they are, byte for byte: MySQL takes what a changed column does not restate for removed.
 * Does not know which types there are, nor what an expression says.
 *
 * @param sql the clause, its name in backticks first
 */
public record MysqlColumnText(String sql) {

  /** What a column's definition consists of, in the order in which it is written. */
  public enum Part {
    NAME,
    TYPE,
    CHARACTER_SET,
    COLLATION,
    GENERATED,
    NULLABILITY,
    DEFAULT,
    ON_UPDATE,
    AUTO_INCREMENT,
    COMMENT,
    CHECK,
    /** What has no place in the model: {@code invisible}, {@code storage disk}. */
    OTHER
  }

  private record Span(Part part, int start, int end) {}

  private static final String[] FIRST_WORDS = {
    "character",
    "charset",
    "collate",
    "generated",
    "as",
    "not",
    "null",
    "default",
    "on",
    "auto_increment",
    "comment",
    "check",
    "invisible",
    "visible",
    "compressed",
    "storage",
    "column_format",
    "srid",
    "ref_system_id",
    "with",
    "without",
    "engine_attribute",
    "secondary_engine_attribute",
    "primary",
    "unique",
    "references",
    "constraint"
  };

  /** The column's name. */
  public String name() {
    return tokens().get(0).value();
  }

  /** A part as it is written, if it is there. */
  public Optional<String> get(Part part) {
    return span(part).map(span -> sql.substring(span.start(), span.end()));
  }

  public boolean has(Part part) {
    return span(part).isPresent();
  }

  /** This with a part written otherwise, or put in its place where it was not there. */
  public MysqlColumnText with(Part part, String text) {
    Optional<Span> old = span(part);
    if (old.isPresent()) {
      return new MysqlColumnText(
          sql.substring(0, old.get().start()) + text + sql.substring(old.get().end()));
    }
    int place =
        spans().stream()
            .filter(span -> span.part().compareTo(part) < 0)
            .mapToInt(Span::end)
            .max()
            .orElse(0);
    return new MysqlColumnText(sql.substring(0, place) + " " + text + sql.substring(place));
  }

  /** This without a part. */
  public MysqlColumnText without(Part part) {
    return span(part)
        .map(
            span ->
                new MysqlColumnText(
                    sql.substring(0, span.start()).stripTrailing() + sql.substring(span.end())))
        .orElse(this);
  }

  /** What stands after the name. */
  public String definition() {
    return sql.substring(tokens().get(0).end()).strip();
  }

  private Optional<Span> span(Part part) {
    return spans().stream().filter(span -> span.part() == part).findFirst();
  }

  private List<Token> tokens() {
    return new SqlText(sql, Style.BACKSLASHES).tokens();
  }

  private List<Span> spans() {
    List<Token> tokens = tokens();
    List<Span> spans = new ArrayList<>();
    spans.add(new Span(Part.NAME, tokens.get(0).start(), tokens.get(0).end()));
    int at = 1;
    while (at < tokens.size()) {
      int end = end(tokens, at);
      Part part = at == 1 ? Part.TYPE : part(tokens.get(at));
      spans.add(new Span(part, tokens.get(at).start(), tokens.get(end - 1).end()));
      at = end;
    }
    return spans;
  }

  private static Part part(Token first) {
    return switch (first.lower()) {
      case "character", "charset" -> Part.CHARACTER_SET;
      case "collate" -> Part.COLLATION;
      case "generated", "as" -> Part.GENERATED;
      case "not", "null" -> Part.NULLABILITY;
      case "default" -> Part.DEFAULT;
      case "on" -> Part.ON_UPDATE;
      case "auto_increment" -> Part.AUTO_INCREMENT;
      case "comment" -> Part.COMMENT;
      case "check" -> Part.CHECK;
      default -> Part.OTHER;
    };
  }

  /** The place after a part's last token. What is no part's first word belongs to the last part. */
  private static int end(List<Token> tokens, int start) {
    Token first = tokens.get(start);
    int end = Math.min(tokens.size(), start + fixed(first));
    if (first.is("generated")) {
      end = Math.min(tokens.size(), start + 4);
    }
    while (end < tokens.size() && !isFirst(tokens.get(end))) {
      end++;
    }
    return end;
  }

  /** How many tokens belong to a part whatever they say. */
  private static int fixed(Token first) {
    if (first.kind() != Kind.WORD) {
      return 1;
    }
    return first.isAny("not", "default", "on", "collate", "comment", "as") ? 2 : 1;
  }

  private static boolean isFirst(Token token) {
    return token.kind() == Kind.WORD && token.isAny(FIRST_WORDS);
  }
}
