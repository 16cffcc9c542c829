package dev.autogen.fuzz;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.fuzz.Contents.Place;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which columns' values an edited model must keep, where they are before and where after: those of
 * columns that both have with the same type, that nothing computes and that no fill gives a value.
 *
 * @param before the place before the edits, by that place's own name
 * @param after the place after them, by the same name
 */
record Survivors(Map<String, Place> before, Map<String, Place> after) {

  /**
   * @param renames what takes a new name, in order
   * @param filled the columns that get a value, {@code TABLE.COLUMN}
   */
  static Survivors of(Schema from, Schema to, List<Change> renames, Set<String> filled) {
    Map<String, Place> before = new TreeMap<>();
    Map<String, Place> after = new TreeMap<>();
    for (Table table : from.tables()) {
      for (Column column : Parts.ordinary(table)) {
        Place place = new Place(table.name(), column.name());
        Place now = place;
        for (Change rename : renames) {
          now = renamed(now, rename);
        }
        boolean kept = find(to, now).filter(c -> isKept(column, c)).isPresent();
        if (kept && !filled.contains(now.table() + "." + now.column())) {
          before.put(table.name() + "." + column.name(), place);
          after.put(table.name() + "." + column.name(), now);
        }
      }
    }
    return new Survivors(before, after);
  }

  private static boolean isKept(Column from, Column to) {
    return from.type().equals(to.type()) && to.generated().isEmpty();
  }

  private static Optional<Column> find(Schema schema, Place place) {
    return schema
        .tables()
        .find(place.table().toString())
        .flatMap(table -> table.columns().find(place.column()));
  }

  private static Place renamed(Place place, Change change) {
    if (change instanceof RenameTable rename && rename.from().equals(place.table())) {
      QualifiedName to = rename.to();
      return new Place(to, place.column());
    }
    if (change instanceof RenameColumn rename
        && rename.table().equals(place.table())
        && rename.from().equals(place.column())) {
      return new Place(place.table(), rename.to());
    }
    return place;
  }
}
