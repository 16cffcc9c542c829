package dev.autogen.dialect.sqlite;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.sqlite.SqlitePart.What;
import dev.autogen.schema.Column;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Changes the properties of a column in the text of its clause, and leaves its constraints. */
final class SqliteColumnEdits {

  private final Function<String, Clause> find;
  private final BiConsumer<Clause, Clause> replace;
  private final SqliteDefinitions definitions;

  /**
   * @param find the clause of a column as it is now
   * @param replace puts a clause in the place of another
   */
  SqliteColumnEdits(
      Function<String, Clause> find,
      BiConsumer<Clause, Clause> replace,
      SqliteDefinitions definitions) {
    this.find = find;
    this.replace = replace;
    this.definitions = definitions;
  }

  void apply(AlterColumn change) {
    Column to = change.to();
    Clause old = find.apply(to.name());
    String sql = old.sql();
    Set<Facet> facets = change.facets();
    if (facets.contains(Facet.TYPE) || facets.contains(Facet.IDENTITY)) {
      sql = withType(old.withSql(sql), definitions.type(to));
    }
    if (facets.contains(Facet.IDENTITY) && to.identity().isEmpty()) {
      sql = withoutWord(old.withSql(sql), "autoincrement");
    }
    if (facets.contains(Facet.GENERATED)) {
      sql = with(old, sql, What.GENERATED, to.generated().map(definitions::generated));
    }
    if (facets.contains(Facet.DEFAULT)) {
      sql =
          with(
              old,
              sql,
              What.DEFAULT,
              to.defaultValue().map(value -> "default " + SqliteExpressions.defaultValue(value)));
    }
    if (facets.contains(Facet.COLLATION)) {
      sql = with(old, sql, What.COLLATE, to.collation().map(definitions::collation));
    }
    if (facets.contains(Facet.NULLABILITY) || facets.contains(Facet.IDENTITY)) {
      boolean required = !to.nullable() && to.identity().isEmpty();
      sql = with(old, sql, What.NULL, Optional.empty());
      sql = withRequired(old.withSql(sql), required);
    }
    replace.accept(old, old.withSql(sql));
  }

  private static String withRequired(Clause clause, boolean required) {
    boolean has = SqlitePart.of(clause).stream().anyMatch(part -> part.what() == What.NOT_NULL);
    if (has == required) {
      return clause.sql();
    }
    return with(clause, clause.sql(), What.NOT_NULL, Optional.of("not null").filter(n -> required));
  }

  /** The clause with one property said anew in its place, added at the end, or taken away. */
  private static String with(Clause old, String sql, What what, Optional<String> said) {
    List<SqlitePart> parts =
        SqlitePart.of(old.withSql(sql)).stream().filter(part -> part.what() == what).toList();
    if (parts.isEmpty()) {
      return said.map(text -> sql + " " + text).orElse(sql);
    }
    SqlitePart first = parts.get(0);
    String changed =
        said.map(text -> sql.substring(0, first.start()) + text + sql.substring(first.end()))
            .orElseGet(() -> without(sql, first));
    return parts.size() == 1 || said.isPresent() ? changed : with(old, changed, what, said);
  }

  private static String withType(Clause clause, String type) {
    List<Token> tokens = clause.text().tokens();
    String old = SqlitePart.type(clause);
    int start = old.isEmpty() ? tokens.get(0).end() : tokens.get(1).start();
    String space = old.isEmpty() ? " " : "";
    return clause.sql().substring(0, start)
        + space
        + type
        + clause.sql().substring(start + old.length());
  }

  private static String withoutWord(Clause clause, String word) {
    return clause.text().tokens().stream()
        .filter(token -> token.is(word))
        .findFirst()
        .map(
            token ->
                clause.sql().substring(0, token.start()).stripTrailing()
                    + clause.sql().substring(token.end()))
        .orElse(clause.sql());
  }

  /** A clause without one part, and without the space before it. */
  static String without(String sql, SqlitePart part) {
    return sql.substring(0, part.start()).stripTrailing() + sql.substring(part.end());
  }

  /** A constraint without the {@code constraint name} before it. */
  static String withoutName(String part, Style style) {
    List<Token> tokens = new SqlText(part, style).tokens();
    return part.substring(tokens.get(2).start());
  }
}
