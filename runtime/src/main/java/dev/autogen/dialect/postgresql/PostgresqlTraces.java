package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Mentioned;
import dev.autogen.dialect.Traces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the statements leave behind that PostgreSQL does not take in a transaction: indexes built
 * beside the traffic, labels of enum types, databases. All others are rolled back.
 */
final class PostgresqlTraces implements Traces {

  /** What makes an index, or makes it anew, without stopping writers. */
  private static final Pattern BUILDS_ASIDE =
      Pattern.compile("^\\s*(create|reindex)\\b.*\\bconcurrently\\b.*", flags());

  /** What leaves it to PostgreSQL what an index is called. */
  private static final Pattern UNNAMED =
      Pattern.compile("^\\s*create\\s+(unique\\s+)?index\\s+concurrently\\s+on\\b.*", flags());

  /** What PostgreSQL calls it then. */
  private static final Pattern OWN_NAME = Pattern.compile("_idx\\d*$");

  /** What PostgreSQL calls the copy of an index that it is making anew. */
  private static final Pattern COPY = Pattern.compile("_cc(new|old)\\d*$");

  /** The table that an index is made of. */
  private static final Pattern OF_TABLE =
      Pattern.compile(
          "^\\s*create\\s+(?:unique\\s+)?index\\s+concurrently\\b.*?\\bon\\s+(?:only\\s+)?"
              + "((?:(?:\"[^\"]+\"|[\\p{L}\\p{N}_$]+)\\.)?(?:\"[^\"]+\"|[\\p{L}\\p{N}_$]+)).*",
          flags());

  /** Parameter, twice: the table, or null for all. */
  private static final String INVALID =
      """
      select c.relname::text,
             quote_ident(n.nspname::text) || '.' || quote_ident(c.relname::text),
             t.relname::text
      from pg_catalog.pg_index i
      join pg_catalog.pg_class c on c.oid = i.indexrelid and c.relkind::text = 'i'
      join pg_catalog.pg_class t on t.oid = i.indrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not i.indisvalid and n.nspname::text !~ '^pg_'
        and case when ?::text is null then true else t.oid = pg_catalog.to_regclass(?) end
      order by 2
      """;

  private final Dialect dialect;

  PostgresqlTraces(Dialect dialect) {
    this.dialect = dialect;
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  @Override
  public List<String> of(Mentioned names, Connection connection) throws SQLException {
    if (names.isAnything()) {
      return List.of();
    }
    String sql =
        """
        select 'index ' || n.nspname::text || '.' || c.relname::text || ' '
               || pg_catalog.pg_get_indexdef(c.oid)
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_index i on i.indexrelid = c.oid
        join pg_catalog.pg_class t on t.oid = i.indrelid
        where %s and %s
        union all
        select 'label ' || n.nspname::text || '.' || t.typname::text || ' ' || e.enumlabel::text
        from pg_catalog.pg_enum e join pg_catalog.pg_type t on t.oid = e.enumtypid
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        where %s
        union all
        select 'database ' || d.datname::text from pg_catalog.pg_database d where %s
        order by 1
        """
            .formatted(
                isBuiltAside(names) ? "i.indisvalid" : "true",
                indexes(names),
                names.condition("t.typname::text", dialect),
                names.condition("d.datname::text", dialect));
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  /** An index that is made without a name is found by its table. */
  private String indexes(Mentioned names) {
    String named = names.condition("c.relname::text", dialect);
    return isBuiltAside(names) && names.has("create")
        ? "(" + named + " or " + names.condition("t.relname::text", dialect) + ")"
        : named;
  }

  /** An index that is not finished is none yet; one that is not quite dropped is still there. */
  private static boolean isBuiltAside(Mentioned names) {
    return names.has("concurrently") && (names.has("create") || names.has("reindex"));
  }

  /**
   * An index that was not finished is never used, and would be in the way of the next attempt. One
   * that is finished by now is kept, for somebody else was building it.
   */
  @Override
  public void sweep(String statement, Connection connection) throws SQLException {
    if (!BUILDS_ASIDE.matcher(statement).matches()) {
      return;
    }
    Mentioned names = Mentioned.in(statement);
    boolean unnamed = UNNAMED.matcher(statement).matches();
    Matcher of = OF_TABLE.matcher(statement);
    Optional<String> table = of.matches() ? Optional.of(of.group(1)) : Optional.empty();
    for (Unfinished index : unfinished(table, connection)) {
      boolean copy = COPY.matcher(index.name()).find();
      boolean named = names.has(COPY.matcher(index.name()).replaceFirst(""));
      boolean own = unnamed && OWN_NAME.matcher(index.name()).find();
      boolean meant = named || (copy || own) && names.has(index.table());
      if (meant && unfinished(table, connection).contains(index)) {
        try (Statement drop = connection.createStatement()) {
          drop.execute("drop index concurrently if exists " + index.identifier());
        }
      }
    }
  }

  /** An index that is not valid. */
  private record Unfinished(String name, String identifier, String table) {}

  /**
   * Those of one table, or of all where that is not known.
   *
   * @param table as a statement names it
   */
  private static List<Unfinished> unfinished(Optional<String> table, Connection connection)
      throws SQLException {
    List<Unfinished> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(INVALID)) {
      query.setString(1, table.orElse(null));
      query.setString(2, table.orElse(null));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(new Unfinished(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
    }
    return found;
  }
}
