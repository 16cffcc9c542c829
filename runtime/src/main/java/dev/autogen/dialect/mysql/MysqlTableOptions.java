package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogQuery.Sql;
import dev.autogen.dialect.CatalogRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a table is told of besides its columns, keys and comment: the collation, and with it the
 * character set, that is not the database's own, and options of storage. Not its engine, nor how it
 * is partitioned.
 */
public final class MysqlTableOptions {

  /** Options that mean the same once they are stated again. */
  private static final Pattern OPTION =
      Pattern.compile(
          "`?\\b(row_format|key_block_size|stats_persistent|stats_auto_recalc|stats_sample_pages"
              + "|avg_row_length|max_rows|min_rows|page_compressed|page_compression_level)`?"
              + "\\s*=\\s*'?(\\w+)'?",
          Pattern.CASE_INSENSITIVE);

  private MysqlTableOptions() {}

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
          case when t.table_collation <> s.default_collation_name
            then concat('collate=', t.table_collation) else '' end as CHARACTERS
        from information_schema.tables t
        join information_schema.schemata s on s.schema_name = t.table_schema
        where t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED') and %s"""
            .formatted(MysqlCatalogSql.in("t.table_schema", schemas)));
  }

  private static CatalogRow row(CatalogRow table) {
    List<String> options = new ArrayList<>();
    table.find("CHARACTERS").filter(text -> !text.isEmpty()).ifPresent(options::add);
    OPTION
        .matcher(table.find("STORAGE").orElse(""))
        .results()
        .map(MysqlTableOptions::spelled)
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
    return OPTION.matcher(options).replaceAll("").strip().replaceAll("\\s+", " ");
  }
}
