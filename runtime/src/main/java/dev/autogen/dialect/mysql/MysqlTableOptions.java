package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogQuery.Sql;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.TableOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a table is told of besides its columns, keys and comment: its engine, the collation, and
 * with it the character set, that is not the database's own, and options of storage. Not how it is
 * partitioned, nor where its numbers start.
 */
public final class MysqlTableOptions extends TableOptions {

  private static final String COLLATION = "collate";
  private static final String CHARACTERS = "charset";
  private static final String ENGINE = "engine";
  private static final String COMMENT = "comment";

  /** Options that mean the same once they are stated again, and what they are without that. */
  private static final Map<String, String> STORAGE =
      Map.ofEntries(
          Map.entry("row_format", "default"),
          Map.entry("key_block_size", "0"),
          Map.entry("stats_persistent", "default"),
          Map.entry("stats_auto_recalc", "default"),
          Map.entry("stats_sample_pages", "default"),
          Map.entry("avg_row_length", "0"),
          Map.entry("max_rows", "0"),
          Map.entry("min_rows", "0"),
          Map.entry("checksum", "0"),
          Map.entry("delay_key_write", "0"),
          Map.entry("pack_keys", "default"),
          Map.entry("page_compressed", "default"),
          Map.entry("page_compression_level", "default"));

  private static final Set<String> OF_CREATION =
      Set.of("auto_increment", "partition", "with", "data directory", "index directory");

  private static final Pattern PRINTED =
      Pattern.compile(
          "`?\\b(" + String.join("|", STORAGE.keySet()) + ")`?\\s*=\\s*['\"]?(\\w+)['\"]?",
          Pattern.CASE_INSENSITIVE);

  /** One option as a mapping states it. */
  private static final Pattern STATED =
      Pattern.compile(
          "(?:default\\s+)?(character\\s+set|(?:data|index)\\s+directory|`?\\w+`?)(?:\\s*=\\s*|\\s+)"
              + "('(?:[^'\\\\]|''|\\\\.)*'|\"(?:[^\"\\\\]|\"\"|\\\\.)*\"|`?[\\w.]+`?)\\s*,?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What is said to the end. */
  private static final Pattern LAST =
      Pattern.compile("(partition|with)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final MysqlCollations collations;

  /**
   * @param collations those that go without saying
   */
  public MysqlTableOptions(MysqlCollations collations) {
    this.collations = collations;
  }

  /** Tables with options: {@code TABLE_SCHEM TABLE_NAME TABLE_OPTIONS}. */
  public static CatalogQuery query(Collection<String> schemas) {
    return (CatalogQuery.Read)
        connection ->
            tables(schemas).rows(connection).stream().map(MysqlTableOptions::row).toList();
  }

  private static Sql tables(Collection<String> schemas) {
    return new Sql(
        """
        select t.table_schema as TABLE_SCHEM, t.table_name as TABLE_NAME,
          t.create_options as STORAGE,
          case when t.engine <> 'InnoDB' then concat('engine=', lower(t.engine)) else '' end
            as ENGINE,
          case when t.table_collation <> s.default_collation_name
            then concat('collate=', t.table_collation) else '' end as CHARACTERS
        from information_schema.tables t
        join information_schema.schemata s on s.schema_name = t.table_schema
        where t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED') and %s"""
            .formatted(MysqlCatalogSql.in("t.table_schema", schemas)));
  }

  private static CatalogRow row(CatalogRow table) {
    List<String> options = new ArrayList<>();
    for (String one : List.of("CHARACTERS", "ENGINE")) {
      table.find(one).filter(text -> !text.isEmpty()).ifPresent(options::add);
    }
    PRINTED
        .matcher(table.find("STORAGE").orElse(""))
        .results()
        .map(MysqlTableOptions::spelled)
        .sorted()
        .forEach(options::add);
    return CatalogRow.of(
        Map.of(
            "TABLE_SCHEM", table.text("TABLE_SCHEM"),
            "TABLE_NAME", table.text("TABLE_NAME"),
            "TABLE_OPTIONS", String.join(" ", options)));
  }

  private static String spelled(MatchResult option) {
    return (option.group(1) + "=" + option.group(2)).toLowerCase(Locale.ROOT);
  }

  /** What of a table's options cannot be stated again. */
  static String rest(String options) {
    return PRINTED.matcher(options).replaceAll("").strip().replaceAll("\\s+", " ");
  }

  /** Whether options say which engine keeps the table. */
  static boolean haveEngine(String options) {
    return stated(options).containsKey(ENGINE);
  }

  @Override
  protected SortedMap<String, String> parse(String text) {
    SortedMap<String, String> options = stated(text);
    options.remove(COMMENT);
    if (options.containsKey(COLLATION)) {
      options.remove(CHARACTERS);
    }
    return options;
  }

  private static SortedMap<String, String> stated(String text) {
    SortedMap<String, String> options = new TreeMap<>();
    Matcher matcher = STATED.matcher(text);
    int at = text.length() - text.stripLeading().length();
    while (at < text.length()) {
      Matcher last = LAST.matcher(text).region(at, text.length());
      if (last.lookingAt()) {
        options.put(last.group(1).toLowerCase(Locale.ROOT), "");
        return options;
      }
      if (!matcher.region(at, text.length()).lookingAt()) {
        options.put(text.substring(at).strip(), "");
        return options;
      }
      String name = matcher.group(1).replace("`", "").toLowerCase(Locale.ROOT);
      String plain = name.startsWith("character") ? CHARACTERS : name.replaceAll("\\s+", " ");
      String value = matcher.group(2);
      options.put(plain, plain.equals(COMMENT) ? value : unquoted(value));
      at = matcher.end();
    }
    return options;
  }

  private static String unquoted(String value) {
    return value.replaceAll("^['\"`]|['\"`]$", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> comment(String declared) {
    return Optional.ofNullable(stated(declared).get(COMMENT))
        .map(text -> MysqlNames.unquoted(text.substring(1, text.length() - 1)));
  }

  @Override
  public String withoutComment(String declared) {
    Matcher matcher = STATED.matcher(declared);
    while (matcher.find()) {
      if (matcher.group(1).equalsIgnoreCase(COMMENT)) {
        return (declared.substring(0, matcher.start()) + declared.substring(matcher.end())).strip();
      }
    }
    return declared;
  }

  @Override
  protected String text(SortedMap<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }

  @Override
  protected boolean isTold(String name) {
    return STORAGE.containsKey(name) || Set.of(COLLATION, CHARACTERS, ENGINE).contains(name);
  }

  @Override
  protected boolean isOfCreation(String name) {
    return OF_CREATION.contains(name);
  }

  @Override
  protected Optional<String> usual(String name) {
    return switch (name) {
      case COLLATION -> Optional.of(collations.usual());
      case ENGINE -> Optional.of("innodb");
      default -> Optional.ofNullable(STORAGE.get(name));
    };
  }

  /** A character set alone is kept to by any of its collations. */
  @Override
  protected boolean holds(String name, String value, SortedMap<String, String> found) {
    if (!name.equals(CHARACTERS)) {
      return super.holds(name, value, found);
    }
    String collation =
        found.containsKey(CHARACTERS)
            ? collations.ofCharacterSet(found.get(CHARACTERS))
            : found.getOrDefault(COLLATION, collations.usual());
    return MysqlCollations.characterSet(collation)
        .equals(MysqlCollations.characterSet(collations.ofCharacterSet(value)));
  }

  @Override
  protected void put(String name, String value, SortedMap<String, String> found) {
    String option = name.equals(CHARACTERS) ? COLLATION : name;
    if (option.equals(COLLATION)) {
      found.remove(CHARACTERS);
    }
    String now = name.equals(CHARACTERS) ? collations.ofCharacterSet(value) : value;
    if (usual(option).filter(now::equals).isPresent()) {
      found.remove(option);
    } else {
      found.put(option, now);
    }
  }

  @Override
  protected void remove(String name, SortedMap<String, String> found) {
    if (Set.of(CHARACTERS, COLLATION).contains(name)) {
      found.keySet().removeAll(Set.of(CHARACTERS, COLLATION));
    } else {
      found.remove(name);
    }
  }

  /** A collation says the character set as well; without one, that of the database holds. */
  @Override
  protected void settle(SortedMap<String, String> changed) {
    if (changed.containsKey(COLLATION)) {
      changed.remove(CHARACTERS);
    } else if ("".equals(changed.get(CHARACTERS))) {
      changed.remove(CHARACTERS);
      changed.put(COLLATION, collations.usual());
    }
  }
}
