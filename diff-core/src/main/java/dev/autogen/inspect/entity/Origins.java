package dev.autogen.inspect.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/**
 * Which entity each table comes from ({@code com.shop.User}, {@code com.shop.User.roles}), and
 * which attribute each column ({@code User.address.street}).
 */
final class Origins {

  private final Map<Table, String> tables = new IdentityHashMap<>();
  private final Map<Table, Map<String, String>> columns = new IdentityHashMap<>();

  private Origins() {}

  static Origins read(MetadataImplementor metadata) {
    Origins origins = new Origins();
    List<PersistentClass> entities = new ArrayList<>(metadata.getEntityBindings());
    entities.sort(
        Comparator.<PersistentClass>comparingInt(entity -> depth(entity))
            .thenComparing(PersistentClass::getEntityName));
    entities.forEach(origins::addEntity);
    metadata.getCollectionBindings().stream()
        .sorted(Comparator.comparing(Collection::getRole))
        .forEach(origins::addCollection);
    return origins;
  }

  /** Superclasses first: of a table that a hierarchy shares, the root is the origin. */
  private static int depth(PersistentClass entity) {
    int depth = 0;
    for (PersistentClass above = entity.getSuperclass();
        above != null;
        above = above.getSuperclass()) {
      depth++;
    }
    return depth;
  }

  private void addEntity(PersistentClass entity) {
    String name = name(entity);
    String prefix = simple(name) + ".";
    tables.putIfAbsent(entity.getTable(), name);
    for (Join join : entity.getJoins()) {
      tables.putIfAbsent(join.getTable(), name);
      add(join.getTable(), join.getKey(), prefix + identifierName(entity));
    }
    addIdentifier(entity, prefix);
    for (Property property : entity.getPropertyClosure()) {
      add(entity.getTable(), property, prefix);
    }
    for (Join join : entity.getJoins()) {
      join.getProperties().forEach(property -> add(join.getTable(), property, prefix));
    }
  }

  private void addIdentifier(PersistentClass entity, String prefix) {
    Table table = entity.getTable();
    Property identifier = entity.getIdentifierProperty();
    if (identifier != null) {
      add(table, identifier, prefix);
    } else if (entity.getIdentifier() instanceof Component component) {
      component.getProperties().forEach(property -> add(table, property, prefix));
    }
    add(table, entity.getKey(), prefix + identifierName(entity));
  }

  private static String identifierName(PersistentClass entity) {
    Property identifier = entity.getIdentifierProperty();
    return identifier == null ? "id" : identifier.getName();
  }

  private void add(Table table, Property property, String prefix) {
    String path = prefix + property.getName();
    if (property.getValue() instanceof Component component) {
      addParts(table, component, path);
    } else if (!(property.getValue() instanceof Collection)) {
      add(table, property.getValue(), path);
    }
  }

  private void addParts(Table table, Component component, String path) {
    Column whole = component.getAggregateColumn();
    if (whole != null) {
      put(table, whole, path);
      return;
    }
    component.getProperties().forEach(part -> add(table, part, path + "."));
  }

  private void add(Table table, Value value, String path) {
    for (var selectable : value.getSelectables()) {
      if (selectable instanceof Column column) {
        put(table, column, path);
      }
    }
  }

  private void put(Table table, Column column, String path) {
    columns.computeIfAbsent(table, key -> new HashMap<>()).putIfAbsent(column.getName(), path);
  }

  private void addCollection(Collection collection) {
    String owner = name(collection.getOwner());
    String attribute = collection.getRole().substring(collection.getOwnerEntityName().length());
    String path = simple(owner) + attribute;
    Table table = collection.getCollectionTable();
    if (!collection.isOneToMany()) {
      tables.putIfAbsent(table, owner + attribute);
      add(table, collection.getElement(), path);
      if (collection.getElement() instanceof Component component) {
        columns.remove(table);
        addParts(table, component, path);
      }
    }
    add(table, collection.getKey(), path);
    if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
      add(table, indexed.getIndex(), path);
    }
    if (collection instanceof IdentifierCollection identified) {
      add(table, identified.getIdentifier(), path);
    }
  }

  private static String name(PersistentClass entity) {
    String className = entity.getClassName();
    return className == null ? entity.getEntityName() : className;
  }

  private static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** The origin of a table, or {@code other} where no entity has it. */
  String of(Table table, String other) {
    return tables.getOrDefault(table, other);
  }

  /** The origin of a column; a column that no attribute has comes from its table's. */
  String of(Table table, Column column, String tableOrigin) {
    return columns.getOrDefault(table, Map.of()).getOrDefault(column.getName(), tableOrigin);
  }
}
