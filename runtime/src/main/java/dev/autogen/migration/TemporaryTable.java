package dev.autogen.migration;

import dev.autogen.dialect.DefiningStatement;
import dev.autogen.dialect.Mentioned;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which temporary tables a statement makes, uses and drops, as far as its words tell. Names are in
 * lower case and without schema or quotes.
 */
final class TemporaryTable {

  private TemporaryTable() {}

  /** The one that a statement makes. */
  static Optional<String> madeBy(String sql) {
    return DefiningStatement.of(sql, Style.BRACKETS)
        .filter(made -> made.verb().equals("create table") && isTemporary(sql))
        .map(made -> plain(made.name()));
  }

  /** Those of some that a statement drops. */
  static Stream<String> droppedBy(String sql, Set<String> tables) {
    boolean drops =
        DefiningStatement.of(sql, Style.BRACKETS)
            .filter(dropped -> dropped.verb().equals("drop table"))
            .isPresent();
    return drops ? mentioned(sql, tables) : Stream.of();
  }

  /**
   * Those of some without which a statement does not do what it is to. One that says that it drops
   * a temporary table, if there is one, takes no other for it.
   */
  static Stream<String> usedBy(String sql, Set<String> tables) {
    boolean takesNone =
        DefiningStatement.of(sql, Style.BRACKETS)
            .filter(dropped -> dropped.verb().equals("drop table") && isTemporary(sql))
            .filter(dropped -> dropped.words().contains("exists"))
            .isPresent();
    return takesNone ? Stream.of() : mentioned(sql, tables);
  }

  private static Stream<String> mentioned(String sql, Set<String> tables) {
    if (tables.isEmpty()) {
      return Stream.of();
    }
    Mentioned names = Mentioned.in(sql);
    return Set.copyOf(tables).stream().filter(names::has);
  }

  private static boolean isTemporary(String sql) {
    return new SqlText(sql, Style.BRACKETS)
        .tokens().stream()
            .takeWhile(token -> !token.is("table"))
            .anyMatch(token -> token.isAny("temporary", "temp"));
  }

  private static String plain(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.replaceAll("^[`\"\\[]|[`\"\\]]$", "").toLowerCase(Locale.ROOT);
  }
}
