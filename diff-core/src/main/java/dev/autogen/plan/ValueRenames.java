package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values that take a new name in their rows, and when: while no check forbids either name, and
 * where a column's type lists its values, while it lists both.
 */
final class ValueRenames {

  private static final String ENUM = "enum(";

  private final List<RenameValue> left;

  private ValueRenames(List<RenameValue> renames) {
    this.left = new ArrayList<>(renames);
  }

  static ValueRenames among(List<Change> renames) {
    return new ValueRenames(
        renames.stream()
            .filter(RenameValue.class::isInstance)
            .map(RenameValue.class::cast)
            .toList());
  }

  /** Those that no change of a type has taken in. */
  List<RenameValue> left() {
    return List.copyOf(left);
  }

  /** A change of a column; one of listed values first lists both names, and last the new ones. */
  List<Change> within(AlterColumn alter) {
    List<RenameValue> own =
        left.stream().filter(rename -> rename.object().equals(alter.object())).toList();
    Optional<ColumnType> both = both(alter, own);
    if (own.isEmpty() || both.isEmpty()) {
      return List.of(alter);
    }
    left.removeAll(own);
    Column between = alter.from().withType(both.get());
    List<Change> steps = new ArrayList<>();
    steps.add(new AlterColumn(alter.table(), alter.from(), between));
    steps.addAll(own);
    steps.add(new AlterColumn(alter.table(), between, alter.to(), alter.fill()));
    return steps;
  }

  private static Optional<ColumnType> both(AlterColumn alter, List<RenameValue> renames) {
    String from = alter.from().type().sql();
    if (!from.startsWith(ENUM) || !alter.to().type().sql().startsWith(ENUM)) {
      return Optional.empty();
    }
    StringBuilder labels = new StringBuilder(from.substring(0, from.length() - 1));
    for (RenameValue rename : renames) {
      for (String to : rename.names().values()) {
        String label = "'" + to.replace("'", "''") + "'";
        labels.append(labels.indexOf(label) >= 0 ? "" : "," + label);
      }
    }
    return Optional.of(new ColumnType(labels.append(")").toString()));
  }
}
