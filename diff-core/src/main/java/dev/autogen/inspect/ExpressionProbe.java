package dev.autogen.inspect;

import dev.autogen.schema.ByName;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one table declares in other words than the database has it.
 *
 * @param ours the table as declared
 * @param theirs the table as the database has it
 * @param asked what has to be asked: defaults, generated columns, checks and indexes
 * @param implicitNames the objects that nobody named
 */
record ExpressionProbe(
    Table ours, Table theirs, SortedSet<ObjectName> asked, Set<ObjectName> implicitNames) {

  static ExpressionProbe of(Table ours, Table theirs, Set<ObjectName> implicitNames) {
    ExpressionProbe all = new ExpressionProbe(ours, theirs, new TreeSet<>(), implicitNames);
    SortedSet<ObjectName> asked = new TreeSet<>();
    for (Column column : ours.columns()) {
      theirs.columns().find(column.name()).ifPresent(found -> all.ask(column, found, asked));
    }
    for (Check check : ours.checks()) {
      List<Check> candidates = all.candidates(check);
      if (!candidates.isEmpty()
          && candidates.stream().noneMatch(c -> c.expression().equals(check.expression()))) {
        asked.add(all.name(check));
      }
    }
    for (Index index : ours.indexes()) {
      List<Index> candidates = all.candidates(index);
      List<String> texts = ExpressionTexts.of(index);
      if (!candidates.isEmpty()
          && candidates.stream().noneMatch(c -> ExpressionTexts.of(c).equals(texts))) {
        asked.add(all.name(index));
      }
    }
    return new ExpressionProbe(ours, theirs, asked, implicitNames);
  }

  private void ask(Column column, Column found, Set<ObjectName> asked) {
    if (differ(column.defaultValue(), found.defaultValue())) {
      asked.add(name(Kind.COLUMN_DEFAULT, column));
    }
    if (differ(
        column.generated().map(Generated::expression),
        found.generated().map(Generated::expression))) {
      asked.add(name(Kind.COLUMN_GENERATED, column));
    }
  }

  /**
   * The database's own checks over the types that are declared. Where a column takes another type,
   * a check that is the same may print in another way. Empty if no column does.
   */
  Optional<ExpressionProbe> retyped() {
    boolean alike =
        ours.columns().stream()
            .allMatch(
                column ->
                    theirs
                        .columns()
                        .find(column.name())
                        .map(found -> found.type().equals(column.type()))
                        .orElse(true));
    boolean checks =
        ours.checks().stream()
            .anyMatch(check -> asked.contains(name(check)) && namesake(check).isPresent());
    if (alike || !checks) {
      return Optional.empty();
    }
    Table table =
        ours.withConstraints(
            ours.constraints()
                .map(
                    constraint ->
                        constraint instanceof Check check
                            ? namesake(check).orElse(check)
                            : constraint));
    return Optional.of(new ExpressionProbe(table, theirs, asked, implicitNames));
  }

  /** The database's check of the same name. */
  Optional<Check> namesake(Check check) {
    return theirs.checks().stream().filter(other -> other.name().equals(check.name())).findFirst();
  }

  private static boolean differ(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  ObjectName name(Kind ofColumn, Column column) {
    return new ObjectName(ofColumn, ours.name(), column.name());
  }

  ObjectName name(Check check) {
    return ObjectName.constraint(ours.name(), check.name());
  }

  ObjectName name(Index index) {
    return ObjectName.index(ours.name(), index.name());
  }

  /**
   * The database's checks of which this may be one: its namesake, or any if its name says nothing.
   */
  List<Check> candidates(Check check) {
    List<Check> namesake =
        theirs.checks().stream().filter(other -> other.name().equals(check.name())).toList();
    return namesake.isEmpty() || implicitNames.contains(name(check)) ? theirs.checks() : namesake;
  }

  /** The same for indexes, of those that have expressions in the same places. */
  List<Index> candidates(Index index) {
    if (ExpressionTexts.of(index).isEmpty()) {
      return List.of();
    }
    List<Index> alike =
        theirs.indexes().stream().filter(other -> ExpressionTexts.sameShape(index, other)).toList();
    List<Index> namesake =
        alike.stream().filter(other -> other.name().equals(index.name())).toList();
    return namesake.isEmpty() || implicitNames.contains(name(index)) ? alike : namesake;
  }

  /**
   * The declared table reduced to what is asked.
   *
   * @param name what it is to be called
   * @param prefix what the names of its constraints and indexes start with
   * @param some which of what is asked
   * @param whole with all of its columns; else only those that the expressions may mention
   */
  Table scratch(QualifiedName name, String prefix, Collection<ObjectName> some, boolean whole) {
    List<Check> checks = ours.checks().stream().filter(c -> some.contains(name(c))).toList();
    List<Index> indexes = ours.indexes().stream().filter(i -> some.contains(name(i))).toList();
    List<String> texts = new ArrayList<>(checks.stream().map(Check::expression).toList());
    indexes.forEach(index -> texts.addAll(ExpressionTexts.of(index)));
    ByName<Column> all = ours.columns().map(column -> reduced(column, some));
    all.stream().flatMap(ExpressionProbe::texts).forEach(texts::add);
    Set<String> indexed = new TreeSet<>();
    indexes.forEach(index -> indexed.addAll(index.columns()));
    ByName<Column> columns =
        all.filter(
            column ->
                whole
                    || indexed.contains(column.name())
                    || texts(column).findAny().isPresent()
                    || texts.stream().anyMatch(text -> mayMention(text, column.name())));
    return Table.of(
        name,
        columns.toList(),
        checks.stream().map(check -> check.withName(scratchName(prefix, name(check)))).toList(),
        indexes.stream().map(index -> index.withName(scratchName(prefix, name(index)))).toList());
  }

  private static Stream<String> texts(Column column) {
    return Stream.concat(
        column.defaultValue().stream(), column.generated().map(Generated::expression).stream());
  }

  /** Never false for a column that is mentioned without escapes; true for some that are not. */
  private static boolean mayMention(String expression, String column) {
    return expression.toUpperCase(Locale.ROOT).contains(column.toUpperCase(Locale.ROOT));
  }

  private Column reduced(Column column, Collection<ObjectName> some) {
    return Column.of(column.name(), column.type())
        .withCollation(column.collation())
        .withDefaultValue(
            column.defaultValue().filter(text -> some.contains(name(Kind.COLUMN_DEFAULT, column))))
        .withGenerated(
            column.generated().filter(own -> some.contains(name(Kind.COLUMN_GENERATED, column))));
  }

  /** What a check or index is called in the scratch table. */
  String scratchName(String prefix, ObjectName object) {
    return prefix + "_" + asked.headSet(object).size();
  }
}
