package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.CreateTableText;
import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.ScratchTables;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalog of tables that the information schema leaves out, temporary ones, as {@code show
 * create table} prints them. Tells what can hold an expression: columns, checks and indexes.
 */
public final class MysqlPrintedTables implements CatalogQueries {

  private final List<QualifiedName> names;
  private final Map<QualifiedName, CreateTableText> texts = new HashMap<>();

  public MysqlPrintedTables(List<QualifiedName> names) {
    this.names = List.copyOf(names);
  }

  @Override
  public String defaultSchema() {
    return MysqlCatalogSql.DEFAULT_SCHEMA;
  }

  @Override
  public CatalogQuery tables(Collection<String> schemas) {
    return rows(schemas, text -> Stream.of(Map.of("IS_PARTITIONED", "NO")));
  }

  @Override
  public CatalogQuery columns(Collection<String> schemas) {
    return rows(schemas, text -> text.columns().stream().map(MysqlPrintedTables::column));
  }

  private static Map<String, String> column(Clause clause) {
    MysqlColumnText text = new MysqlColumnText(clause.sql());
    Map<String, String> row = new HashMap<>();
    row.put("COLUMN_NAME", clause.name().orElse(""));
    row.put("FULL_TYPE", text.get(Part.TYPE).orElse(""));
    String value =
        Stream.of(
                text.get(Part.DEFAULT).map(part -> part.substring("default".length()).strip()),
                text.get(Part.ON_UPDATE))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    if (!value.isEmpty()) {
      row.put("DEFAULT_TEXT", value);
    }
    text.get(Part.GENERATED)
        .ifPresent(
            generated -> {
              row.put("GENERATED_TEXT", firstGroup(new SqlText(generated, Style.BACKSLASHES)));
              row.put("GENERATED_STORED", generated.endsWith("STORED") ? "YES" : "NO");
            });
    return row;
  }

  @Override
  public CatalogQuery checks(Collection<String> schemas) {
    return rows(
        schemas,
        text ->
            text.constraints().stream()
                .filter(clause -> contains(clause, "check"))
                .map(
                    clause ->
                        Map.of(
                            "CONSTRAINT_NAME",
                            clause.name().orElse(""),
                            "CHECK_TEXT",
                            firstGroup(clause.text()))));
  }

  @Override
  public CatalogQuery indexes(Collection<String> schemas) {
    return rows(
        schemas,
        text ->
            text.constraints().stream()
                .filter(clause -> contains(clause, "key") && !contains(clause, "primary"))
                .filter(clause -> !contains(clause, "foreign"))
                .flatMap(MysqlPrintedTables::parts));
  }

  private static Stream<Map<String, String>> parts(Clause clause) {
    SqlText text = clause.text();
    List<Token> tokens = text.tokens();
    Token body = tokens.stream().filter(Token::isGroup).findFirst().orElseThrow();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<Token> item : text.items(body)) {
      Map<String, String> row = new HashMap<>();
      row.put("INDEX_NAME", clause.name().orElse(""));
      row.put("IS_UNIQUE", tokens.get(0).is("unique") ? "YES" : "NO");
      row.put("NULLS_DISTINCT", "YES");
      row.put("IS_DESCENDING", item.stream().anyMatch(t -> t.is("desc")) ? "YES" : "NO");
      if (tokens.get(0).isAny("fulltext", "spatial")) {
        row.put("METHOD", tokens.get(0).lower());
      }
      if (item.get(0).isGroup()) {
        row.put("EXPRESSION", text.inner(item.get(0)));
      } else {
        row.put("COLUMN_NAME", item.get(0).value());
        item.stream()
            .filter(Token::isGroup)
            .findFirst()
            .ifPresent(length -> row.put("PREFIX_LENGTH", text.inner(length)));
      }
      rows.add(row);
    }
    return rows.stream();
  }

  private static boolean contains(Clause clause, String word) {
    return clause.text().tokens().stream().anyMatch(token -> token.is(word));
  }

  private static String firstGroup(SqlText text) {
    return text.tokens().stream().filter(Token::isGroup).findFirst().map(text::inner).orElse("");
  }

  /** Rows of all tables, each with its table's name and schema. */
  private CatalogQuery rows(
      Collection<String> schemas, Function<CreateTableText, Stream<Map<String, String>>> of) {
    String schema = schemas.iterator().next();
    return (CatalogQuery.Read)
        connection -> {
          List<CatalogRow> rows = new ArrayList<>();
          for (QualifiedName name : names) {
            CatalogRow table =
                CatalogRow.of(Map.of("TABLE_SCHEM", schema, "TABLE_NAME", name.name()));
            of.apply(text(connection, name))
                .map(CatalogRow::of)
                .map(table::with)
                .forEach(rows::add);
          }
          return rows;
        };
  }

  private CreateTableText text(Connection connection, QualifiedName name) throws SQLException {
    CreateTableText known = texts.get(name);
    if (known != null) {
      return known;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("show create table " + MysqlNames.quoted(name.name()))) {
      row.next();
      CreateTableText read = CreateTableText.parse(row.getString(2), Style.BACKSLASHES);
      texts.put(name, read);
      return read;
    }
  }

  @Override
  public CatalogQuery namespaces() {
    return CatalogQuery.NONE;
  }

  @Override
  public CatalogQuery primaryKeys(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  @Override
  public CatalogQuery uniqueKeys(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  @Override
  public CatalogQuery foreignKeys(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  @Override
  public CatalogQuery sequences(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  @Override
  public CatalogQuery enumTypes(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  @Override
  public ScratchTables scratch() {
    return new MysqlScratch();
  }
}
