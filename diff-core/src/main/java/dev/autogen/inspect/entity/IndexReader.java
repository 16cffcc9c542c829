package dev.autogen.inspect.entity;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Reads one index of the bound mapping. */
final class IndexReader {

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

  private IndexPart part(Selectable key, @Nullable String order) {
    IndexPart part = part(key);
    String direction = order == null ? "" : order.toLowerCase(Locale.ROOT);
    IndexPart directed = part.withDescending(direction.contains("desc"));
    if (direction.contains("nulls first")) {
      return directed.withNulls(IndexPart.Nulls.FIRST);
    }
    return direction.contains("nulls last") ? directed.withNulls(IndexPart.Nulls.LAST) : directed;
  }

  private IndexPart part(Selectable key) {
    if (key instanceof Column column) {
      return column.getName().contains("(")
          ? IndexPart.expression(column.getName())
          : IndexPart.column(names.of(column));
    }
    String text = key.getText(boot.hibernateDialect()).strip();
    List<SqlTokens.Token> tokens = SqlTokens.of(text);
    boolean enclosed = tokens.size() == 1 && tokens.get(0).isGroup();
    return IndexPart.expression(enclosed ? tokens.get(0).inner() : text);
  }

  private Index index(String name, List<IndexPart> parts, boolean unique, @Nullable String text) {
    String options = text == null ? "" : text;
    return new Index(
        name,
        parts,
        unique,
        Optional.empty(),
        IndexOptions.where(options),
        IndexOptions.include(options).stream().map(names::ofText).toList(),
        IndexOptions.nullsDistinct(options));
  }
}
