package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.DefiningStatement;
import dev.autogen.dialect.SqlText.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The table locks of PostgreSQL's manual, "Explicit Locking", that keep others waiting. */
final class PostgresqlWaiting {

  private static final String ALL =
      "%s: neither read nor written by others until it is committed (access exclusive)";
  private static final String WRITES =
      "%s: read, but not written by others until it is committed (%s)";

  private PostgresqlWaiting() {}

  static List<String> of(String sql) {
    return DefiningStatement.of(sql, Style.BRACKETS).map(PostgresqlWaiting::of).orElse(List.of());
  }

  private static List<String> of(DefiningStatement statement) {
    if (statement.words().contains("concurrently")) {
      return List.of();
    }
    String table = statement.table().orElse("the table of index " + statement.name());
    return switch (statement.verb()) {
      case "create index" -> List.of(WRITES.formatted(table, "share"));
      case "create trigger" -> List.of(WRITES.formatted(table, "share row exclusive"));
      case "create table" -> referenced(statement);
      case "alter table" -> altered(statement, table);
      case "drop table", "drop index", "drop trigger" -> List.of(ALL.formatted(table));
      default -> List.of();
    };
  }

  private static List<String> altered(DefiningStatement statement, String table) {
    if (statement.words().contains("validate") || setsOptions(statement)) {
      return List.of();
    }
    List<String> locks = new ArrayList<>();
    boolean addsKey =
        statement.words().contains("foreign")
            && !statement.words().contains("column")
            && !statement.words().contains("drop");
    locks.add(addsKey ? WRITES.formatted(table, "share row exclusive") : ALL.formatted(table));
    locks.addAll(referenced(statement));
    return locks;
  }

  /** Storage options, within parentheses, are all that it says. */
  private static boolean setsOptions(DefiningStatement statement) {
    Set<String> words = new HashSet<>(statement.words());
    boolean sets = words.removeAll(Set.of("set", "reset"));
    words.removeAll(Set.of("alter", "table", "if", "exists", "only"));
    words.removeAll(List.of(statement.name().toLowerCase(Locale.ROOT).split("\\.")));
    return sets && words.isEmpty();
  }

  private static List<String> referenced(DefiningStatement statement) {
    return statement.references().stream()
        .map(table -> WRITES.formatted(table, "share row exclusive"))
        .toList();
  }
}
