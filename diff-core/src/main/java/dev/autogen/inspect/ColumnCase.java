package dev.autogen.inspect;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.ByName;
import dev.autogen.schema.Column;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Spells the columns of a database as entities do, where the database takes {@code USER_ID} and
 * {@code user_id} for one name: what differs in case alone is no difference. Leaves tables alone,
 * and columns that no entity declares.
 */
public final class ColumnCase {

  private ColumnCase() {}

  /**
   * @param theirs what the database has
   * @param ours what entities declare
   */
  public static Schema spelled(Schema theirs, Schema ours, Dialect dialect) {
    if (dialect.tellsColumnsApartByCase()) {
      return theirs;
    }
    List<Change> spellings = new ArrayList<>();
    for (Table table : ours.tables()) {
      theirs
          .tables()
          .find(table.name().toString())
          .ifPresent(found -> addSpellings(table, found.columns(), spellings));
    }
    return new ChangeSet(spellings).applyTo(theirs);
  }

  private static void addSpellings(Table table, ByName<Column> found, List<Change> spellings) {
    for (String name : table.columns().names()) {
      if (!found.contains(name)) {
        found.names().stream()
            .filter(other -> other.equalsIgnoreCase(name) && !table.columns().contains(other))
            .findFirst()
            .ifPresent(other -> spellings.add(new RenameColumn(table.name(), other, name)));
      }
    }
  }
}
