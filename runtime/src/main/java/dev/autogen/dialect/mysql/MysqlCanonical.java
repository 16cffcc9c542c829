package dev.autogen.dialect.mysql;

import dev.autogen.schema.ByName;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.IndexPart.Nulls;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What MySQL and its descendants do not tell apart, in one spelling.
 *
 * @param types the canonical spelling of a type
 * @param collations which collations go without saying
 */
public record MysqlCanonical(UnaryOperator<ColumnType> types, MysqlCollations collations) {

  /** The usual access method. */
  private static final String BTREE = "btree";

  public Schema schema(Schema schema) {
    return schema.withTables(schema.tables().map(this::table));
  }

  private Table table(Table declared) {
    Table table = named(declared);
    ByName<Index> indexes =
        table.indexes().map(MysqlCanonical::index).filter(index -> !isOfForeignKey(index, table));
    ByName<Constraint> constraints = table.constraints().map(MysqlCanonical::constraint);
    for (Index key : indexes.filter(MysqlCanonical::isUniqueKey)) {
      if (!constraints.contains(key.name())) {
        constraints = constraints.plus(UniqueKey.of(key.name(), key.columns()));
        indexes = indexes.minus(key.name());
      }
    }
    MysqlCollations own = collations.of(table);
    return table
        .withColumns(table.columns().map(column -> column(column, own)))
        .withConstraints(constraints)
        .withIndexes(indexes)
        .withComment(table.comment().filter(text -> !text.isEmpty()));
  }

  /** A table whose expressions name its columns in no quotes that would make strings of them. */
  private static Table named(Table table) {
    Table named = table.rewriting(new MysqlColumnNames(table)::withoutStandardQuotes);
    return named.withColumns(
        named.columns().map(c -> c.withDefaultValue(table.column(c.name()).defaultValue())));
  }

  private Column column(Column column, MysqlCollations own) {
    MysqlCollations.Collated type = own.split(types.apply(column.type()));
    Optional<String> collation = column.collation().or(type::collation);
    return new Column(
        column.name(),
        type.type(),
        column.nullable(),
        column
            .defaultValue()
            .map(value -> MysqlExpressions.defaultValue(value, type.type()))
            .filter(value -> !value.equalsIgnoreCase("null")),
        column.identity().map(identity -> Identity.of(Identity.Mode.BY_DEFAULT)),
        column
            .generated()
            .map(g -> new Generated(MysqlExpressions.unenclosed(g.expression()), g.stored())),
        collation.flatMap(own::told).filter(text -> MysqlTypes.isText(type.type())),
        column.comment().filter(text -> !text.isEmpty()));
  }

  private static Constraint constraint(Constraint constraint) {
    if (constraint instanceof Check check) {
      return new Check(check.name(), MysqlExpressions.unenclosed(check.expression()));
    }
    return constraint instanceof PrimaryKey
        ? constraint.withName(MysqlNames.PRIMARY_KEY)
        : constraint;
  }

  private static Index index(Index index) {
    return new Index(
        index.name(),
        index.parts().stream().map(MysqlCanonical::part).toList(),
        index.unique(),
        index.method().filter(method -> !method.equalsIgnoreCase(BTREE)),
        index.where(),
        index.include(),
        index.nullsDistinct() || !index.unique());
  }

  /** Rows without a value come first, ascending; nothing else can be had. */
  private static IndexPart part(IndexPart part) {
    Nulls usual = part.descending() ? Nulls.LAST : Nulls.FIRST;
    IndexPart plain = part.nulls() == usual ? part.withNulls(Nulls.DEFAULT) : part;
    return plain.expression() ? plain.withText(MysqlExpressions.unenclosed(plain.text())) : plain;
  }

  /** Whether an index is the one that the database makes for a foreign key of the table. */
  private static boolean isOfForeignKey(Index index, Table table) {
    return table
        .constraints(ForeignKey.class)
        .anyMatch(
            key ->
                index.equals(Index.of(key.name(), key.columns().toArray(String[]::new)))
                    || key.name().contains("_ibfk_")
                        && index.equals(
                            Index.of(key.columns().get(0), key.columns().toArray(String[]::new))));
  }

  /** Whether a unique index is what a unique key makes: the two are one thing here. */
  private static boolean isUniqueKey(Index index) {
    List<IndexPart> parts = index.parts();
    return index.unique()
        && index.method().isEmpty()
        && index.where().isEmpty()
        && index.include().isEmpty()
        && parts.stream().allMatch(part -> part.equals(IndexPart.column(part.text())));
  }
}
