package dev.autogen.dialect;

import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements of a text that a person wrote, as tokens, those in parentheses too: of the text
 * itself, of blocks between dollars, of MySQL's comments that are run, and of strings where the
 * text may run a string. No grammar is known: what is found may be no statement.
 */
public final class OwnStatements {

  private static final Pattern DOLLARS =
      Pattern.compile("(\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$)(.*?)\\1", Pattern.DOTALL);

  /** How a comment of MySQL or MariaDB begins that is run. */
  private static final Pattern RUN = Pattern.compile("/\\*M?!\\d*");

  private final Style style;
  private final boolean inBlocks;
  private final List<List<Token>> found = new ArrayList<>();
  private List<Token> current = new ArrayList<>();

  private OwnStatements(Style style, boolean inBlocks) {
    this.style = style;
    this.inBlocks = inBlocks;
  }

  /** As semicolons part them. */
  public static List<List<Token>> of(String sql, Style style) {
    return new OwnStatements(style, false).text(sql);
  }

  /**
   * Whether one of them is such a statement, within a block too.
   *
   * @param statement its words in lower case, a space before each but the first; strings and names
   *     in quotes are the empty ones
   */
  public static boolean anyIs(String sql, Style style, Pattern statement) {
    return new OwnStatements(style, true)
        .text(sql).stream()
            .map(OwnStatements::words)
            .anyMatch(it -> statement.matcher(it).matches());
  }

  private static String words(List<Token> statement) {
    return statement.stream()
        .map(
            token ->
                token.kind() == Kind.STRING
                    ? "''"
                    : token.kind() == Kind.QUOTED ? "\"\"" : token.lower())
        .collect(Collectors.joining(" "));
  }

  private List<List<Token>> text(String sql) {
    String text = sql;
    if (style == Style.BACKSLASHES) {
      text = RUN.matcher(sql).replaceAll(" ");
    } else {
      Matcher dollars = DOLLARS.matcher(sql);
      while (dollars.find()) {
        text(dollars.group(2));
      }
      text = dollars.replaceAll(" x ");
    }
    int before = found.size();
    split(new SqlText(text, style), 0, text.length());
    end();
    List<List<Token>> own = List.copyOf(found.subList(before, found.size()));
    if (own.stream().flatMap(List::stream).anyMatch(OwnStatements::runsStrings)) {
      own.stream()
          .flatMap(List::stream)
          .filter(token -> token.kind() == Kind.STRING && token.text().length() > 1)
          .forEach(token -> text(token.value()));
    }
    return found;
  }

  private static boolean runsStrings(Token token) {
    return token.isAny("execute", "prepare", "immediate");
  }

  private void split(SqlText text, int from, int to) {
    for (Token token : text.tokens(from, to)) {
      if (token.is(";")) {
        end();
      } else if (token.isGroup()) {
        current.add(symbol("(", token.start()));
        split(text, token.start() + 1, Math.max(token.start() + 1, token.end() - 1));
        current.add(symbol(")", token.end() - 1));
      } else {
        current.add(token);
        if (inBlocks && token.isAny("begin", "then", "else", "loop", "do")) {
          end();
        }
      }
    }
  }

  private static Token symbol(String text, int start) {
    return new Token(Kind.SYMBOL, text, start, start + 1);
  }

  private void end() {
    if (!current.isEmpty()) {
      found.add(current);
      current = new ArrayList<>();
    }
  }
}
