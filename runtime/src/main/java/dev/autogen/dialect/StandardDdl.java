package dev.autogen.dialect;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.change.TableChange.AlterTable;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * DDL as the SQL standard has it, for a dialect to override where its database differs. Statements
 * come without closing semicolons, in the order in which they are to run. Does not look at rows and
 * never cascades.
 */
public abstract class StandardDdl implements Change.Visitor<List<String>> {

  protected final Dialect dialect;
  protected final Definitions definitions;

  protected StandardDdl(Dialect dialect, Definitions definitions) {
    this.dialect = dialect;
    this.definitions = definitions;
  }

  @Override
  public List<String> createSchema(CreateSchema change) {
    return List.of("create schema " + dialect.identifier(change.name()));
  }

  @Override
  public List<String> dropSchema(DropSchema change) {
    return List.of("drop schema " + dialect.identifier(change.name()) + " restrict");
  }

  @Override
  public List<String> createTable(CreateTable change) {
    Table table = change.definition();
    List<String> statements = new ArrayList<>();
    statements.add(tableStatement(table));
    table.comment().ifPresent(text -> statements.add(comment(table.name(), Optional.of(text))));
    for (Column column : table.columns()) {
      column
          .comment()
          .ifPresent(
              text -> statements.add(comment(table.name(), column.name(), column.comment())));
    }
    table.indexes().forEach(index -> statements.add(definitions.index(table.name(), index)));
    return statements;
  }

  private String tableStatement(Table table) {
    List<String> lines =
        Stream.concat(
                table.columns().stream().map(definitions::column),
                Stream.of(PrimaryKey.class, UniqueKey.class, Check.class, ForeignKey.class)
                    .flatMap(kind -> constraints(table, kind)))
            .toList();
    String head = "create table " + dialect.identifier(table.name());
    String body = lines.isEmpty() ? " ()" : " (\n  " + String.join(",\n  ", lines) + "\n)";
    return head + body + (table.options().isEmpty() ? "" : " " + table.options());
  }

  private Stream<String> constraints(Table table, Class<? extends Constraint> kind) {
    return table.constraints(kind).map(definitions::constraint);
  }

  @Override
  public List<String> dropTable(DropTable change) {
    return List.of("drop table " + dialect.identifier(change.definition().name()));
  }

  @Override
  public List<String> commentTable(CommentTable change) {
    return List.of(comment(change.table(), change.to()));
  }

  @Override
  public List<String> alterTable(AlterTable change) {
    throw new UnsupportedChangeException(
        "The options of table \""
            + change.table()
            + "\" cannot become \""
            + change.to()
            + "\": "
            + dialect.version().product()
            + " does not tell which ones a table has. Write the change into the migration with"
            + " op.execute(\"...\").");
  }

  @Override
  public List<String> addColumn(AddColumn change) {
    QualifiedName table = change.table();
    Column column = change.column();
    boolean filled = change.fill().isPresent() && !column.nullable();
    Column added = filled ? column.withNullable(true) : column;
    List<String> statements = new ArrayList<>();
    statements.add(alter(table) + "add column " + definitions.column(added));
    if (filled) {
      statements.add(fill(table, column.name(), change.fill().orElseThrow()));
      statements.add(alter(table, column) + "set not null");
    }
    if (column.comment().isPresent()) {
      statements.add(comment(table, column.name(), column.comment()));
    }
    return statements;
  }

  @Override
  public List<String> dropColumn(DropColumn change) {
    return List.of(
        alter(change.table()) + "drop column " + dialect.identifier(change.column().name()));
  }

  /**
   * An order in which each step is allowed: identity and default go before the type changes and
   * come after it; a value is required only once all rows have one, and before the database numbers
   * the column.
   */
  @Override
  public List<String> alterColumn(AlterColumn change) {
    Set<Facet> facets = change.facets();
    List<String> statements = new ArrayList<>();
    if (facets.contains(Facet.GENERATED)) {
      statements.addAll(regenerate(change));
    } else {
      statements.addAll(redefine(change, facets));
    }
    if (facets.contains(Facet.COMMENT)) {
      statements.add(comment(change.table(), change.to().name(), change.to().comment()));
    }
    return statements;
  }

  private List<String> redefine(AlterColumn change, Set<Facet> facets) {
    Column from = change.from();
    Column to = change.to();
    String column = alter(change.table(), to);
    boolean retyped = facets.contains(Facet.TYPE) || facets.contains(Facet.COLLATION);
    boolean restated =
        facets.contains(Facet.DEFAULT)
            || (retyped && from.defaultValue().isPresent() && !castsByItself(change));
    List<String> statements = new ArrayList<>();
    if (facets.contains(Facet.IDENTITY) && from.identity().isPresent()) {
      statements.addAll(beforeIdentity(change));
    }
    if (restated && from.defaultValue().isPresent() && (retyped || to.defaultValue().isEmpty())) {
      statements.add(column + "drop default");
    }
    if (retyped) {
      statements.addAll(setType(change));
    }
    statements.addAll(nullability(change, facets));
    if (restated && to.defaultValue().isPresent()) {
      statements.add(column + "set default " + to.defaultValue().get());
    }
    if (facets.contains(Facet.IDENTITY) && to.identity().isPresent()) {
      statements.addAll(setIdentity(change));
    }
    return statements;
  }

  private List<String> nullability(AlterColumn change, Set<Facet> facets) {
    Column to = change.to();
    if (!facets.contains(Facet.NULLABILITY)) {
      return List.of();
    }
    if (to.nullable()) {
      return List.of(alter(change.table(), to) + "drop not null");
    }
    List<String> statements = new ArrayList<>();
    change.fill().ifPresent(value -> statements.add(fill(change.table(), to.name(), value)));
    statements.add(alter(change.table(), to) + "set not null");
    return statements;
  }

  /** Whether values and default of the old type become the new one without being told how. */
  protected abstract boolean castsByItself(AlterColumn change);

  /** The type changed, with the collation. */
  protected abstract List<String> setType(AlterColumn change);

  /** What must happen to the identity that the column has before anything else changes. */
  protected abstract List<String> beforeIdentity(AlterColumn change);

  /** The column numbered as it shall be, once all else is changed, above the values it holds. */
  protected abstract List<String> setIdentity(AlterColumn change);

  /**
   * A column whose expression is added, changed or removed, and all else that changes but for the
   * comment.
   */
  protected abstract List<String> regenerate(AlterColumn change);

  @Override
  public List<String> renameColumn(RenameColumn change) {
    return List.of(
        alter(change.table())
            + "rename column "
            + dialect.identifier(change.from())
            + " to "
            + dialect.identifier(change.to()));
  }

  @Override
  public List<String> renameValue(RenameValue change) {
    return List.of(RenamedValues.update(dialect, change));
  }

  @Override
  public List<String> addConstraint(AddConstraint change) {
    return List.of(alter(change.table()) + "add " + definitions.constraint(change.constraint()));
  }

  @Override
  public List<String> dropConstraint(DropConstraint change) {
    return List.of(
        alter(change.table())
            + "drop constraint "
            + dialect.identifier(change.constraint().name()));
  }

  @Override
  public List<String> renameConstraint(RenameConstraint change) {
    return List.of(
        alter(change.table())
            + "rename constraint "
            + dialect.identifier(change.from())
            + " to "
            + dialect.identifier(change.to()));
  }

  @Override
  public List<String> createIndex(CreateIndex change) {
    return List.of(definitions.index(change.table(), change.index()));
  }

  @Override
  public List<String> dropIndex(DropIndex change) {
    return List.of("drop index " + dialect.identifier(change.table().named(change.index().name())));
  }

  @Override
  public List<String> renameIndex(RenameIndex change) {
    return List.of(
        "alter index "
            + dialect.identifier(change.table().named(change.from()))
            + " rename to "
            + dialect.identifier(change.to()));
  }

  @Override
  public List<String> createSequence(CreateSequence change) {
    Sequence sequence = change.sequence();
    return List.of(
        "create sequence "
            + dialect.identifier(sequence.name())
            + " "
            + definitions.sequence(sequence));
  }

  @Override
  public List<String> dropSequence(DropSequence change) {
    return List.of("drop sequence " + dialect.identifier(change.sequence().name()));
  }

  @Override
  public List<String> alterSequence(AlterSequence change) {
    Sequence from = change.from();
    Sequence to = change.to();
    List<String> options = new ArrayList<>();
    if (from.increment() != to.increment()) {
      options.add("increment by " + to.increment());
    }
    if (!from.minimum().equals(to.minimum())) {
      options.add(to.minimum().map(value -> "minvalue " + value).orElse("no minvalue"));
    }
    if (!from.maximum().equals(to.maximum())) {
      options.add(to.maximum().map(value -> "maxvalue " + value).orElse("no maxvalue"));
    }
    if (from.start() != to.start()) {
      options.add("start with " + to.start());
    }
    if (from.cache() != to.cache()) {
      options.add("cache " + cache(to));
    }
    if (from.cycle() != to.cycle()) {
      options.add(to.cycle() ? "cycle" : "no cycle");
    }
    return options.isEmpty()
        ? List.of()
        : List.of(
            "alter sequence " + dialect.identifier(to.name()) + " " + String.join(" ", options));
  }

  /** How many values a session takes at once, in the database's own count. */
  protected long cache(Sequence sequence) {
    return sequence.cache();
  }

  /** {@code alter table t }. */
  protected final String alter(QualifiedName table) {
    return "alter table " + dialect.identifier(table) + " ";
  }

  /** {@code alter table t alter column c }. */
  protected final String alter(QualifiedName table, Column column) {
    return alter(table) + "alter column " + dialect.identifier(column.name()) + " ";
  }

  protected final String fill(QualifiedName table, String column, String value) {
    String name = dialect.identifier(column);
    return "update %s set %s = %s where %s is null"
        .formatted(dialect.identifier(table), name, value, name);
  }

  protected final String comment(QualifiedName table, Optional<String> text) {
    return "comment on table " + dialect.identifier(table) + " is " + textOrNull(text);
  }

  protected final String comment(QualifiedName table, String column, Optional<String> text) {
    return "comment on column %s.%s is %s"
        .formatted(dialect.identifier(table), dialect.identifier(column), textOrNull(text));
  }

  private String textOrNull(Optional<String> text) {
    return text.map(dialect::literal).orElse("null");
  }
}
