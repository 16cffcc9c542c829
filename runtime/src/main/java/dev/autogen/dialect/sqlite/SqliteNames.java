package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of SQLite: kept as written, found in any case of their letters. A constraint may have no
 * name at all; the model calls it by what it is, and it stays nameless when it is written.
 */
final class SqliteNames {

  /** The words that need quotes to be a name: sqlite.org/lang_keywords.html, all of them. */
  private static final Set<String> KEYWORDS =
      Arrays.stream(
              ("abort action add after all alter always analyze and as asc attach autoincrement"
                      + " before begin between by cascade case cast check collate column commit"
                      + " conflict constraint create cross current current_date current_time"
                      + " current_timestamp database default deferrable deferred delete desc detach"
                      + " distinct do drop each else end escape except exclude exclusive exists"
                      + " explain fail filter first following for foreign from full generated glob"
                      + " group groups having if ignore immediate in index indexed initially inner"
                      + " insert instead intersect into is isnull join key last left like limit"
                      + " match materialized natural no not nothing notnull null nulls of offset on"
                      + " or order others outer over partition plan pragma preceding primary query"
                      + " raise range recursive references regexp reindex release rename replace"
                      + " restrict returning right rollback row rows savepoint select set table"
                      + " temp temporary then ties to transaction trigger unbounded union unique"
                      + " update using vacuum values view virtual when where window with without")
                  .split(" "))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

  private SqliteNames() {}

  /** SQLite takes letters for the same in either case as far as ASCII has them. */
  static String folded(String name) {
    StringBuilder lower = new StringBuilder(name);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }

  static String write(String name) {
    boolean plain =
        PLAIN.matcher(name).matches() && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** What a constraint without a name is called. */
  static String unnamed(UnnamedConstraint constraint) {
    String base = unnamed(constraint.kind(), constraint.table(), constraint.columns());
    return constraint.attempt() == 0 ? base : base + constraint.attempt();
  }

  private static String unnamed(
      Class<? extends Constraint> kind, String table, List<String> columns) {
    if (kind == PrimaryKey.class) {
      return table + "_pkey";
    }
    if (kind == Check.class) {
      return table + (columns.size() == 1 ? "_" + columns.get(0) : "") + "_check";
    }
    return table + "_" + String.join("_", columns) + (kind == UniqueKey.class ? "_key" : "_fkey");
  }

  /**
   * Whether that is what the constraint is called if it has no name.
   *
   * @param columns those of the table: a check is called by the ones that it mentions
   */
  static boolean isUnnamed(String table, Constraint constraint, Collection<String> columns) {
    String name = constraint.name();
    String base =
        unnamed(
            constraint.getClass(),
            table,
            constraint instanceof Check check
                ? SqliteExpressions.mentioned(check.expression(), columns)
                : constraint.columns());
    return name.startsWith(base) && name.substring(base.length()).matches("\\d*");
  }
}
