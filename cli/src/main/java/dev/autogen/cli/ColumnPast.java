package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Linter;
import dev.autogen.plan.Plan;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a chain of migrations does to a column of a table that may hold rows, and what of it one
 * migration must do for the rows to hold the same.
 */
final class ColumnPast {

  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("varchar", "text", "tinytext", "mediumtext", "longtext", "clob"),
          Set.of("tinyint", "smallint", "mediumint", "integer", "bigint"));

  private final Optional<AddColumn> added;
  private final List<AlterColumn> alters = new ArrayList<>();
  private final Map<String, String> values = new TreeMap<>();

  private ColumnPast(Optional<AddColumn> added) {
    this.added = added;
  }

  /** Of a column that was there before the chain. */
  static ColumnPast old() {
    return new ColumnPast(Optional.empty());
  }

  /** Of one that the chain adds. */
  static ColumnPast of(AddColumn added) {
    return new ColumnPast(Optional.of(added));
  }

  void alter(AlterColumn change) {
    alters.add(change);
  }

  /** One change after another, made one: a value that is renamed again has its last name. */
  void rename(RenameValue change) {
    Map<String, String> names = change.names();
    Map<String, String> all = new TreeMap<>();
    values.forEach((from, to) -> all.put(from, names.getOrDefault(to, to)));
    names.forEach(
        (from, to) -> {
          if (!values.containsValue(from)) {
            all.putIfAbsent(from, to);
          }
        });
    all.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    values.clear();
    values.putAll(all);
  }

  /** Names that values of before take in the rows, under the column's last name. */
  Optional<RenameValue> renamedValues(QualifiedName table, String column) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new RenameValue(table, column, values));
  }

  /** The values that rows are given, as expressions. */
  List<String> fills() {
    List<String> fills = new ArrayList<>();
    added.flatMap(AddColumn::fill).ifPresent(fills::add);
    later().ifPresent(fills::add);
    return fills;
  }

  /** Why no single change leaves the same values; empty if one does. */
  Optional<String> against(Column last) {
    List<AlterColumn> retyped = with(Facet.TYPE);
    boolean filled = !fills().isEmpty();
    if (retyped.size() > 1 && !retyped.stream().allMatch(ColumnPast::keepsValues)) {
      return Optional.of("has its type changed more than once");
    }
    if (with(Facet.GENERATED).size() > 1 || with(Facet.IDENTITY).size() > 1) {
      return Optional.of("is computed or numbered in more than one way");
    }
    if (added.isPresent() && !with(Facet.IDENTITY).isEmpty()) {
      return Optional.of("is added and numbered afterwards");
    }
    if (!values.isEmpty() && (added.isPresent() || filled)) {
      return Optional.of("is given values that are renamed afterwards");
    }
    if (later().isPresent() && last.nullable()) {
      return Optional.of("has missing values filled in and may lack them again");
    }
    boolean together = retyped.size() == 1 && retyped.get(0).fill().isPresent();
    if (later().isPresent() && !together && !retyped.stream().allMatch(ColumnPast::keepsValues)) {
      return Optional.of("has missing values filled in and its type changed");
    }
    return Optional.empty();
  }

  /** What rows without a value get by the planner, for a column that a single change makes. */
  Optional<String> fill(Column last) {
    return !stages(QualifiedName.of(""), last).isEmpty()
        ? Optional.empty()
        : later().or(() -> added.flatMap(AddColumn::fill));
  }

  /**
   * For a column that the chain adds, the two changes that leave the same values in rows where one
   * would not, such as those of a default that it has no longer; none where one does.
   */
  List<Change> stages(QualifiedName table, Column last) {
    if (added.isEmpty() || last.generated().isPresent() || last.identity().isPresent()) {
      return List.of();
    }
    Column first = added.get().column().withName(last.name());
    Optional<String> fill = added.get().fill();
    boolean sameValues =
        first.withNullable(last.nullable()).withComment(last.comment()).equals(last);
    if (sameValues && (last.needsValue() || fill.isEmpty() && later().isEmpty())) {
      return List.of();
    }
    List<Change> stages = new ArrayList<>();
    stages.add(new AddColumn(table, first, fill));
    if (!first.equals(last)) {
      stages.add(new AlterColumn(table, first, last, later()));
    }
    return stages;
  }

  /** The first that is filled in where a value is required later on: those after it find none. */
  private Optional<String> later() {
    boolean lacking =
        added
            .map(AddColumn::column)
            .or(() -> alters.stream().map(AlterColumn::from).findFirst())
            .filter(Column::nullable)
            .isPresent();
    return alters.stream()
        .filter(alter -> lacking && alter.from().nullable() && !alter.to().nullable())
        .flatMap(alter -> alter.fill().stream())
        .findFirst();
  }

  private List<AlterColumn> with(Facet facet) {
    return alters.stream().filter(alter -> alter.facets().contains(facet)).toList();
  }

  /** Whether a change of type leaves all values as they are, or is refused. */
  private static boolean keepsValues(AlterColumn alter) {
    String from = word(alter.from());
    String to = word(alter.to());
    boolean related =
        from.equals(to)
            || FAMILIES.stream().anyMatch(family -> family.contains(from) && family.contains(to));
    Plan alone =
        new Plan(Schema.EMPTY, Schema.EMPTY, List.of(), new ChangeSet(List.of(alter)), Set.of());
    return related
        && Linter.check(alone).stream()
            .noneMatch(finding -> finding.severity() == Severity.DESTRUCTIVE);
  }

  private static String word(Column column) {
    return column.type().sql().toLowerCase(Locale.ROOT).replaceFirst("[( ].*", "");
  }
}
