package dev.autogen.dialect;

import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which tables a statement of a definition is about, as far as its first words tell: for who says
 * what others wait for. Does not know what stands within functions and blocks.
 *
 * @param verb {@code alter table}, {@code create index}, {@code drop table} and so on
 * @param name the thing that it names first: a table, or an index that is dropped
 * @param table the table, where it names one
 * @param references the tables that its foreign keys refer to
 * @param words all words of it outside of parentheses, in lower case
 */
public record DefiningStatement(
    String verb, String name, Optional<String> table, List<String> references, Set<String> words) {

  private static final Set<String> KINDS = Set.of("table", "index", "trigger");
  private static final Set<String> BEFORE_NAMES =
      Set.of("if", "not", "exists", "only", "concurrently");

  public DefiningStatement {
    references = List.copyOf(references);
    words = Set.copyOf(words);
  }

  /** Empty for a statement that defines neither a table nor an index nor a trigger. */
  public static Optional<DefiningStatement> of(String sql, Style style) {
    SqlText text = new SqlText(sql, style);
    List<Token> tokens = text.tokens();
    int kind = 1;
    while (kind < Math.min(tokens.size(), 4) && !KINDS.contains(tokens.get(kind).lower())) {
      kind++;
    }
    boolean defines =
        kind < Math.min(tokens.size(), 4) && tokens.get(0).isAny("alter", "create", "drop");
    if (!defines) {
      return Optional.empty();
    }
    String what = tokens.get(kind).lower();
    String name = name(tokens, kind + 1);
    Set<String> words = new HashSet<>();
    tokens.stream().filter(t -> t.kind() == Kind.WORD).forEach(t -> words.add(t.lower()));
    return Optional.of(
        new DefiningStatement(
            tokens.get(0).lower() + " " + what,
            name,
            what.equals("table") ? Optional.of(name) : after("on", tokens),
            references(text, tokens),
            words));
  }

  private static Optional<String> after(String word, List<Token> tokens) {
    for (int at = 0; at < tokens.size() - 1; at++) {
      if (tokens.get(at).is(word)) {
        return Optional.of(name(tokens, at + 1));
      }
    }
    return Optional.empty();
  }

  /** The name that begins there, with its schema, as the statement writes it. */
  private static String name(List<Token> tokens, int start) {
    int at = start;
    while (at < tokens.size() && BEFORE_NAMES.contains(tokens.get(at).lower())) {
      at++;
    }
    StringBuilder name = new StringBuilder();
    for (; at < tokens.size(); at += 2) {
      name.append(tokens.get(at).text());
      if (at + 1 >= tokens.size() || !tokens.get(at + 1).is(".")) {
        break;
      }
      name.append('.');
    }
    return name.toString().toLowerCase(Locale.ROOT).equals("(") ? "" : name.toString();
  }

  private static List<String> references(SqlText text, List<Token> tokens) {
    List<String> references = new ArrayList<>();
    after("references", tokens).ifPresent(references::add);
    for (Token token : tokens) {
      if (token.isGroup()) {
        text.items(token).forEach(item -> after("references", item).ifPresent(references::add));
      }
    }
    return references.stream().distinct().toList();
  }
}
