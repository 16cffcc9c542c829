package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.Declaration.Numbering;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that have a new sequence, or a table in a sequence's place, go on above the rows
 * that are there: otherwise it would give out keys that they have already. The value is no part of
 * a schema, so no change of the plan speaks of it.
 */
final class KeyNumbers {

  /** Hibernate's statement for a table of numbers: the number comes last. */
  private static final Pattern SEED =
      Pattern.compile("(?is)(insert into .+?)\\s*values\\s*\\((.*?)(-?\\d+)\\s*\\)");

  private static final Pattern NUMBER = Pattern.compile("(smallint|integer|bigint|numeric).*");

  /** What Hibernate calls the column of a table in a sequence's place. */
  private static final String NEXT = "next_val";

  /**
   * How far above the rows a table in a sequence's place comes back: how many numbers were taken at
   * once stood in a mapping that is gone. A gap harms nobody, a number too low does.
   */
  private static final long MARGIN = 1000;

  private final Plan plan;
  private final Declaration ours;
  private final Map<ObjectName, String> before;
  private final Dialect dialect;

  /**
   * @param before what was declared at the last revision, with the origin of each
   */
  KeyNumbers(Plan plan, Declaration ours, Map<ObjectName, String> before, Dialect dialect) {
    this.plan = plan;
    this.ours = ours;
    this.before = before;
    this.dialect = dialect;
  }

  /** Behind the changes forth: the first rows of new tables among them. */
  List<String> forth() {
    List<String> statements = new ArrayList<>();
    plan.upgrade()
        .of(CreateTable.class)
        .map(create -> create.definition().name())
        .forEach(
            table ->
                ours.seeds()
                    .getOrDefault(table, List.of())
                    .forEach(seed -> statements.add(above(seed, table))));
    plan.upgrade()
        .of(CreateSequence.class)
        .map(CreateSequence::sequence)
        .forEach(sequence -> statements.addAll(above(sequence, numbered(sequence.name()))));
    return statements;
  }

  /** Behind the changes back. */
  List<String> back() {
    List<String> statements = new ArrayList<>();
    plan.upgrade()
        .of(DropSequence.class)
        .map(DropSequence::sequence)
        .forEach(
            sequence ->
                statements.addAll(
                    above(sequence, numberedBefore(ObjectName.sequence(sequence.name())))));
    plan.upgrade()
        .of(DropTable.class)
        .map(DropTable::definition)
        .filter(KeyNumbers::isInPlaceOfSequence)
        .map(Table::name)
        .forEach(
            table ->
                statements.add(
                    "insert into "
                        + dialect.identifier(table)
                        + " select "
                        + highest(1, MARGIN, numberedBefore(ObjectName.table(table)))));
    return statements;
  }

  private static boolean isInPlaceOfSequence(Table table) {
    return table.columns().size() == 1 && table.columns().contains(NEXT);
  }

  private String above(String seed, QualifiedName table) {
    Set<ObjectName> columns = numbered(table);
    Matcher matcher = SEED.matcher(seed);
    if (columns.isEmpty() || !matcher.matches()) {
      return seed;
    }
    long increment = Math.max(1, ours.numbers().get(table).increment());
    return matcher.group(1).strip()
        + " select "
        + matcher.group(2).strip()
        + (matcher.group(2).isBlank() ? "" : " ")
        + highest(Long.parseLong(matcher.group(3)), increment, columns);
  }

  private List<String> above(Sequence sequence, Set<ObjectName> columns) {
    return columns.isEmpty()
        ? List.of()
        : List.of(
            dialect.goOnWith(
                sequence.name(), highest(sequence.start(), sequence.increment(), columns)));
  }

  /**
   * The start, or what lies a step beyond the rows: an application that takes several numbers at
   * once uses those before the one it is given.
   */
  private String highest(long start, long increment, Collection<ObjectName> columns) {
    String furthest = increment < 0 ? "min" : "max";
    StringBuilder sql = new StringBuilder("(select " + furthest + "(n) from (select ");
    sql.append(start).append(" as n");
    for (ObjectName column : columns) {
      sql.append(
          " union all select %s(%s) %s %s from %s"
              .formatted(
                  furthest,
                  dialect.identifier(column.name()),
                  increment < 0 ? "-" : "+",
                  Math.abs(increment),
                  dialect.identifier(column.owner())));
    }
    return sql.append(") numbers)").toString();
  }

  /** What it numbers of what was there before, by today's names. */
  private Set<ObjectName> numbered(QualifiedName generator) {
    Set<QualifiedName> created = new TreeSet<>();
    plan.upgrade().of(CreateTable.class).forEach(create -> created.add(create.definition().name()));
    return Stream.ofNullable(ours.numbers().get(generator))
        .map(Numbering::columns)
        .flatMap(Set::stream)
        .filter(column -> !created.contains(column.owner()) && isNumber(column, plan.to()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What a generator that is gone may have numbered, by the names of then: the keys of the entity
   * that it came from, and those that number themselves now or have another generator. Too many do
   * no harm.
   */
  private Set<ObjectName> numberedBefore(ObjectName generator) {
    Set<ObjectName> columns = new TreeSet<>();
    plan.upgrade()
        .of(AlterColumn.class)
        .filter(alter -> alter.from().identity().isEmpty() && alter.to().identity().isPresent())
        .forEach(alter -> columns.add(old(alter.object())));
    plan.upgrade()
        .of(CreateSequence.class)
        .forEach(other -> numbered(other.sequence().name()).forEach(one -> columns.add(old(one))));
    plan.upgrade()
        .of(CreateTable.class)
        .forEach(
            other -> numbered(other.definition().name()).forEach(one -> columns.add(old(one))));
    for (Table table : plan.from().tables()) {
      boolean sameOrigin =
          before.containsKey(generator)
              && Objects.equals(before.get(generator), before.get(ObjectName.table(table.name())));
      table
          .primaryKey()
          .filter(key -> sameOrigin && key.columns().size() == 1)
          .ifPresent(key -> columns.add(ObjectName.column(table.name(), key.columns().get(0))));
    }
    columns.removeIf(column -> !isNumber(column, plan.from()) || isGone(column));
    return columns;
  }

  /** Whether its table is dropped: it comes back without rows. */
  private boolean isGone(ObjectName column) {
    return plan.upgrade()
        .of(DropTable.class)
        .anyMatch(
            drop -> old(ObjectName.table(drop.definition().name())).owner().equals(column.owner()));
  }

  private static boolean isNumber(ObjectName column, Schema schema) {
    return schema
        .tables()
        .find(column.owner().toString())
        .flatMap(table -> table.columns().find(column.name()))
        .map(Column::type)
        .filter(type -> NUMBER.matcher(type.sql()).matches())
        .isPresent();
  }

  /** What a column, or a table, was called before the renames. */
  private ObjectName old(ObjectName now) {
    ObjectName name = now;
    List<Change> changes = plan.upgrade().changes();
    for (int i = changes.size() - 1; i >= 0; i--) {
      if (changes.get(i) instanceof RenameTable rename && rename.to().equals(name.owner())) {
        name = new ObjectName(name.kind(), rename.from(), name.name());
      } else if (changes.get(i) instanceof RenameColumn rename
          && rename.table().equals(name.owner())
          && rename.to().equals(name.name())) {
        name = new ObjectName(name.kind(), name.owner(), rename.from());
      }
    }
    return name;
  }
}
