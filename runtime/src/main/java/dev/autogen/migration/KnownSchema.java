package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/**
 * The schema as a migration's steps leave it, as far as it is known: where short forms such as
 * {@code dropTable("users")} find the definition of what they name.
 *
 * <p>What is not known has a definition that holds only the name. A change that the schema cannot
 * take is passed over: plain SQL, which nobody replays, may have made what it needs.
 *
 * @param schema the schema, of which anything may be missing
 */
public record KnownSchema(Schema schema) {

  /** What is known after one change more. */
  public KnownSchema after(Change change) {
    try {
      return new KnownSchema(change.applyTo(schema));
    } catch (SchemaException unknown) {
      return this;
    }
  }

  public Table table(QualifiedName name) {
    return find(name).orElseGet(() -> Table.named(name));
  }

  /** The column, of type {@link ColumnType#UNKNOWN} if it is not known. */
  public Column column(QualifiedName table, String name) {
    return find(table)
        .flatMap(found -> found.columns().find(name))
        .orElseGet(() -> Column.of(name, ColumnType.UNKNOWN));
  }

  /** The index, without keys if it is not known. */
  public Index index(QualifiedName table, String name) {
    return find(table).flatMap(found -> found.indexes().find(name)).orElseGet(() -> Index.of(name));
  }

  /** The key, without columns if it is not known. */
  public PrimaryKey primaryKey(QualifiedName table, String name) {
    return constraint(table, name, PrimaryKey.class)
        .orElseGet(() -> new PrimaryKey(name, List.of()));
  }

  /** The constraint, without columns if it is not known. */
  public UniqueKey unique(QualifiedName table, String name) {
    return constraint(table, name, UniqueKey.class).orElseGet(() -> UniqueKey.of(name, List.of()));
  }

  /** The check, with the condition {@code ?} if it is not known. */
  public Check check(QualifiedName table, String name) {
    return constraint(table, name, Check.class).orElseGet(() -> new Check(name, "?"));
  }

  /** The foreign key, without columns and to a table without a name if it is not known. */
  public ForeignKey foreignKey(QualifiedName table, String name) {
    return constraint(table, name, ForeignKey.class)
        .orElseGet(() -> ForeignKey.of(name, List.of(), QualifiedName.of(""), List.of()));
  }

  /** The sequence, counting from 1 by 1 if it is not known. */
  public Sequence sequence(QualifiedName name) {
    return schema
        .sequences()
        .find(name.toString())
        .filter(found -> found.name().equals(name))
        .orElseGet(() -> Sequence.of(name, 1, 1));
  }

  /** The enum type, without labels if it is not known. */
  public EnumType enumType(QualifiedName name) {
    return schema
        .enumTypes()
        .find(name.toString())
        .filter(found -> found.name().equals(name))
        .orElseGet(() -> new EnumType(name, List.of()));
  }

  private Optional<Table> find(QualifiedName name) {
    return schema.tables().find(name.toString()).filter(found -> found.name().equals(name));
  }

  private <C extends Constraint> Optional<C> constraint(
      QualifiedName table, String name, Class<C> kind) {
    return find(table)
        .flatMap(found -> found.constraints().find(name))
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
