package dev.autogen.inspect;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnreadableCatalogException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import schemacrawler.schemacrawler.exceptions.SchemaCrawlerException;
import us.fatehi.utility.SQLRuntimeException;

/**
 * Reads the schema of a live database. It changes nothing there and sends the same number of
 * statements however many tables there are.
 *
 * <p>Blind to views, partitions, temporary and foreign tables, what belongs to an extension, the
 * tables of migration tools, and whatever its scope leaves out. A sequence that numbers a column is
 * part of that column; an index that serves a constraint is part of that constraint.
 */
public final class DatabaseSource implements SchemaSource {

  private final Connection connection;
  private final Dialect dialect;
  private final DatabaseScope scope;

  /**
   * @param connection an open connection; it stays open
   * @param scope what is looked at
   */
  public DatabaseSource(Connection connection, Dialect dialect, DatabaseScope scope) {
    this.connection = connection;
    this.dialect = dialect;
    this.scope = scope;
  }

  /**
   * The schema that unqualified names mean for a connection, as a name of the model; empty if there
   * is none.
   *
   * @throws InspectionException if the database does not tell
   */
  public static String connectionSchema(Connection connection, Dialect dialect) {
    try {
      @Nullable String schema = CatalogCrawl.value(connection, dialect.catalog().defaultSchema());
      return schema == null ? "" : dialect.fromDatabase(schema);
    } catch (SQLException e) {
      throw new InspectionException(
          "Cannot find out which schema the connection starts in: " + e.getMessage(), e);
    }
  }

  @Override
  public Schema read() {
    return readLive().schema();
  }

  /**
   * Reads the schema with what {@link #read} leaves out as part of something else.
   *
   * @throws InspectionException with a sentence for a person, if it cannot be read
   */
  public LiveSchema readLive() {
    try {
      String defaultSchema = defaultSchema();
      List<String> schemas = new ArrayList<>(List.of(defaultSchema));
      scope.schemas().stream()
          .map(dialect::toDatabase)
          .filter(schema -> !schema.equals(defaultSchema))
          .forEach(schemas::add);
      LiveSchema live =
          new SchemaAssembly(new DatabaseNames(dialect, defaultSchema), scope)
              .schema(contents(schemas));
      return new LiveSchema(
          dialect.canonical(live.schema()), live.serialSequences(), live.partitioned());
    } catch (UnreadableCatalogException e) {
      throw new InspectionException(e.getMessage(), e);
    } catch (SQLException | SchemaCrawlerException | SQLRuntimeException e) {
      throw unreadable(e);
    }
  }

  private CatalogContents contents(List<String> schemas) throws SQLException {
    CatalogQueries queries = dialect.catalog();
    CatalogCrawl crawl = CatalogCrawl.of(connection, queries, schemas);
    return new CatalogContents(
            queries.namespaces().rows(connection),
            CatalogContents.tables(crawl.tables(), queries.tableDetails(schemas).rows(connection)),
            CatalogContents.detailed(
                crawl.columns(), queries.columnDetails(schemas).rows(connection)),
            queries.primaryKeys(schemas) instanceof CatalogQuery.Read keys
                ? keys.rows(connection)
                : crawl.primaryKeys(),
            queries.uniqueKeys(schemas).rows(connection),
            queries.checks(schemas).rows(connection),
            queries.foreignKeys(schemas).rows(connection),
            queries.indexes(schemas).rows(connection),
            queries.sequences(schemas).rows(connection),
            queries.enumTypes(schemas).rows(connection))
        .written(queries);
  }

  private String defaultSchema() throws SQLException {
    @Nullable String schema = CatalogCrawl.value(connection, dialect.catalog().defaultSchema());
    if (schema == null) {
      throw new InspectionException(
          "Cannot read the database: no schema of the connection's search path exists, or this user"
              + " may not use it. Create the schema, grant usage on it, or name one in the JDBC URL"
              + " (currentSchema).");
    }
    return schema;
  }

  private InspectionException unreadable(Exception e) {
    return new InspectionException(
        "Cannot read the catalog of "
            + dialect.version()
            + ": "
            + ScratchSession.reason(e)
            + ". Check that this user may connect to the database and use its schemas.",
        e);
  }
}
