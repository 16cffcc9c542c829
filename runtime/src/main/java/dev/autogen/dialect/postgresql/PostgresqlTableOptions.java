package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.TableOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may stand behind the columns of a table of PostgreSQL: {@code with (fillfactor=70)
 * tablespace fast}. How a table is partitioned, and what it inherits, is said once.
 */
final class PostgresqlTableOptions extends TableOptions {

  static final String TABLESPACE = "tablespace";
  static final String METHOD = "using";

  /** What goes without saying, unless the server was told something else. */
  private static final Map<String, String> USUAL = Map.of(TABLESPACE, "pg_default", METHOD, "heap");

  private static final Set<String> OF_CREATION = Set.of("partition", "inherits", "without", "on");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern STORAGE = Pattern.compile("[a-z_]+(\\.[a-z_]+)?");

  /** Tables with options: {@code TABLE_SCHEM TABLE_NAME TABLE_OPTIONS}. */
  static CatalogQuery query(String schemas) {
    return (CatalogQuery.Read)
        connection ->
            tables(schemas).rows(connection).stream().map(PostgresqlTableOptions::row).toList();
  }

  private static CatalogQuery.Sql tables(String schemas) {
    return new CatalogQuery.Sql(
        """
        select n.nspname::text as "TABLE_SCHEM", c.relname::text as "TABLE_NAME",
          concat_ws(' ', 'using ' || quote_ident(m.amname),
            'with (' || (select string_agg(o.text, ', ' order by o.text) from (
              select unnest(c.reloptions) as text
              union all select 'toast.' || unnest(t.reloptions)) as o) || ')',
            'tablespace ' || quote_ident(s.spcname)) as "TABLE_OPTIONS"
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_class t on t.oid = c.reltoastrelid
        left join pg_tablespace s on s.oid = c.reltablespace
        left join pg_am m on m.oid = c.relam and m.amname <> 'heap'
        where c.relkind in ('r', 'p') and %s and (c.reloptions is not null
          or t.reloptions is not null or s.oid is not null or m.oid is not null)"""
            .formatted(schemas));
  }

  private static CatalogRow row(CatalogRow table) {
    return CatalogRow.of(
        Map.of(
            "TABLE_SCHEM", table.text("TABLE_SCHEM"),
            "TABLE_NAME", table.text("TABLE_NAME"),
            "TABLE_OPTIONS", table.text("TABLE_OPTIONS")));
  }

  /** {@inheritDoc} What stands in parentheses behind WITH has names with a point or without. */
  @Override
  protected SortedMap<String, String> parse(String text) {
    SortedMap<String, String> options = new TreeMap<>();
    SqlText sql = new SqlText(text, Style.BRACKETS);
    List<Token> tokens = sql.tokens();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean more = at + 1 < tokens.size();
      if (token.is("with") && more && tokens.get(at + 1).isGroup()) {
        at++;
        sql.items(tokens.get(at)).forEach(item -> storage(item, options));
      } else if (token.isAny(TABLESPACE, METHOD) && more) {
        at++;
        options.put(token.lower(), named(tokens.get(at)));
      } else if (OF_CREATION.contains(token.lower())) {
        options.put(token.lower(), "");
        while (at + 1 < tokens.size() && !isFirst(tokens.get(at + 1))) {
          at++;
        }
      } else {
        options.put(text.substring(token.start()).strip(), "");
        return options;
      }
    }
    return options;
  }

  private static boolean isFirst(Token token) {
    return token.isAny("with", TABLESPACE, METHOD) || OF_CREATION.contains(token.lower());
  }

  private static String named(Token token) {
    return token.value().equals(token.text()) ? token.lower() : token.value();
  }

  private static void storage(List<Token> item, SortedMap<String, String> options) {
    List<String> words = item.stream().map(Token::value).toList();
    int equals = words.indexOf("=");
    int end = equals < 0 ? words.size() : equals;
    String name = String.join("", words.subList(0, end)).toLowerCase(java.util.Locale.ROOT);
    String value = equals < 0 ? "true" : String.join("", words.subList(equals + 1, words.size()));
    options.put(name, value.toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  protected String text(SortedMap<String, String> options) {
    List<String> parts = new ArrayList<>();
    if (options.containsKey(METHOD)) {
      parts.add(METHOD + " " + quoted(options.get(METHOD)));
    }
    String storage =
        options.entrySet().stream()
            .filter(option -> isStorage(option.getKey()))
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining(", "));
    if (!storage.isEmpty()) {
      parts.add("with (" + storage + ")");
    }
    if (options.containsKey(TABLESPACE)) {
      parts.add(TABLESPACE + " " + quoted(options.get(TABLESPACE)));
    }
    return String.join(" ", parts);
  }

  private static String quoted(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static boolean isStorage(String name) {
    return !name.equals(TABLESPACE)
        && !name.equals(METHOD)
        && !OF_CREATION.contains(name)
        && STORAGE.matcher(name).matches();
  }

  @Override
  protected boolean isTold(String name) {
    return isStorage(name) || USUAL.containsKey(name);
  }

  @Override
  protected boolean isOfCreation(String name) {
    return OF_CREATION.contains(name);
  }

  @Override
  protected Optional<String> usual(String name) {
    return Optional.ofNullable(USUAL.get(name));
  }

  @Override
  protected boolean holds(String name, String value, SortedMap<String, String> found) {
    String has = found.getOrDefault(name, USUAL.getOrDefault(name, ""));
    return plain(value).equals(plain(has));
  }

  /** A value as it is meant: PostgreSQL keeps it as it was written. */
  private static String plain(String value) {
    return switch (value) {
      case "on", "yes" -> "true";
      case "off", "no" -> "false";
      default ->
          NUMBER.matcher(value).matches()
              ? new BigDecimal(value).stripTrailingZeros().toPlainString()
              : value;
    };
  }
}
