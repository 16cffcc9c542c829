package dev.autogen.change;

import dev.autogen.change.Description.Sign;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Changes to columns. */
public sealed interface ColumnChange extends Change {

  /** The table that has the column. */
  QualifiedName table();

  /**
   * A new column. {@code fill} is a SQL expression for the rows that are there already, for a
   * column that must have a value and has no default.
   */
  record AddColumn(QualifiedName table, Column column, Optional<String> fill)
      implements ColumnChange {
    /** A column whose new rows need no filling. */
    public AddColumn(QualifiedName table, Column column) {
      this(table, column, Optional.empty());
    }

    @Override
    public ObjectName object() {
      return ObjectName.column(table, column.name());
    }

    @Override
    public Change reverse() {
      return new DropColumn(table, column, fill);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.editing(table, t -> t.withColumns(t.columns().plus(column)));
    }

    @Override
    public Description describe() {
      return new Description(Sign.ADDED, "column", table + "." + column.name(), summary(column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addColumn(this);
    }
  }

  /**
   * A column removed; it carries what it drops, and {@code fill} for the rows should it come back.
   */
  record DropColumn(QualifiedName table, Column column, Optional<String> fill)
      implements ColumnChange {
    /** A column that can come back as it is. */
    public DropColumn(QualifiedName table, Column column) {
      this(table, column, Optional.empty());
    }

    @Override
    public ObjectName object() {
      return ObjectName.column(table, column.name());
    }

    @Override
    public Change reverse() {
      return new AddColumn(table, column, fill);
    }

    @Override
    public Schema applyTo(Schema schema) {
      schema.table(table).column(column.name());
      schema.table(table).requireUnused(column.name());
      return schema.editing(table, t -> t.withColumns(t.columns().minus(column.name())));
    }

    @Override
    public Description describe() {
      return new Description(Sign.REMOVED, "column", table + "." + column.name(), summary(column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropColumn(this);
    }
  }

  /**
   * A column redefined under the same name. {@code fill} is a SQL expression for rows without a
   * value when a value becomes required.
   */
  record AlterColumn(QualifiedName table, Column from, Column to, Optional<String> fill)
      implements ColumnChange {
    /** What can differ between the two sides. */
    public enum Facet {
      TYPE,
      NULLABILITY,
      DEFAULT,
      IDENTITY,
      GENERATED,
      COLLATION,
      COMMENT
    }

    /** A redefinition that needs no filling. */
    public AlterColumn(QualifiedName table, Column from, Column to) {
      this(table, from, to, Optional.empty());
    }

    /** What differs: worked out rather than stored, so it cannot disagree with the two sides. */
    public Set<Facet> facets() {
      Set<Facet> facets = EnumSet.noneOf(Facet.class);
      addUnlessEqual(facets, Facet.TYPE, from.type(), to.type());
      addUnlessEqual(facets, Facet.NULLABILITY, from.nullable(), to.nullable());
      addUnlessEqual(facets, Facet.DEFAULT, from.defaultValue(), to.defaultValue());
      addUnlessEqual(facets, Facet.IDENTITY, from.identity(), to.identity());
      addUnlessEqual(facets, Facet.GENERATED, from.generated(), to.generated());
      addUnlessEqual(facets, Facet.COLLATION, from.collation(), to.collation());
      addUnlessEqual(facets, Facet.COMMENT, from.comment(), to.comment());
      return facets;
    }

    private static void addUnlessEqual(Set<Facet> facets, Facet facet, Object from, Object to) {
      if (!Objects.equals(from, to)) {
        facets.add(facet);
      }
    }

    private String detail() {
      List<String> parts = new ArrayList<>();
      for (Facet facet : facets()) {
        parts.add(
            switch (facet) {
              case TYPE -> from.type() + " → " + to.type();
              case NULLABILITY -> to.nullable() ? "not null → null" : "null → not null";
              case DEFAULT ->
                  "default "
                      + from.defaultValue().orElse("none")
                      + " → "
                      + to.defaultValue().orElse("none");
              case IDENTITY -> "identity " + identity(from) + " → " + identity(to);
              case GENERATED -> "generated " + generated(from) + " → " + generated(to);
              case COLLATION ->
                  "collation "
                      + from.collation().orElse("default")
                      + " → "
                      + to.collation().orElse("default");
              case COMMENT -> to.comment().map(c -> "comment " + c).orElse("comment removed");
            });
      }
      return String.join(", ", parts);
    }

    private static String identity(Column column) {
      return column
          .identity()
          .map(i -> i.mode().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
          .orElse("none");
    }

    private static String generated(Column column) {
      return column.generated().map(g -> g.expression()).orElse("none");
    }

    @Override
    public ObjectName object() {
      return ObjectName.column(table, from.name());
    }

    @Override
    public Change reverse() {
      return new AlterColumn(table, to, from, fill);
    }

    @Override
    public Schema applyTo(Schema schema) {
      schema.table(table).column(from.name());
      return schema.editing(table, t -> t.withColumns(t.columns().replacing(from.name(), to)));
    }

    @Override
    public Description describe() {
      return new Description(Sign.CHANGED, "column", table + "." + to.name(), detail());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterColumn(this);
    }
  }

  /** A column kept under another name: its values, keys and indexes stay. */
  record RenameColumn(QualifiedName table, String from, String to) implements ColumnChange {
    @Override
    public ObjectName object() {
      return ObjectName.column(table, from);
    }

    @Override
    public Change reverse() {
      return new RenameColumn(table, to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      schema.table(table).column(from);
      return schema.withTables(schema.tables().map(this::renameIn));
    }

    @Override
    public Description describe() {
      return new Description(Sign.RENAMED, "column", table + "." + from, "→ " + to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameColumn(this);
    }

    private Table renameIn(Table other) {
      Table own = other.name().equals(table) ? other.renamingColumn(from, to) : other;
      return own.withConstraints(
          own.constraints()
              .map(
                  constraint ->
                      constraint instanceof ForeignKey key && key.target().equals(table)
                          ? key.renamingTargetColumn(from, to)
                          : constraint));
    }
  }

  /**
   * Values kept under other names, in the rows that hold them: of an enum stored as text, whose
   * constants have new names. All at once, for one may take the name that another gives up. What
   * the column takes is changed by changes of their own.
   *
   * @param names old names and new ones: no name comes twice on a side
   */
  record RenameValue(QualifiedName table, String column, Map<String, String> names)
      implements ColumnChange {
    public RenameValue {
      names = Collections.unmodifiableMap(new TreeMap<>(names));
      if (new HashSet<>(names.values()).size() != names.size()) {
        throw new SchemaException(
            "Cannot give two values of column \""
                + table
                + "."
                + column
                + "\" one name: no downgrade could tell them apart.");
      }
    }

    public RenameValue(QualifiedName table, String column, String from, String to) {
      this(table, column, Map.of(from, to));
    }

    @Override
    public ObjectName object() {
      return ObjectName.column(table, column);
    }

    @Override
    public Change reverse() {
      Map<String, String> back = new TreeMap<>();
      names.forEach((from, to) -> back.put(to, from));
      return new RenameValue(table, column, back);
    }

    @Override
    public Schema applyTo(Schema schema) {
      schema.table(table).column(column);
      return schema;
    }

    @Override
    public Description describe() {
      String values =
          names.entrySet().stream()
              .map(name -> name.getKey() + " → " + name.getValue())
              .collect(Collectors.joining(", "));
      return names.size() == 1
          ? new Description(
              Sign.RENAMED,
              "value",
              table + "." + column + "." + names.keySet().iterator().next(),
              "→ " + names.values().iterator().next())
          : new Description(Sign.RENAMED, "values", table + "." + column, values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameValue(this);
    }
  }

  private static String summary(Column column) {
    return column.type()
        + (column.nullable() ? "" : " not null")
        + column.defaultValue().map(value -> " default " + value).orElse("");
  }
}
