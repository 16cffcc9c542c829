package dev.autogen.dialect.mysql;

import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements that change columns. A column that changes is defined anew, so its definition is taken
 * from the table as it is, and edited. Does not move a column, and gives no row a value that nobody
 * stated.
 */
public class MysqlColumns {

  protected final Dialect dialect;
  protected final MysqlDefinitions definitions;
  protected final MysqlTables tables;
  private final MysqlSurroundings surroundings;
  private final MysqlColumnEdit edit;
  private final MysqlKeyLength length;
  private final MysqlActions actions;

  public MysqlColumns(
      Dialect dialect, MysqlDefinitions definitions, MysqlSurroundings surroundings) {
    this.dialect = dialect;
    this.definitions = definitions;
    this.tables = surroundings.tables();
    this.surroundings = surroundings;
    this.edit = new MysqlColumnEdit(definitions);
    this.length = new MysqlKeyLength(dialect);
    this.actions = new MysqlActions(definitions);
  }

  /**
   * A required column without a default is added in two steps: in one, MySQL would make up values
   * for the rows, in strict mode too.
   */
  List<String> add(AddColumn change) {
    return withoutDefault(change.table(), change.column(), added(change));
  }

  private List<String> added(AddColumn change) {
    Column column = change.column();
    String alter = alter(change.table());
    if (column.generated().isPresent()) {
      tables
          .text(change.table())
          .ifPresent(text -> actions.require(text, definitions.text(column)));
    }
    if (!column.needsValue() && (change.fill().isEmpty() || column.nullable())) {
      return List.of(alter + "add column " + definitions.column(column) + start(column));
    }
    List<String> statements = new ArrayList<>();
    statements.add(alter + "add column " + definitions.column(column.withNullable(true)));
    change.fill().ifPresent(value -> statements.add(fill(change.table(), column, value)));
    statements.addAll(requireValues(change.table(), column));
    statements.add(alter + "modify column " + definitions.column(column));
    return statements;
  }

  /** What must run before a column is required, where the database would make values up. */
  protected List<String> requireValues(QualifiedName table, Column column) {
    return List.of();
  }

  List<String> alter(AlterColumn change) {
    MysqlColumnText old = text(change.table(), change.from());
    definitions.type(change.to());
    return withoutDefault(
        change.table(),
        change.to(),
        change.facets().contains(Facet.GENERATED)
            ? regenerate(change, old)
            : redefine(change, old));
  }

  /** To define a column without a default makes null its default. */
  final List<String> withoutDefault(QualifiedName table, Column column, List<String> statements) {
    if (!MysqlDefinitions.hasNoDefault(column)) {
      return statements;
    }
    List<String> all = new ArrayList<>(statements);
    all.add(alter(table) + "alter column " + dialect.identifier(column.name()) + " drop default");
    return all;
  }

  private List<String> redefine(AlterColumn change, MysqlColumnText old) {
    QualifiedName table = change.table();
    Column to = change.to();
    MysqlColumnText wanted = edit.of(change, old);
    tables
        .text(table)
        .map(text -> withOthers(text, change))
        .ifPresent(
            text -> {
              length.require(text, wanted);
              actions.require(text, wanted);
            });
    List<String> statements = new ArrayList<>();
    if (change.facets().contains(Facet.TYPE)) {
      MysqlConversion conversion = conversion(change);
      conversion
          .between()
          .ifPresent(type -> statements.add(modify(table, edit.between(old, type).sql())));
      conversion.value().ifPresent(value -> statements.add(set(table, to, value)));
    }
    statements.addAll(filled(change, wanted));
    return statements;
  }

  /** The table with the other columns that are defined anew in the same statement. */
  private MysqlTableText withOthers(MysqlTableText text, AlterColumn change) {
    MysqlTableText with = text;
    for (AlterColumn other : surroundings.alteredBeside(change)) {
      with = with.withColumn(edit.of(other, text(change.table(), other.from())));
    }
    return with;
  }

  /** How values become those of the new type. */
  protected MysqlConversion conversion(AlterColumn change) {
    return MysqlConversions.of(dialect, change);
  }

  /** The column as it shall be, once rows without a value have one where they must. */
  private List<String> filled(AlterColumn change, MysqlColumnText wanted) {
    QualifiedName table = change.table();
    Column to = change.to();
    boolean required = change.from().nullable() && !to.nullable();
    List<String> statements = new ArrayList<>();
    if (required && change.fill().isPresent()) {
      boolean other =
          change.facets().stream().anyMatch(f -> f == Facet.TYPE || f == Facet.GENERATED);
      if (other) {
        statements.add(modify(table, edit.nullable(wanted, to).sql()));
      }
      statements.add(fill(table, to, change.fill().orElseThrow()));
    }
    if (required) {
      statements.addAll(requireValues(table, to));
    }
    boolean numbered = change.facets().contains(Facet.IDENTITY);
    statements.add(modify(table, wanted.sql()) + (numbered ? start(to) : ""));
    return statements;
  }

  /**
   * A stored value becomes a plain one and back in place. What is not stored is made again where it
   * stood: its rows get what they would have shown.
   */
  private List<String> regenerate(AlterColumn change, MysqlColumnText old) {
    Optional<Generated> from = change.from().generated();
    Optional<Generated> to = change.to().generated();
    boolean wasStored = from.isEmpty() || from.get().stored();
    boolean isStored = to.isEmpty() || to.get().stored();
    MysqlColumnText wanted = edit.of(change, old);
    tables.text(change.table()).ifPresent(text -> actions.require(text, wanted));
    if (wasStored == isStored) {
      return filled(change, wanted);
    }
    if (to.isPresent()) {
      return List.of(again(change.table(), old.name(), wanted));
    }
    Column stored =
        change
            .to()
            .withNullable(true)
            .withDefaultValue(Optional.empty())
            .withIdentity(Optional.empty())
            .withGenerated(Optional.of(new Generated(from.orElseThrow().expression(), true)));
    AlterColumn storing = new AlterColumn(change.table(), change.from(), stored);
    List<String> statements = new ArrayList<>();
    statements.add(again(change.table(), old.name(), edit.of(storing, old)));
    statements.addAll(filled(change, wanted));
    return statements;
  }

  private String again(QualifiedName table, String column, MysqlColumnText wanted) {
    String place =
        tables
            .text(table)
            .map(
                text ->
                    text.before(column)
                        .map(name -> " after " + MysqlNames.quoted(name))
                        .orElse(" first"))
            .orElse("");
    return "%sdrop column %s, add column %s%s"
        .formatted(alter(table), MysqlNames.quoted(column), wanted.sql(), place);
  }

  /** The text columns without a collation of their own, for a table that gets another one. */
  final List<String> collatedAs(QualifiedName table) {
    return tables.model(table).stream()
        .flatMap(model -> model.columns().stream())
        .filter(column -> column.collation().isEmpty() && MysqlTypes.isText(column.type()))
        .map(column -> text(table, column).without(Part.CHARACTER_SET).without(Part.COLLATION))
        .map(column -> "modify column " + column.sql())
        .toList();
  }

  /** The statements that give a column another name, what speaks of it with it. */
  protected List<String> rename(RenameColumn change) {
    return tables
        .text(change.table())
        .map(text -> new MysqlColumnRename(dialect, change, text, rewritten(text, change)))
        .map(MysqlColumnRename::statements)
        .orElseGet(() -> List.of(MysqlColumnRename.alone(dialect, change)));
  }

  /** What must be written anew when a column takes another name. */
  protected MysqlColumnRename.Users rewritten(MysqlTableText text, RenameColumn change) {
    return MysqlColumnRename.users(text, change);
  }

  protected static String renaming(String sql, RenameColumn change) {
    return MysqlColumnRename.renaming(sql, change);
  }

  /** The column as it is, or as the model knows it. */
  protected final MysqlColumnText text(QualifiedName table, Column column) {
    return tables
        .text(table)
        .flatMap(text -> text.column(column.name()))
        .orElseGet(() -> definitions.text(column));
  }

  protected final String alter(QualifiedName table) {
    return "alter table " + dialect.identifier(table) + " ";
  }

  private String modify(QualifiedName table, String clause) {
    return alter(table) + "modify column " + clause;
  }

  private String set(QualifiedName table, Column column, String value) {
    String name = dialect.identifier(column.name());
    return "update %s set %s = %s%s where %s is not null"
        .formatted(dialect.identifier(table), name, value, alongside(table, column), name);
  }

  private String fill(QualifiedName table, Column column, String value) {
    String name = dialect.identifier(column.name());
    return "update %s set %s = %s%s where %s is null"
        .formatted(dialect.identifier(table), name, value, alongside(table, column), name);
  }

  private String alongside(QualifiedName table, Column column) {
    return tables.text(table).map(text -> text.timesThatStay(column.name())).orElse("");
  }

  /** MySQL goes on above the greatest value by itself. */
  private static String start(Column column) {
    return column
        .identity()
        .map(Identity::start)
        .filter(start -> start > 1)
        .map(start -> ", auto_increment = " + start)
        .orElse("");
  }
}
