package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.ByName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renames as a person states them with {@code --rename OLD=NEW}: {@code users=people}, {@code
 * users=crm.users}, {@code users.fax=users.phone}, a sequence, a constraint or index by its name or
 * behind its table's, {@code OrderStatus.NEW=OrderStatus.OPEN} for a label of an enum type, {@code
 * orders.status.NEW=orders.status.OPEN} for a value of an enum however it is stored.
 *
 * <p>Names may be spelled as the database has them or as the mapping writes them. Their order does
 * not matter, names may go in a circle, and what belongs to a table may be named by its old name or
 * its new one. A hint whose new name the database has already, and whose old one it has no longer,
 * has been carried out: it is left alone.
 */
public final class RenameHints implements RenamePolicy {

  private final List<Hint> hints;

  private record Hint(String from, String to) {

    /** What it says once a table, column or enum type that it names has another name. */
    Hint behind(Hint owner) {
      return new Hint(moved(from, owner), moved(to, owner));
    }

    private static String moved(String name, Hint owner) {
      String old = owner.from + ".";
      return name.startsWith(old) ? owner.to + "." + name.substring(old.length()) : name;
    }

    /** Once carried out, with a new name that a column has behind that of its table. */
    Hint whole(Schema schema) {
      boolean whole =
          to.indexOf('.') >= 0 || hasMoved(schema.tables()) || hasMoved(schema.enumTypes());
      return whole ? this : new Hint(from, from.substring(0, from.lastIndexOf('.') + 1) + to);
    }

    /** Whether it is about something that others are named behind, and has been carried out. */
    boolean hasMoved(Schema schema) {
      return hasMoved(schema.tables())
          || hasMoved(schema.enumTypes())
          || schema.tables().stream()
              .anyMatch(
                  table ->
                      from.equals(table.name() + "." + last(from))
                          && table.columns().contains(last(to))
                          && !table.columns().contains(last(from)));
    }

    private boolean hasMoved(ByName<?> all) {
      return all.contains(to) && !all.contains(from);
    }
  }

  private RenameHints(List<Hint> hints) {
    this.hints = List.copyOf(hints);
  }

  /**
   * @param texts each {@code OLD=NEW}
   * @throws RenameHintException if one of them is written otherwise
   */
  public static RenameHints parse(List<String> texts) {
    List<Hint> hints = new ArrayList<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals <= 0 || equals == text.length() - 1) {
        throw new RenameHintException(
            "Cannot read the rename \""
                + text
                + "\": write it as OLD=NEW, such as users.fax=users.phone.");
      }
      hints.add(new Hint(text.substring(0, equals).strip(), text.substring(equals + 1).strip()));
    }
    return new RenameHints(hints);
  }

  @Override
  public List<Change> renames(Schema database, Schema declared) {
    List<Change> renames = new ArrayList<>();
    Schema current = database;
    List<Hint> left = spelled(new Spelling(database, declared));
    while (!left.isEmpty()) {
      Optional<Hint> ready = next(left, current, declared);
      Optional<NameCycles.Aside> aside =
          ready.isPresent() ? Optional.empty() : aside(left, current);
      if (aside.isPresent()) {
        renames.add(aside.get().change());
        current = aside.get().change().applyTo(current);
        continue;
      }
      Hint hint = ready.orElse(left.get(0));
      Optional<Change> rename = rename(hint, current, declared);
      left.remove(hint);
      if (rename.isPresent()) {
        renames.add(rename.get());
        current = rename.get().applyTo(current);
      }
      if (hint.hasMoved(current)) {
        Hint moved = hint.whole(current);
        left.replaceAll(other -> other.behind(moved));
      }
    }
    return ValueHints.together(renames, database);
  }

  private List<Hint> spelled(Spelling spelling) {
    List<Hint> spelled = new ArrayList<>();
    for (Hint hint : hints) {
      spelled.add(new Hint(spelling.of(hint.from()), spelling.of(hint.to())));
    }
    return spelled;
  }

  /** The first that can be carried out now: another may have to make way for it. */
  private static Optional<Hint> next(List<Hint> left, Schema current, Schema declared) {
    for (Hint hint : left) {
      try {
        rename(hint, current, declared);
        return Optional.of(hint);
      } catch (RenameHintException inTheWay) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** Breaks a circle, if that is why none can be carried out: the hints follow. */
  private static Optional<NameCycles.Aside> aside(List<Hint> left, Schema current) {
    Optional<NameCycles.Aside> aside =
        NameCycles.in(left.stream().map(hint -> Map.entry(hint.from(), hint.to())).toList())
            .flatMap(name -> NameCycles.aside(name, current));
    if (aside.isPresent()) {
      Hint moved = new Hint(aside.get().from(), aside.get().to());
      left.replaceAll(
          hint ->
              hint.from().equals(moved.from())
                  ? new Hint(moved.to(), hint.to())
                  : hint.behind(moved));
    }
    return aside;
  }

  private static Optional<Change> rename(Hint hint, Schema database, Schema declared) {
    Optional<Change> found =
        ofWhole(hint, database, declared)
            .or(() -> ofColumn(hint, database, declared))
            .or(() -> ofConstraint(hint, database))
            .or(() -> ofLabel(hint, database))
            .or(() -> ValueHints.rename(hint.from(), hint.to(), database, declared));
    if (found.isEmpty()
        && !isDone(hint, database)
        && !ValueHints.isDone(hint.from(), hint.to(), database)) {
      throw new RenameHintException(
          "Cannot rename "
              + hint.from()
              + " to "
              + hint.to()
              + ": the database must have a table, column, sequence, constraint, index or enum"
              + " value \""
              + hint.from()
              + "\", and the entities must declare \""
              + hint.to()
              + "\". Run `autogen diff` to see the names on both sides.");
    }
    return found;
  }

  private static Optional<Change> ofWhole(Hint hint, Schema database, Schema declared) {
    QualifiedName from = QualifiedName.parse(hint.from());
    QualifiedName to = QualifiedName.parse(hint.to());
    if (database.tables().contains(hint.from()) && declared.tables().contains(hint.to())) {
      return free(hint, database.tables().contains(hint.to()), new RenameTable(from, to));
    }
    if (database.sequences().contains(hint.from()) && declared.sequences().contains(hint.to())) {
      return free(hint, database.sequences().contains(hint.to()), new RenameSequence(from, to));
    }
    if (database.enumTypes().contains(hint.from()) && declared.enumTypes().contains(hint.to())) {
      return free(hint, database.enumTypes().contains(hint.to()), new RenameEnumType(from, to));
    }
    return Optional.empty();
  }

  private static Optional<Change> free(Hint hint, boolean taken, Change change) {
    if (taken) {
      throw new RenameHintException(
          "Cannot rename "
              + hint.from()
              + " to "
              + hint.to()
              + ": the database already has \""
              + hint.to()
              + "\". Drop or rename that one first.");
    }
    return Optional.of(change);
  }

  private static Optional<Change> ofColumn(Hint hint, Schema database, Schema declared) {
    String oldName = last(hint.from());
    String newName = last(hint.to());
    for (Table table : database.tables()) {
      if (hint.from().equals(table.name() + "." + oldName)
          && table.columns().contains(oldName)
          && (hint.to().equals(newName) || hint.to().equals(table.name() + "." + newName))
          && declares(declared, table.name(), newName)) {
        return free(
            hint,
            table.columns().contains(newName),
            new RenameColumn(table.name(), oldName, newName));
      }
    }
    return Optional.empty();
  }

  private static boolean declares(Schema declared, QualifiedName table, String column) {
    return declared
        .tables()
        .find(table.toString())
        .filter(found -> found.columns().contains(column))
        .isPresent();
  }

  private static Optional<Change> ofConstraint(Hint hint, Schema database) {
    String from = last(hint.from());
    String to = last(hint.to());
    for (Table table : database.tables()) {
      boolean named = hint.from().equals(from) || hint.from().equals(table.name() + "." + from);
      if (named && table.constraints().contains(from)) {
        return free(
            hint, table.constraints().contains(to), new RenameConstraint(table.name(), from, to));
      }
      if (named && table.indexes().contains(from)) {
        return free(hint, table.indexes().contains(to), new RenameIndex(table.name(), from, to));
      }
    }
    return Optional.empty();
  }

  private static Optional<Change> ofLabel(Hint hint, Schema database) {
    String from = last(hint.from());
    String to = last(hint.to());
    return EnumLabels.type(hint.from(), database)
        .flatMap(
            type ->
                free(hint, type.labels().contains(to), new RenameEnumLabel(type.name(), from, to)));
  }

  private static boolean isDone(Hint hint, Schema database) {
    return knows(database, hint.to()) && !knows(database, hint.from());
  }

  private static boolean knows(Schema schema, String name) {
    return schema.tables().contains(name)
        || schema.sequences().contains(name)
        || schema.enumTypes().contains(name)
        || schema.tables().stream().anyMatch(table -> knows(table, name));
  }

  private static boolean knows(Table table, String name) {
    String own = last(name);
    boolean qualified = name.equals(table.name() + "." + own);
    return (qualified && table.columns().contains(own))
        || ((qualified || name.equals(own))
            && (table.constraints().contains(own) || table.indexes().contains(own)));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
