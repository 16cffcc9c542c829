package dev.autogen.inspect;

import static schemacrawler.schemacrawler.MetadataRetrievalStrategy.data_dictionary_all;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import schemacrawler.inclusionrule.ExcludeAll;
import schemacrawler.inclusionrule.IncludeAll;
import schemacrawler.schema.AttributedObject;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Column;
import schemacrawler.schema.Table;
import schemacrawler.schema.TableConstraintColumn;
import schemacrawler.schemacrawler.InformationSchemaKey;
import schemacrawler.schemacrawler.InformationSchemaViewsBuilder;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.schemacrawler.SchemaInfoMetadataRetrievalStrategy;
import schemacrawler.schemacrawler.SchemaRetrievalOptions;
import schemacrawler.schemacrawler.SchemaRetrievalOptionsBuilder;
import schemacrawler.tools.options.ConfigUtility;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.DatabaseServerType;

/**
 * Tables, columns and primary keys through SchemaCrawler, with dictionary views of our own so that
 * it asks once for all tables. Foreign keys are not loaded through it: with them, its sort of the
 * tables is what costs. What else it lacks or gets wrong comes from the other catalog queries.
 */
final class CatalogCrawl {

  private final Catalog catalog;

  private CatalogCrawl(Catalog catalog) {
    this.catalog = catalog;
  }

  static CatalogCrawl of(
      Connection connection, CatalogQueries queries, Collection<String> schemas) {
    DatabaseConnectionSource source = DatabaseConnectionSources.fromConnection(connection);
    QuietLogging quiet = new QuietLogging();
    try {
      return new CatalogCrawl(
          SchemaCrawlerUtility.getCatalog(
              source,
              retrieval(connection, queries, schemas),
              options(queries.primaryKeys(schemas) instanceof CatalogQuery.Sql),
              ConfigUtility.newConfig()));
    } finally {
      quiet.close();
    }
  }

  private static SchemaRetrievalOptions retrieval(
      Connection connection, CatalogQueries queries, Collection<String> schemas) {
    InformationSchemaViewsBuilder views =
        InformationSchemaViewsBuilder.builder()
            .withSql(InformationSchemaKey.TABLES, sql(queries.tables(schemas)))
            .withSql(InformationSchemaKey.TABLE_COLUMNS, sql(queries.columns(schemas)));
    if (queries.primaryKeys(schemas) instanceof CatalogQuery.Sql keys) {
      views.withSql(InformationSchemaKey.PRIMARY_KEYS, keys.text());
    }
    SchemaRetrievalOptionsBuilder options =
        SchemaRetrievalOptionsBuilder.builder()
            .fromConnnection(connection)
            .withDatabaseServerType(new DatabaseServerType("autogen", "autogen"));
    SchemaRetrievalOptions found = options.toOptions();
    if (!found.isSupportsSchemas() && !found.isSupportsCatalogs()) {
      options.withSupportsSchemas();
      views.withSql(InformationSchemaKey.SCHEMATA, schemata(schemas));
    }
    return options
        .withInformationSchemaViews(views.toOptions())
        .with(SchemaInfoMetadataRetrievalStrategy.tablesRetrievalStrategy, data_dictionary_all)
        .with(
            SchemaInfoMetadataRetrievalStrategy.tableColumnsRetrievalStrategy, data_dictionary_all)
        .with(SchemaInfoMetadataRetrievalStrategy.primaryKeysRetrievalStrategy, data_dictionary_all)
        .toOptions();
  }

  /** The schemas of a database that has them, though its driver knows none. */
  private static String schemata(Collection<String> schemas) {
    return schemas.stream()
        .map(
            schema ->
                "select null as \"CATALOG_NAME\", '"
                    + schema.replace("'", "''")
                    + "' as \"SCHEMA_NAME\"")
        .collect(Collectors.joining(" union all "));
  }

  /** SchemaCrawler asks for itself. */
  private static String sql(CatalogQuery query) {
    if (query instanceof CatalogQuery.Sql sql) {
      return sql.text();
    }
    throw new IllegalStateException("Tables and columns of a live schema are read by SQL.");
  }

  private static SchemaCrawlerOptions options(boolean keys) {
    return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
        .withLimitOptions(
            LimitOptionsBuilder.builder()
                .includeSchemas(new IncludeAll())
                .tableTypes("TABLE")
                .includeRoutines(new ExcludeAll())
                .includeSynonyms(new ExcludeAll())
                .includeSequences(new ExcludeAll())
                .toOptions())
        .withLoadOptions(
            LoadOptionsBuilder.builder()
                .withSchemaInfoLevel(
                    SchemaInfoLevelBuilder.builder()
                        .setRetrieveTables(true)
                        .setRetrieveTableColumns(true)
                        .setRetrievePrimaryKeys(keys)
                        .toOptions())
                .withMaxThreads(1)
                .toOptions());
  }

  List<CatalogRow> tables() {
    return catalog.getTables().stream()
        .map(table -> row(table, Map.of("REMARKS", table.getRemarks()), table))
        .toList();
  }

  List<CatalogRow> columns() {
    List<CatalogRow> rows = new ArrayList<>();
    for (Table table : catalog.getTables()) {
      for (Column column : table.getColumns()) {
        rows.add(
            row(
                table,
                Map.of("COLUMN_NAME", column.getName(), "REMARKS", column.getRemarks()),
                column));
      }
    }
    return rows;
  }

  List<CatalogRow> primaryKeys() {
    List<CatalogRow> rows = new ArrayList<>();
    for (Table table : catalog.getTables()) {
      if (table.hasPrimaryKey()) {
        for (TableConstraintColumn column : table.getPrimaryKey().getConstrainedColumns()) {
          rows.add(
              row(
                  table,
                  Map.of(
                      "COLUMN_NAME", column.getName(), "PK_NAME", table.getPrimaryKey().getName()),
                  column));
        }
      }
    }
    return rows;
  }

  private static CatalogRow row(Table table, Map<String, String> known, AttributedObject object) {
    return column ->
        switch (column) {
          case "TABLE_SCHEM" -> Optional.of(schema(table));
          case "TABLE_NAME" -> Optional.of(table.getName());
          default -> {
            @Nullable String text = known.get(column);
            yield text == null
                ? Optional.ofNullable(object.<Object>getAttribute(column)).map(Objects::toString)
                : Optional.of(text).filter(said -> !said.isEmpty());
          }
        };
  }

  /** Where JDBC takes a schema for a catalog, there is no other. */
  private static String schema(Table table) {
    @Nullable String schema = table.getSchema().getName();
    return schema == null || schema.isEmpty() ? table.getSchema().getCatalogName() : schema;
  }

  /** The one value of a query that gives one, or null. */
  static @Nullable String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      return results.next() ? results.getString(1) : null;
    }
  }
}
