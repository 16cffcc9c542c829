package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tables and columns that changes speak of were before the first of these changes: under which
 * names they are to be asked about, and whether they can be asked about at all.
 */
final class Beforehand {

  private final Set<QualifiedName> created = new HashSet<>();
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
  private final Set<ObjectName> touched = new HashSet<>();
  private final Map<ObjectName, String> columns = new HashMap<>();

  /** The name that a table had, unless the changes create it. */
  Optional<QualifiedName> table(QualifiedName name) {
    return created.contains(name) ? Optional.empty() : Optional.of(tables.getOrDefault(name, name));
  }

  /** The name that a column had, unless the changes add, fill or convert it. */
  Optional<String> column(QualifiedName table, String column) {
    ObjectName name = ObjectName.column(table, column);
    return touched.contains(name)
        ? Optional.empty()
        : Optional.of(columns.getOrDefault(name, column));
  }

  /** The names that columns had, unless the changes add, fill or convert one of them. */
  Optional<List<String>> columns(QualifiedName table, List<String> names) {
    List<String> before = new ArrayList<>();
    for (String name : names) {
      column(table, name).ifPresent(before::add);
    }
    return before.size() == names.size() ? Optional.of(before) : Optional.empty();
  }

  /** Whether an expression over a table's columns may not mean the same beforehand. */
  boolean isReshaped(QualifiedName table, String expression) {
    return Stream.concat(touched.stream(), columns.keySet().stream())
        .filter(name -> name.owner().equals(table))
        .anyMatch(name -> mentions(expression, name.name()));
  }

  /** Whether it may speak of a column: the name stands in it as a word, in any case. */
  private static boolean mentions(String expression, String column) {
    return Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(expression)
        .find();
  }

  /** Goes one change further. */
  void follow(Change change) {
    if (change instanceof CreateTable create) {
      created.add(create.definition().name());
    } else if (change instanceof RenameTable rename) {
      rename(rename);
    } else if (change instanceof AddColumn add) {
      touched.add(add.object());
    } else if (change instanceof AlterColumn alter) {
      if (alter.fill().isPresent() || alter.facets().contains(Facet.TYPE)) {
        touched.add(alter.object());
      }
    } else if (change instanceof RenameColumn rename) {
      rename(rename);
    } else if (change instanceof RenameValue rename) {
      touched.add(rename.object());
    }
  }

  private void rename(RenameTable rename) {
    table(rename.from()).ifPresent(before -> tables.put(rename.to(), before));
    if (created.remove(rename.from())) {
      created.add(rename.to());
    }
    for (ObjectName name : List.copyOf(touched)) {
      if (name.owner().equals(rename.from())) {
        touched.add(ObjectName.column(rename.to(), name.name()));
      }
    }
    Map.copyOf(columns)
        .forEach(
            (name, before) -> {
              if (name.owner().equals(rename.from())) {
                columns.put(ObjectName.column(rename.to(), name.name()), before);
              }
            });
  }

  private void rename(RenameColumn rename) {
    ObjectName to = ObjectName.column(rename.table(), rename.to());
    column(rename.table(), rename.from())
        .ifPresentOrElse(before -> columns.put(to, before), () -> touched.add(to));
  }
}
