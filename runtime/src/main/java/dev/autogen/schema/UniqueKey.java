package dev.autogen.schema;

import java.util.List;
import java.util.Objects;

/**
 * A unique constraint. A unique index that no constraint stands behind is an {@link Index}.
 *
 * @param name the constraint's name
 * @param columns the columns, in its order
 * @param nullsDistinct whether two rows without a value are different rows, as SQL has it
 * @param deferrability when it is checked
 */
public record UniqueKey(
    String name, List<String> columns, boolean nullsDistinct, Deferrability deferrability)
    implements Constraint {

  public UniqueKey {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    Objects.requireNonNull(deferrability, "deferrability");
  }

  public static UniqueKey of(String name, List<String> columns) {
    return new UniqueKey(name, columns, true, Deferrability.NOT_DEFERRABLE);
  }

  @Override
  public UniqueKey withName(String newName) {
    return new UniqueKey(newName, columns, nullsDistinct, deferrability);
  }

  @Override
  public UniqueKey renamingColumn(String from, String to) {
    return new UniqueKey(name, Constraint.renamed(columns, from, to), nullsDistinct, deferrability);
  }
}
