package dev.autogen.inspect.entity;

import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.unique.CreateTableUniqueDelegate;
import org.hibernate.dialect.unique.UniqueDelegate;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the unique keys of a table as Hibernate's DDL makes them. Some databases get them within
 * {@code create table}, where only a stated name is written; the others one by one, by name.
 */
final class UniqueReader {

  private final boolean withinCreate;
  private final UniqueDelegate delegate;
  private final SqlStringGenerationContext context;
  private final ModelNames names;

  UniqueReader(BootMetadata boot, ModelNames names) {
    this.delegate = boot.hibernateDialect().getUniqueDelegate();
    this.withinCreate = delegate instanceof CreateTableUniqueDelegate;
    this.context = boot.sqlContext();
    this.names = names;
  }

  /**
   * A unique key.
   *
   * @param name its name, or the empty string where the database gives it one
   * @param columns its columns
   * @param implicit whether nobody stated the name
   * @param options the SQL behind it
   */
  record DeclaredUnique(String name, List<String> columns, boolean implicit, String options) {

    UniqueKey key(String finalName) {
      return new UniqueKey(
          finalName,
          columns,
          IndexOptions.nullsDistinct(options),
          IndexOptions.deferrability(options));
    }
  }

  /**
   * @param definedUnique columns whose definition says UNIQUE
   */
  List<DeclaredUnique> read(Table table, List<String> definedUnique) {
    List<DeclaredUnique> found = new ArrayList<>();
    for (Column column : table.getColumns()) {
      String name = names.of(column);
      if (column.isUnique() && !table.isPrimaryKey(column)) {
        found.add(ofColumn(column, name));
      } else if (definedUnique.contains(name)) {
        found.add(new DeclaredUnique("", List.of(name), true, ""));
      }
    }
    for (org.hibernate.mapping.UniqueKey key : table.getUniqueKeys().values()) {
      if (!isIndex(key) && !(withinCreate && isUniqueColumn(table, key))) {
        boolean unnamed = withinCreate && !key.isNameExplicit();
        found.add(
            new DeclaredUnique(
                unnamed ? "" : names.ofText(key.getName()),
                names.of(key.getColumns()),
                !key.isNameExplicit(),
                key.getOptions() == null ? "" : key.getOptions()));
      }
    }
    return withoutRepeated(found);
  }

  private DeclaredUnique ofColumn(Column column, String name) {
    String hash = column.getUniqueKeyName();
    boolean withinColumn =
        !delegate.getColumnDefinitionUniquenessFragment(column, context).isEmpty();
    boolean unnamed = withinCreate || withinColumn || hash == null;
    return new DeclaredUnique(unnamed ? "" : names.ofText(hash), List.of(name), true, "");
  }

  /** The unique keys that say what only an index can. */
  List<org.hibernate.mapping.UniqueKey> indexes(Table table) {
    return table.getUniqueKeys().values().stream().filter(UniqueReader::isIndex).toList();
  }

  private static boolean isIndex(org.hibernate.mapping.UniqueKey key) {
    return !key.getColumnOrderMap().isEmpty()
        || isPartial(key.getOptions())
        || key.getColumns().stream().anyMatch(column -> column.getName().contains("("));
  }

  private static boolean isPartial(@Nullable String options) {
    return options != null && IndexOptions.where(options).isPresent();
  }

  private static boolean isUniqueColumn(Table table, org.hibernate.mapping.UniqueKey key) {
    if (key.getColumns().size() != 1) {
      return false;
    }
    Column column = table.getColumn(key.getColumn(0));
    return key.getColumn(0).isUnique() || (column != null && column.isUnique());
  }

  /** Of two on the same columns a database keeps one: the named one, if there is one. */
  private static List<DeclaredUnique> withoutRepeated(List<DeclaredUnique> all) {
    Set<List<String>> named = new HashSet<>();
    all.stream().filter(key -> !key.implicit()).forEach(key -> named.add(key.columns()));
    List<DeclaredUnique> kept = new ArrayList<>();
    for (DeclaredUnique key : all) {
      if (!key.implicit() || named.add(key.columns())) {
        kept.add(key);
      }
    }
    return kept;
  }
}
