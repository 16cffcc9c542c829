package dev.autogen.inspect;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which part of a database is looked at. What lies outside does not exist for anyone behind it.
 *
 * <p>A pattern is {@code table} or {@code schema.table}, with {@code *} for any characters and
 * {@code ?} for one, in any case. A pattern without a schema is about each schema. Patterns of
 * {@code exclude} hold for sequences and enum types too; those of {@code include} only for tables.
 *
 * @param schemas the schemas besides the connection's default one, by their names in the model
 * @param include the tables to look at; all if empty
 * @param exclude what not to look at, whatever {@code include} says
 */
public record DatabaseScope(Set<String> schemas, List<String> include, List<String> exclude) {

  /** The records of migration tools: this one, Flyway, Liquibase. Never looked at. */
  public static final List<String> HISTORY =
      List.of("autogen_*", "flyway_schema_history", "databasechangelog", "databasechangeloglock");

  /** All of the default schema. */
  public static final DatabaseScope DEFAULT = new DatabaseScope(Set.of(), List.of(), List.of());

  public DatabaseScope {
    schemas = java.util.Collections.unmodifiableSet(new TreeSet<>(schemas));
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** This and some schemas more. */
  public DatabaseScope plusSchemas(Collection<String> more) {
    Set<String> all = new TreeSet<>(schemas);
    all.addAll(more);
    return new DatabaseScope(all, include, exclude);
  }

  /**
   * Whether a table is looked at.
   *
   * @param schema its schema's real name, that of the default schema too
   * @param table its name
   */
  public boolean includesTable(String schema, String table) {
    return includesObject(schema, table)
        && (include.isEmpty() || anyMatches(include, schema, table));
  }

  /** Whether a sequence or type is looked at. */
  public boolean includesObject(String schema, String name) {
    return !anyMatches(HISTORY, schema, name) && !anyMatches(exclude, schema, name);
  }

  private static boolean anyMatches(List<String> patterns, String schema, String name) {
    return patterns.stream()
        .anyMatch(
            pattern -> matches(pattern, pattern.indexOf('.') < 0 ? name : schema + "." + name));
  }

  private static boolean matches(String glob, String name) {
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toLowerCase(Locale.ROOT).toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return name.toLowerCase(Locale.ROOT).matches(regex.toString());
  }
}
