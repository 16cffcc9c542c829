package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values for rows that a required column would leave without one: what a person states with {@code
 * --fill TABLE.COLUMN=SQL}, and, for a required column that a downgrade brings back after its
 * values are gone, the neutral value of its type.
 */
public final class Fills {

  private final Map<String, String> asked;

  private Fills(Map<String, String> asked) {
    this.asked = Collections.unmodifiableMap(asked);
  }

  public static Fills none() {
    return new Fills(Map.of());
  }

  /**
   * @param texts each {@code TABLE.COLUMN=SQL}
   * @throws IllegalArgumentException with a sentence, if one is written otherwise
   */
  public static Fills parse(List<String> texts) {
    Map<String, String> asked = new TreeMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals <= 0 || text.lastIndexOf('.', equals) <= 0 || equals == text.length() - 1) {
        throw new IllegalArgumentException(
            "Cannot read the fill \""
                + text
                + "\": write it as TABLE.COLUMN=SQL, such as users.phone=''.");
      }
      asked.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
    return new Fills(asked);
  }

  /**
   * The change, with a value for the rows in its way where there is one.
   *
   * @param neutral what required columns get that a downgrade brings back
   */
  Change applyTo(Change change, NeutralValues neutral) {
    if (change instanceof AddColumn add && add.column().needsValue()) {
      return new AddColumn(add.table(), add.column(), fill(add.table(), add.column()));
    }
    if (change instanceof AlterColumn alter && alter.from().nullable() && !alter.to().nullable()) {
      return new AlterColumn(
          alter.table(), alter.from(), alter.to(), fill(alter.table(), alter.to()));
    }
    if (change instanceof DropColumn drop && drop.column().needsValue()) {
      return new DropColumn(drop.table(), drop.column(), neutral.of(drop.table(), drop.column()));
    }
    return change;
  }

  /** What was asked for and fits none of the changes. */
  public Set<String> unusedBy(List<Change> changes) {
    Set<String> unused = new TreeSet<>(asked.keySet());
    for (Change change : changes) {
      if (change instanceof AddColumn add) {
        unused.removeIf(name -> name.equalsIgnoreCase(name(add.table(), add.column())));
      }
      if (change instanceof AlterColumn alter) {
        unused.removeIf(name -> name.equalsIgnoreCase(name(alter.table(), alter.to())));
      }
    }
    return unused;
  }

  /** By the database's name first, then as the mapping may write it: in another case. */
  private Optional<String> fill(QualifiedName table, Column column) {
    String wanted = name(table, column);
    return Optional.ofNullable(asked.get(wanted))
        .or(
            () ->
                asked.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(wanted))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  private static String name(QualifiedName table, Column column) {
    return table + "." + column.name();
  }
}
