package dev.autogen.dialect.mysql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Which changes are one statement: a primary key that goes and comes, and a column that the
 * database numbers, which must be a key all the while; and columns of a table that are defined anew
 * one after the other, so that its rows are copied once. Each other change is a statement of its
 * own.
 */
public final class MysqlBatches {

  private MysqlBatches() {}

  /** The changes in batches, each where the last of it stands. */
  public static List<List<Change>> of(List<Change> changes) {
    List<List<Change>> batches = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      List<Integer> together = together(changes, i);
      if (together.isEmpty()) {
        int first = i;
        while (i + 1 < changes.size() && goesOn(changes, first, i + 1)) {
          i++;
        }
        batches.add(List.copyOf(changes.subList(first, i + 1)));
      } else if (together.get(together.size() - 1) == i) {
        batches.add(together.stream().map(changes::get).toList());
      }
    }
    return batches;
  }

  /** Whether a change alters one more column of a table, beside those altered right before it. */
  private static boolean goesOn(List<Change> changes, int first, int place) {
    if (!(changes.get(place) instanceof AlterColumn next) || !together(changes, place).isEmpty()) {
      return false;
    }
    return isRedefined(next)
        && changes.subList(first, place).stream()
            .allMatch(
                change ->
                    change instanceof AlterColumn before
                        && isRedefined(before)
                        && before.table().equals(next.table())
                        && !before.to().name().equals(next.to().name()));
  }

  /** A column that is computed otherwise may have to be dropped and made again. */
  private static boolean isRedefined(AlterColumn change) {
    return !change.facets().contains(Facet.GENERATED) && !change.facets().contains(Facet.IDENTITY);
  }

  /**
   * The places of the changes that are one statement with that at a place; empty if it is alone.
   */
  private static List<Integer> together(List<Change> changes, int place) {
    if (!isOfOneTable(changes.get(place))) {
      return List.of();
    }
    QualifiedName table = changes.get(place).object().owner();
    List<Integer> numbering = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if (isOfOneTable(changes.get(i))
          && changes.get(i).object().owner().equals(table)
          && isNumbering(changes.get(i))) {
        numbering.add(i);
      }
    }
    if (numbering.size() < 2) {
      return List.of();
    }
    List<Integer> together = new ArrayList<>();
    for (int i = numbering.get(0); i <= numbering.get(numbering.size() - 1); i++) {
      if (isOfOneTable(changes.get(i)) && changes.get(i).object().owner().equals(table)) {
        together.add(i);
      }
    }
    return together.contains(place) ? together : List.of();
  }

  private static boolean isOfOneTable(Change change) {
    if (change instanceof AddConstraint add) {
      return !(add.constraint() instanceof ForeignKey);
    }
    if (change instanceof DropConstraint drop) {
      return !(drop.constraint() instanceof ForeignKey);
    }
    return change instanceof ConstraintChange.CreateIndex
        || change instanceof ConstraintChange.DropIndex
        || (change instanceof ColumnChange && !(change instanceof RenameColumn));
  }

  private static boolean isNumbering(Change change) {
    if (change instanceof AddConstraint add) {
      return add.constraint() instanceof PrimaryKey;
    }
    if (change instanceof DropConstraint drop) {
      return drop.constraint() instanceof PrimaryKey;
    }
    if (change instanceof AddColumn add) {
      return add.column().identity().isPresent();
    }
    if (change instanceof DropColumn drop) {
      return drop.column().identity().isPresent();
    }
    return change instanceof AlterColumn alter && alter.facets().contains(Facet.IDENTITY);
  }

  /** Statements about one table made one where nothing comes between them. */
  public static List<String> merged(List<String> statements, String alter) {
    List<String> merged = new ArrayList<>();
    for (String statement : statements) {
      int last = merged.size() - 1;
      if (last >= 0 && statement.startsWith(alter) && merged.get(last).startsWith(alter)) {
        merged.set(last, merged.get(last) + ", " + statement.substring(alter.length()));
      } else {
        merged.add(statement);
      }
    }
    return merged;
  }
}
