package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the rows that a change could not be made over, by counting them before anything is changed:
 * a column that becomes required or takes a type that values do not fit, a key or check over rows
 * that break it.
 *
 * <p>Looks at tables and columns as they are before the changes given; says nothing of what those
 * changes themselves create, fill or convert, nor of what a query cannot tell. Changes nothing.
 */
public final class Preflight {

  private final Dialect dialect;
  private final Schema state;
  private final RowCount rows;
  private final PreflightQueries queries;

  /**
   * @param state the schema before the changes as far as it is known: for the keys by which rows
   *     are shown
   */
  public Preflight(Connection connection, Dialect dialect, Schema state) {
    this(dialect, state, new RowCount(connection), new Beforehand());
  }

  private Preflight(Dialect dialect, Schema state, RowCount rows, Beforehand before) {
    this.dialect = dialect;
    this.state = state;
    this.rows = rows;
    this.queries = new PreflightQueries(dialect, before);
  }

  /** What is in the way of these changes, made in this order and nothing else between them. */
  public List<Obstacle> obstacles(List<Change> changes) {
    return obstacles(changes, new Beforehand());
  }

  /** The same after changes that are not made yet but come first. */
  List<Obstacle> obstacles(List<Change> changes, Beforehand before) {
    List<Obstacle> found = new ArrayList<>();
    Preflight asking = new Preflight(dialect, state, rows, before);
    for (Change change : changes) {
      asking.obstacle(change, before).ifPresent(found::add);
      before.follow(change);
    }
    return found;
  }

  private Optional<Obstacle> obstacle(Change change, Beforehand before) {
    if (change instanceof AddColumn add) {
      return requiredColumn(add, before);
    }
    if (change instanceof AlterColumn alter) {
      return unconvertible(alter, before).or(() -> requiredValue(alter, before));
    }
    if (change instanceof AlterEnumType alter) {
      return labelsInUse(alter, before);
    }
    if (change instanceof AddConstraint add) {
      return before.table(add.table()).flatMap(table -> constraint(add, table, before));
    }
    return change instanceof CreateIndex create && create.index().unique()
        ? before.table(create.table()).flatMap(table -> uniqueIndex(create, table, before))
        : Optional.empty();
  }

  private Optional<Obstacle> requiredColumn(AddColumn add, Beforehand before) {
    boolean hasValue =
        add.column().nullable()
            || add.fill().isPresent()
            || add.column().defaultValue().isPresent()
            || add.column().identity().isPresent()
            || add.column().generated().isPresent();
    if (hasValue) {
      return Optional.empty();
    }
    String problem =
        "Cannot add required column \"%s.%s\": it has neither a default nor a fill for the %s that"
            + " the table holds.";
    return before
        .table(add.table())
        .flatMap(table -> rows.of(queries.rows(table)))
        .map(
            found ->
                new Obstacle(
                    add,
                    problem.formatted(add.table(), add.column().name(), found.text()),
                    found.count(),
                    List.of(),
                    "Say what they get: add .filledWith(\"...\") to the step, or a default."));
  }

  private Optional<Obstacle> requiredValue(AlterColumn alter, Beforehand before) {
    if (alter.to().nullable() || !alter.from().nullable() || alter.fill().isPresent()) {
      return Optional.empty();
    }
    Optional<QualifiedName> table = before.table(alter.table());
    Optional<String> column = before.column(alter.table(), alter.from().name());
    if (table.isEmpty() || column.isEmpty()) {
      return Optional.empty();
    }
    return rows.of(
            queries.where(
                table.get(), queries.anyIsNull(List.of(column.get())), keyColumns(table.get())))
        .map(
            found ->
                new Obstacle(
                    alter,
                    "Cannot make column \"%s.%s\" required: %s no value."
                        .formatted(alter.table(), alter.from().name(), found.text("has", "have")),
                    found.count(),
                    found.sample(),
                    "Give them one first, or add .filledWith(\"...\") to the step."));
  }

  private Optional<Obstacle> unconvertible(AlterColumn alter, Beforehand before) {
    Optional<QualifiedName> table = before.table(alter.table());
    Optional<String> column = before.column(alter.table(), alter.from().name());
    boolean other = alter.facets().contains(Facet.TYPE) || alter.facets().contains(Facet.COLLATION);
    if (!other || table.isEmpty() || column.isEmpty()) {
      return Optional.empty();
    }
    Column from = alter.from().withName(column.get());
    List<String> shown = new ArrayList<>(keyColumns(table.get()));
    shown.add(column.get());
    return dialect
        .unconvertible(new AlterColumn(table.get(), from, alter.to()))
        .flatMap(
            condition ->
                rows.of(
                    queries.where(table.get(), condition, shown.stream().distinct().toList()),
                    dialect.aids(condition)))
        .map(
            found ->
                new Obstacle(
                    alter,
                    "Cannot make column \"%s.%s\" %s: %s a value there that is none of that type."
                        .formatted(
                            alter.table(),
                            alter.from().name(),
                            alter.to().type(),
                            found.text("has", "have")),
                    found.count(),
                    found.sample(),
                    "Correct or delete them first."));
  }

  private Optional<Obstacle> labelsInUse(AlterEnumType alter, Beforehand before) {
    List<String> removed =
        alter.from().labels().stream().filter(l -> !alter.to().labels().contains(l)).toList();
    return removed.isEmpty()
        ? Optional.empty()
        : alter.uses().stream()
            .flatMap(use -> labelInUse(alter, use, removed, before).stream())
            .findFirst();
  }

  private Optional<Obstacle> labelInUse(
      AlterEnumType alter, AlterEnumType.Use use, List<String> removed, Beforehand before) {
    Optional<QualifiedName> table = before.table(use.table());
    Optional<String> column = before.column(use.table(), use.column().name());
    if (table.isEmpty() || column.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = new ArrayList<>(keyColumns(table.get()));
    shown.add(column.get());
    return rows.of(
            queries.where(
                table.get(),
                queries.isOneOf(column.get(), removed),
                shown.stream().distinct().toList()))
        .map(
            found ->
                new Obstacle(
                    alter,
                    "Cannot take %s out of enum type \"%s\": %s it in \"%s.%s\"."
                        .formatted(
                            String.join(", ", removed),
                            alter.from().name(),
                            found.text("holds", "hold"),
                            use.table(),
                            use.column().name()),
                    found.count(),
                    found.sample(),
                    "Give them another value first, or say what it is called now with --rename."));
  }

  private Optional<Obstacle> constraint(AddConstraint add, QualifiedName table, Beforehand before) {
    if (add.constraint() instanceof Check check) {
      return before.check(add.table(), check).flatMap(known -> check(add, check, known, table));
    }
    Optional<List<String>> known = before.columns(add.table(), add.constraint().columns());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<String> columns = known.get();
    if (add.constraint() instanceof PrimaryKey key) {
      return primaryKey(add, key, table, columns);
    }
    if (add.constraint() instanceof UniqueKey key) {
      return duplicates(
          add,
          table,
          columns.stream().map(dialect::identifier).toList(),
          key.nullsDistinct() ? List.of(queries.noneIsNull(columns)) : List.of());
    }
    return add.constraint() instanceof ForeignKey key
        ? orphans(add, key, table, columns, before)
        : Optional.empty();
  }

  private Optional<Obstacle> check(
      AddConstraint add, Check check, Check before, QualifiedName table) {
    return rows.of(queries.where(table, "not (" + before.expression() + ")", keyColumns(table)))
        .map(
            found ->
                new Obstacle(
                    add,
                    "Cannot add check \"%s.%s\": %s its condition, %s."
                        .formatted(
                            add.table(),
                            check.name(),
                            found.text("breaks", "break"),
                            check.expression()),
                    found.count(),
                    found.sample(),
                    "Correct or delete them first."));
  }

  private Optional<Obstacle> primaryKey(
      AddConstraint add, PrimaryKey key, QualifiedName table, List<String> columns) {
    return rows.of(queries.where(table, queries.anyIsNull(columns), columns))
        .map(
            found ->
                new Obstacle(
                    add,
                    "Cannot make (%s) the primary key of \"%s\": %s no value there."
                        .formatted(
                            String.join(", ", key.columns()),
                            add.table(),
                            found.text("has", "have")),
                    found.count(),
                    found.sample(),
                    "Give them one, or delete them first."))
        .or(
            () ->
                duplicates(
                    add, table, columns.stream().map(dialect::identifier).toList(), List.of()));
  }

  private Optional<Obstacle> duplicates(
      Change change, QualifiedName table, List<String> values, List<String> conditions) {
    return rows.of(queries.duplicates(table, values, conditions))
        .map(
            found ->
                new Obstacle(
                    change,
                    "Cannot make (%s) of \"%s\" unique, as \"%s\" asks: %s with another row."
                        .formatted(
                            told(change),
                            table,
                            change.object().name(),
                            found.text("shares its values", "share their values")),
                    found.count(),
                    found.sample(),
                    "Change or delete all but one of each first."));
  }

  /** What the change says is to be unique, in the names that it has then. */
  private static String told(Change change) {
    return change instanceof CreateIndex create
        ? create.index().parts().stream()
            .map(part -> part.expression() ? "(" + part.text() + ")" : part.text())
            .collect(Collectors.joining(", "))
        : String.join(", ", ((AddConstraint) change).constraint().columns());
  }

  private Optional<Obstacle> uniqueIndex(
      CreateIndex create, QualifiedName table, Beforehand before) {
    Index index = create.index();
    boolean plain =
        index.where().isEmpty() && index.parts().stream().noneMatch(IndexPart::expression);
    String expressions =
        Stream.concat(
                index.parts().stream().filter(IndexPart::expression).map(IndexPart::text),
                index.where().stream())
            .collect(Collectors.joining(" "));
    if (!plain && before.isReshaped(create.table(), expressions)) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (IndexPart part : index.parts()) {
      Optional<String> value =
          part.expression()
              ? Optional.of("(" + part.text() + ")")
              : before.column(create.table(), part.text()).map(dialect::identifier);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    List<String> conditions = new ArrayList<>(index.where().stream().toList());
    if (index.nullsDistinct()) {
      values.forEach(value -> conditions.add(value + " is not null"));
    }
    return duplicates(create, table, values, conditions);
  }

  private Optional<Obstacle> orphans(
      AddConstraint add,
      ForeignKey key,
      QualifiedName table,
      List<String> columns,
      Beforehand before) {
    Optional<QualifiedName> target = before.table(key.target());
    PreflightQueries.Query query;
    if (target.isEmpty()) {
      query = queries.where(table, queries.noneIsNull(columns), columns);
    } else {
      Optional<List<String>> targets = before.columns(key.target(), key.targetColumns());
      if (targets.isEmpty()) {
        return Optional.empty();
      }
      query =
          queries.orphans(table, ForeignKey.of(key.name(), columns, target.get(), targets.get()));
    }
    return rows.of(query)
        .map(
            found ->
                new Obstacle(
                    add,
                    "Cannot add foreign key \"%s.%s\": %s to no row of \"%s\"."
                        .formatted(
                            add.table(), key.name(), found.text("refers", "refer"), key.target()),
                    found.count(),
                    found.sample(),
                    "Correct or delete them first, or add the rows they refer to."));
  }

  private List<String> keyColumns(QualifiedName table) {
    return state
        .tables()
        .find(table.toString())
        .flatMap(Table::primaryKey)
        .map(PrimaryKey::columns)
        .orElse(List.of());
  }
}
