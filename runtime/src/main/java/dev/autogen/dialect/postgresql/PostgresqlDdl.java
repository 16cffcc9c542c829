package dev.autogen.dialect.postgresql;

import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.DropEnumType;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.AlterTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.StandardDdl;
import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** PostgreSQL's DDL. */
final class PostgresqlDdl extends StandardDdl {

  /** The first version that can change the expression of a generated column. */
  private static final int SET_EXPRESSION = 17;

  /** PostgreSQL 13 brought a column that keeps its values and is computed no more. */
  private static final int DROP_EXPRESSION = 13;

  /** What the name of a thing begins with while it is on its way. */
  private static final String MOVING = "autogen_moving_";

  private final String defaultSchema;
  private final PostgresqlIdentity identity;
  private final PostgresqlEnums enums;

  /**
   * @param defaultSchema the schema that names without one mean
   */
  PostgresqlDdl(PostgresqlDialect dialect, String defaultSchema) {
    super(dialect, new PostgresqlDefinitions(dialect));
    this.defaultSchema = defaultSchema;
    this.identity = new PostgresqlIdentity(dialect, definitions);
    this.enums = new PostgresqlEnums(dialect);
  }

  @Override
  public List<String> createTable(CreateTable change) {
    List<String> statements = new ArrayList<>(super.createTable(change));
    change.definition().columns().stream()
        .filter(PostgresqlDefinitions::isSerial)
        .forEach(
            column -> statements.addAll(identity.adjusted(change.definition().name(), column)));
    return statements;
  }

  @Override
  public List<String> addColumn(AddColumn change) {
    List<String> statements = new ArrayList<>(super.addColumn(change));
    if (PostgresqlDefinitions.isSerial(change.column())) {
      statements.addAll(identity.adjusted(change.table(), change.column()));
    }
    return statements;
  }

  @Override
  public List<String> renameTable(RenameTable change) {
    return renamed("table", change.from(), change.to());
  }

  @Override
  public List<String> renameSequence(RenameSequence change) {
    return renamed("sequence", change.from(), change.to());
  }

  @Override
  public List<String> renameEnumType(RenameEnumType change) {
    return renamed("type", change.from(), change.to());
  }

  @Override
  public List<String> alterTable(AlterTable change) {
    SortedMap<String, String> options = dialect.tableOptions().changed(change.from(), change.to());
    List<String> set = new ArrayList<>();
    List<String> reset = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    options.forEach(
        (name, value) -> {
          if (name.equals(PostgresqlTableOptions.TABLESPACE)) {
            statements.add(alter(change.table()) + "set tablespace " + dialect.identifier(value));
          } else if (name.equals(PostgresqlTableOptions.METHOD)) {
            statements.add(
                alter(change.table()) + "set access method " + dialect.identifier(value));
          } else if (value.isEmpty()) {
            reset.add(name);
          } else {
            set.add(name + " = " + value);
          }
        });
    if (!reset.isEmpty()) {
      statements.add(alter(change.table()) + "reset (" + String.join(", ", reset) + ")");
    }
    if (!set.isEmpty()) {
      statements.add(alter(change.table()) + "set (" + String.join(", ", set) + ")");
    }
    return statements;
  }

  /** On the way to another schema under another name, a name that nothing has in either. */
  private List<String> renamed(String kind, QualifiedName from, QualifiedName to) {
    boolean moves = !from.schema().equals(to.schema());
    boolean both = moves && !from.name().equals(to.name());
    QualifiedName between = both ? from.named(dialect.kept(MOVING + from.name())) : from;
    List<String> statements = new ArrayList<>(renamedOnly(kind, from, between.name()));
    if (moves) {
      String schema = to.schema().isEmpty() ? defaultSchema : to.schema();
      statements.add(
          "alter %s %s set schema %s"
              .formatted(kind, name(kind, between), dialect.identifier(schema)));
    }
    statements.addAll(renamedOnly(kind, to.named(between.name()), to.name()));
    return statements;
  }

  private List<String> renamedOnly(String kind, QualifiedName from, String to) {
    return from.name().equals(to)
        ? List.of()
        : List.of(
            "alter %s %s rename to %s"
                .formatted(kind, name(kind, from), name(kind, QualifiedName.of(to))));
  }

  private String name(String kind, QualifiedName name) {
    return kind.equals("type") ? dialect.named(name).sql() : dialect.identifier(name);
  }

  @Override
  protected boolean castsByItself(AlterColumn change) {
    return PostgresqlConversions.byAssignment(dialect, change);
  }

  @Override
  protected List<String> setType(AlterColumn change) {
    Column to = change.to();
    List<String> statements = new ArrayList<>();
    statements.add(
        alter(change.table(), to)
            + "type "
            + definitions.type(to)
            + collation(change)
            + PostgresqlConversions.using(dialect, change).map(sql -> " using " + sql).orElse(""));
    identity.retyped(change.table(), change.from(), to).ifPresent(statements::add);
    return statements;
  }

  /** Left out, the collation becomes the type's own. */
  private String collation(AlterColumn change) {
    return change.to().collation().map(name -> " " + definitions.collation(name)).orElse("");
  }

  @Override
  protected List<String> beforeIdentity(AlterColumn change) {
    return identity.before(change.table(), change.from(), change.to());
  }

  @Override
  protected List<String> setIdentity(AlterColumn change) {
    return identity.set(change.table(), change.from(), change.to());
  }

  /**
   * An expression is changed or dropped in place where PostgreSQL can. Elsewhere the column is made
   * again: the rows' values are computed then, or taken over from the old column.
   */
  @Override
  protected List<String> regenerate(AlterColumn change) {
    if (isMadeAnew(change)) {
      return change.to().generated().isEmpty() ? materialize(change) : again(change);
    }
    return change.to().generated().isEmpty()
        ? dropExpression(change)
        : List.of(
            alter(change.table(), change.to())
                + "set expression as ("
                + PostgresqlExpressions.reparsed(change.to().generated().get().expression())
                + ")");
  }

  /**
   * Whether a column is dropped and added to be computed otherwise, or no longer or from now on.
   */
  boolean isMadeAnew(AlterColumn change) {
    Optional<Generated> from = change.from().generated();
    Optional<Generated> to = change.to().generated();
    if (from.equals(to)) {
      return false;
    }
    if (from.isPresent() && to.isEmpty()) {
      return !from.get().stored() || !dialect.version().atLeast(DROP_EXPRESSION, 0);
    }
    boolean inPlace =
        from.isPresent()
            && from.get().stored() == to.orElseThrow().stored()
            && dialect.version().atLeast(SET_EXPRESSION, 0)
            && Set.of(Facet.GENERATED, Facet.COMMENT).containsAll(change.facets());
    return !inPlace;
  }

  private List<String> dropExpression(AlterColumn change) {
    List<String> statements = new ArrayList<>();
    statements.add(alter(change.table(), change.from()) + "drop expression");
    Column plain = change.from().withGenerated(Optional.empty());
    Column to = change.to().withComment(plain.comment());
    statements.addAll(alterColumn(new AlterColumn(change.table(), plain, to, change.fill())));
    return statements;
  }

  /** A column made again with what it shows: it was never stored, or cannot be made plain. */
  private List<String> materialize(AlterColumn change) {
    Column to = change.to().withComment(Optional.empty());
    String expression = change.from().generated().orElseThrow().expression();
    List<String> statements = new ArrayList<>();
    statements.addAll(dropColumn(new DropColumn(change.table(), change.from())));
    statements.addAll(addColumn(new AddColumn(change.table(), to.withNullable(true))));
    statements.add(
        "update %s set %s = (%s)"
            .formatted(
                dialect.identifier(change.table()), dialect.identifier(to.name()), expression));
    if (!to.nullable()) {
      statements.add(alter(change.table(), to) + "set not null");
    }
    statements.addAll(commentKept(change));
    return statements;
  }

  private List<String> again(AlterColumn change) {
    List<String> statements = new ArrayList<>();
    statements.addAll(dropColumn(new DropColumn(change.table(), change.from())));
    statements.addAll(
        addColumn(new AddColumn(change.table(), change.to().withComment(Optional.empty()))));
    statements.addAll(commentKept(change));
    return statements;
  }

  /** A comment that goes with a column which is made again; a changed one is set anyway. */
  private List<String> commentKept(AlterColumn change) {
    Optional<String> text = change.to().comment();
    return text.isPresent() && !change.facets().contains(Facet.COMMENT)
        ? List.of(comment(change.table(), change.to().name(), text))
        : List.of();
  }

  @Override
  public List<String> createEnumType(CreateEnumType change) {
    return enums.create(change.type());
  }

  @Override
  public List<String> dropEnumType(DropEnumType change) {
    return enums.drop(change.type().name());
  }

  @Override
  public List<String> alterEnumType(AlterEnumType change) {
    return enums.alter(change);
  }

  @Override
  public List<String> renameEnumLabel(RenameEnumLabel change) {
    return List.of(
        "alter type %s rename value %s to %s"
            .formatted(
                dialect.named(change.type()).sql(),
                dialect.literal(change.from()),
                dialect.literal(change.to())));
  }
}
