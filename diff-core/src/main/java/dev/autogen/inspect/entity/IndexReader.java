package dev.autogen.inspect.entity;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Reads one index of the bound mapping. */
final class IndexReader {

  /** What may stand behind an expression or column in an index. */
  private static final Pattern ORDER =
      Pattern.compile(
          "(\\s+(asc|desc))?\\s+nulls\\s+(first|last)$|\\s+(asc|desc)$", Pattern.CASE_INSENSITIVE);

  private final BootMetadata boot;
  private final ModelNames names;

  IndexReader(BootMetadata boot, ModelNames names) {
    this.boot = boot;
    this.names = names;
  }

  Index read(org.hibernate.mapping.Index index) {
    Map<Selectable, String> orders = index.getSelectableOrderMap();
    List<IndexPart> parts =
        index.getSelectables().stream().map(key -> part(key, orders.get(key))).toList();
    return index(name(index), parts, index.isUnique(), index.getOptions());
  }

  /** A unique key that says what only an index can: an order, an expression, a condition. */
  Index read(UniqueKey key) {
    Map<Column, String> orders = key.getColumnOrderMap();
    List<IndexPart> parts =
        key.getColumns().stream().map(column -> part(column, orders.get(column))).toList();
    return index(names.ofText(key.getName()), parts, true, key.getOptions());
  }

  private String name(org.hibernate.mapping.Index index) {
    return boot.hibernateDialect().qualifyIndexName()
        ? names.of(
            boot.metadata()
                .getDatabase()
                .getJdbcEnvironment()
                .getIdentifierHelper()
                .toIdentifier(index.getQuotedName(boot.hibernateDialect())))
        : names.ofText(index.getName());
  }

  /** Hibernate knows an order as such only in its simplest form; the rest stays in the text. */
  private IndexPart part(Selectable key, @Nullable String order) {
    String column = key instanceof Column plain ? plain.getName() : "";
    if (!column.isEmpty() && !column.contains("(") && !ORDER.matcher(column).find()) {
      return directed(IndexPart.column(names.of((Column) key)), order == null ? "" : order);
    }
    String text = column.isEmpty() ? key.getText(boot.hibernateDialect()).strip() : column;
    Matcher trailing = ORDER.matcher(text);
    String direction = trailing.find() ? trailing.group() : "";
    String expression = text.substring(0, text.length() - direction.length());
    return directed(expression(expression), direction + " " + (order == null ? "" : order));
  }

  private static IndexPart directed(IndexPart part, String order) {
    String direction = order.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    IndexPart directed = part.withDescending(direction.contains("desc"));
    if (direction.contains("nulls first")) {
      return directed.withNulls(IndexPart.Nulls.FIRST);
    }
    return direction.contains("nulls last") ? directed.withNulls(IndexPart.Nulls.LAST) : directed;
  }

  private IndexPart expression(String text) {
    List<SqlTokens.Token> tokens = SqlTokens.of(text);
    boolean enclosed = tokens.size() == 1 && tokens.get(0).isGroup();
    String expression = enclosed ? tokens.get(0).inner() : text;
    List<SqlTokens.Token> inner = SqlTokens.of(expression);
    boolean name = inner.size() == 1 && (inner.get(0).isWord() || inner.get(0).isQuotedName());
    return name
        ? IndexPart.column(names.ofText(expression))
        : IndexPart.expression(names.cut(expression));
  }

  private Index index(String name, List<IndexPart> parts, boolean unique, @Nullable String text) {
    String options = text == null ? "" : text;
    return new Index(
        name,
        parts,
        unique,
        Optional.empty(),
        IndexOptions.where(options).map(names::cut),
        IndexOptions.include(options).stream().map(names::ofText).toList(),
        IndexOptions.nullsDistinct(options));
  }
}
