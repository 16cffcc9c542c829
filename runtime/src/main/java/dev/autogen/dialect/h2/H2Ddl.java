package dev.autogen.dialect.h2;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.DropEnumType;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.StandardDdl;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** H2's DDL. What H2 has no statement for is refused. */
final class H2Ddl extends StandardDdl {

  private final String defaultSchema;

  /**
   * @param defaultSchema the schema that the connection starts in, as the model spells it
   */
  H2Ddl(Dialect dialect, String defaultSchema) {
    super(dialect, new H2Definitions(dialect));
    this.defaultSchema = defaultSchema;
  }

  /** A target without a schema is looked for where the table is that refers to it. */
  @Override
  public List<String> addConstraint(AddConstraint change) {
    if (change.constraint() instanceof ForeignKey key
        && key.target().schema().isEmpty()
        && !change.table().schema().isEmpty()) {
      QualifiedName target = new QualifiedName(defaultSchema, key.target().name());
      return super.addConstraint(new AddConstraint(change.table(), key.withTarget(target)));
    }
    return super.addConstraint(change);
  }

  @Override
  public List<String> renameTable(RenameTable change) {
    requireSameSchema("table", change.from(), change.to());
    return List.of(alter(change.from()) + "rename to " + dialect.identifier(change.to().name()));
  }

  /** H2 forgets a default that does not fit the new type, so it is always stated again. */
  @Override
  protected boolean castsByItself(AlterColumn change) {
    return false;
  }

  @Override
  protected List<String> setType(AlterColumn change) {
    Column to = change.to();
    to.collation().ifPresent(definitions::collation);
    List<String> statements = new ArrayList<>();
    statements.add(
        alter(change.table(), to)
            + "set data type "
            + definitions.type(to)
            + H2Conversions.using(dialect, change));
    if (change.from().identity().isPresent() && to.identity().isPresent()) {
      statements.add(alter(change.table(), to) + numbersOf(to.identity().get()));
    }
    return statements;
  }

  /** The sequence behind a column keeps the limit of the old type, unless told to take the new. */
  private static String numbersOf(Identity identity) {
    return identity.increment() > 0 ? "set no maxvalue" : "set no minvalue";
  }

  /** What a computed column is can be said only by defining it anew, type and all. */
  @Override
  public List<String> alterColumn(AlterColumn change) {
    boolean computed = change.from().generated().isPresent() && change.to().generated().isPresent();
    boolean defined = !Set.of(Facet.COMMENT).containsAll(change.facets());
    if (!computed || !defined || change.facets().contains(Facet.GENERATED)) {
      return super.alterColumn(change);
    }
    List<String> statements = new ArrayList<>(regenerate(change));
    if (change.facets().contains(Facet.COMMENT)) {
      statements.add(comment(change.table(), change.to().name(), change.to().comment()));
    }
    return statements;
  }

  @Override
  protected List<String> beforeIdentity(AlterColumn change) {
    return change.to().identity().isPresent()
        ? List.of()
        : List.of(alter(change.table(), change.to()) + "drop identity");
  }

  /**
   * The start value can be stated only by defining the column anew, which keeps its rows but not
   * its comment.
   */
  @Override
  protected List<String> setIdentity(AlterColumn change) {
    Column to = change.to();
    Identity identity = to.identity().orElseThrow();
    String column = alter(change.table(), to);
    List<String> statements = new ArrayList<>();
    statements.add(column + definitions.type(to) + " " + definitions.identity(identity));
    statements.add(column + "restart with " + next(change.table(), to.name(), identity));
    statements.addAll(keptComment(change));
    return statements;
  }

  /** The comment of a column that is defined anew; one that changes is set by itself. */
  private List<String> keptComment(AlterColumn change) {
    Column to = change.to();
    return to.comment().isPresent() && change.from().comment().equals(to.comment())
        ? List.of(comment(change.table(), to.name(), to.comment()))
        : List.of();
  }

  /** The model has 1 for what a sequence is made with. */
  @Override
  protected long cache(Sequence sequence) {
    return sequence.cache() == 1 ? H2Canonical.CACHE : sequence.cache();
  }

  private String next(QualifiedName table, String column, Identity identity) {
    String name = dialect.identifier(column);
    boolean up = identity.increment() > 0;
    return "(select %s(coalesce(%s(%s) + (%s), %s), %s) from %s)"
        .formatted(
            up ? "greatest" : "least",
            up ? "max" : "min",
            name,
            identity.increment(),
            identity.start(),
            identity.start(),
            dialect.identifier(table));
  }

  /** Defining the column anew computes it for the rows that are there. */
  @Override
  protected List<String> regenerate(AlterColumn change) {
    Column from = change.from();
    Column to = change.to();
    String column = alter(change.table(), to);
    if (to.generated().isPresent()) {
      List<String> statements = new ArrayList<>();
      if (from.identity().isPresent()) {
        statements.add(column + "drop identity");
      }
      from.defaultValue().ifPresent(value -> statements.add(column + "drop default"));
      statements.add(column + definitions.properties(to));
      if (to.nullable() && !from.nullable()) {
        statements.add(column + "drop not null");
      }
      statements.addAll(keptComment(change));
      return statements;
    }
    List<String> statements = new ArrayList<>();
    statements.add(column + "drop expression");
    Column plain = from.withGenerated(to.generated());
    AlterColumn rest =
        new AlterColumn(change.table(), plain, to.withComment(plain.comment()), change.fill());
    statements.addAll(alterColumn(rest));
    return statements;
  }

  /**
   * H2 cannot rename a sequence: another takes its place, and goes on where it was. Whether it
   * starts again after the last value is not to be had as a number, so such a one is refused.
   */
  @Override
  public List<String> renameSequence(RenameSequence change) {
    String name = dialect.identifier(change.to());
    return List.of(
        "create sequence %s start with %s increment by %s minvalue %s maxvalue %s cache %s"
            .formatted(
                name,
                of(change.from(), startUnlessCycling(change.to())),
                of(change.from(), "INCREMENT"),
                of(change.from(), "MINIMUM_VALUE"),
                of(change.from(), "MAXIMUM_VALUE"),
                of(change.from(), "CACHE")),
        "alter sequence " + name + " restart with " + of(change.from(), "BASE_VALUE"),
        "drop sequence " + dialect.identifier(change.from()));
  }

  private String startUnlessCycling(QualifiedName to) {
    return "case CYCLE_OPTION when 'NO' then START_VALUE else cast('Sequence ' || SEQUENCE_NAME || "
        + dialect.literal(" starts again after its last value: drop it, create " + to)
        + " as bigint) end";
  }

  private String of(QualifiedName sequence, String property) {
    String schema =
        sequence.schema().isEmpty()
            ? "CURRENT_SCHEMA"
            : dialect.literal(dialect.toDatabase(sequence.schema()));
    return "(select %s from INFORMATION_SCHEMA.SEQUENCES where SEQUENCE_SCHEMA = %s and SEQUENCE_NAME = %s)"
        .formatted(property, schema, dialect.literal(dialect.toDatabase(sequence.name())));
  }

  @Override
  public List<String> createEnumType(CreateEnumType change) {
    throw noEnumTypes(change.type().name());
  }

  @Override
  public List<String> dropEnumType(DropEnumType change) {
    throw noEnumTypes(change.type().name());
  }

  @Override
  public List<String> alterEnumType(AlterEnumType change) {
    throw noEnumTypes(change.from().name());
  }

  @Override
  public List<String> renameEnumType(RenameEnumType change) {
    throw noEnumTypes(change.from());
  }

  @Override
  public List<String> renameEnumLabel(RenameEnumLabel change) {
    throw noEnumTypes(change.type());
  }

  private static UnsupportedChangeException noEnumTypes(QualifiedName type) {
    return new UnsupportedChangeException(
        "H2 has no enum types with a name, so \""
            + type
            + "\" cannot be one: give the column a type of its own, enum('A', 'B').");
  }

  private static void requireSameSchema(String kind, QualifiedName from, QualifiedName to) {
    if (!from.schema().equals(to.schema())) {
      throw new UnsupportedChangeException(
          "H2 cannot move "
              + kind
              + " \""
              + from
              + "\" to another schema: create \""
              + to
              + "\", copy the rows and drop the old one.");
    }
  }
}
