package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index as its {@code create} statement has it.
 *
 * @param columns the columns of its table: what else stands in a part is an expression
 */
record SqliteIndex(String name, String table, List<String> columns, String sql) {

  /** What the catalog says of it: one row for each part. */
  List<CatalogRow> rows(String schema) {
    SqlText text = new SqlText(sql, Style.BRACKETS);
    List<Token> tokens = text.tokens();
    int body = 0;
    while (!tokens.get(body).isGroup()) {
      body++;
    }
    Map<String, String> common = new HashMap<>();
    common.put("TABLE_SCHEM", schema);
    common.put("TABLE_NAME", table);
    common.put("INDEX_NAME", name);
    common.put("IS_UNIQUE", tokens.get(1).is("unique") ? "YES" : "NO");
    common.put("NULLS_DISTINCT", "YES");
    common.put("IS_INCLUDED", "NO");
    if (body + 2 < tokens.size()) {
      common.put("WHERE_TEXT", text.between(tokens.get(body + 2), tokens.get(tokens.size() - 1)));
    }
    List<CatalogRow> rows = new ArrayList<>();
    for (List<Token> part : text.items(tokens.get(body))) {
      Map<String, String> row = new HashMap<>(common);
      part(text, part, row);
      rows.add(CatalogRow.of(row));
    }
    return rows;
  }

  private void part(SqlText text, List<Token> part, Map<String, String> row) {
    List<Token> rest = part;
    Token last = rest.get(rest.size() - 1);
    row.put("IS_DESCENDING", rest.size() > 1 && last.is("desc") ? "YES" : "NO");
    if (rest.size() > 1 && last.isAny("asc", "desc")) {
      rest = rest.subList(0, rest.size() - 1);
    }
    if (rest.size() > 2 && rest.get(rest.size() - 2).is("collate")) {
      row.put("OPERATOR_CLASS", text.between(rest.get(rest.size() - 2), rest.get(rest.size() - 1)));
      rest = rest.subList(0, rest.size() - 2);
    }
    Optional<String> column =
        rest.size() == 1 && !rest.get(0).isGroup() && rest.get(0).kind() != Kind.STRING
            ? SqliteExpressions.find(columns, rest.get(0).value())
            : Optional.empty();
    List<Token> all = rest;
    column.ifPresentOrElse(
        found -> row.put("COLUMN_NAME", found),
        () -> row.put("EXPRESSION", text.between(all.get(0), all.get(all.size() - 1))));
  }
}
