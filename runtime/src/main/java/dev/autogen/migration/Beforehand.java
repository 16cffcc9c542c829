package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What tables and columns that changes speak of were before the first of these changes: under which
 * names they are to be asked about, and whether they can be asked about at all.
 */
final class Beforehand {

  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final Pattern TEXT = Pattern.compile("varchar(\\(\\d+\\))?|text|clob");

  /** What a new column is called whose name another has until then. */
  private static final String ADDED = "autogen_added_";

  /** A name for a column on its way to another: two may have changed theirs with each other. */
  private static final String BETWEEN = "autogen_renamed_";

  private final Set<QualifiedName> created = new HashSet<>();
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
  private final Set<ObjectName> touched = new HashSet<>();
  private final Set<ObjectName> freed = new HashSet<>();
  private final Map<ObjectName, String> columns = new HashMap<>();
  private final Map<QualifiedName, Map<String, String>> added = new HashMap<>();

  /** The name that a table had, unless the changes create it. */
  Optional<QualifiedName> table(QualifiedName name) {
    return created.contains(name) ? Optional.empty() : Optional.of(tables.getOrDefault(name, name));
  }

  /** The name that a column had, or will have, unless its values are not known beforehand. */
  Optional<String> column(QualifiedName table, String column) {
    ObjectName name = ObjectName.column(table, column);
    return touched.contains(name)
        ? Optional.empty()
        : Optional.of(columns.getOrDefault(name, column));
  }

  /**
   * The columns that the changes add to a table and that have the same value in each row, or one
   * that can be worked out from it: their SQL by their name.
   *
   * @param table the name that the table had
   */
  Map<String, String> added(QualifiedName table) {
    return added.getOrDefault(table, Map.of());
  }

  /** The names that columns had, unless the changes fill or convert one of them. */
  Optional<List<String>> columns(QualifiedName table, List<String> names) {
    List<String> before = new ArrayList<>();
    for (String name : names) {
      column(table, name).ifPresent(before::add);
    }
    return before.size() == names.size() ? Optional.of(before) : Optional.empty();
  }

  /**
   * The check in the names that columns had, unless it speaks of one added, filled or converted.
   */
  Optional<Check> check(QualifiedName table, Check check) {
    if (isTouched(table, check.expression())) {
      return Optional.empty();
    }
    List<Map.Entry<ObjectName, String>> renamed =
        columns.entrySet().stream().filter(e -> e.getKey().owner().equals(table)).toList();
    Check before = check;
    for (int i = 0; i < renamed.size(); i++) {
      before = before.renamingColumn(renamed.get(i).getKey().name(), BETWEEN + i);
    }
    for (int i = 0; i < renamed.size(); i++) {
      before = before.renamingColumn(BETWEEN + i, renamed.get(i).getValue());
    }
    return Optional.of(before);
  }

  /** Whether an expression over a table's columns may not mean the same beforehand. */
  boolean isReshaped(QualifiedName table, String expression) {
    return isTouched(table, expression)
        || columns.keySet().stream()
            .anyMatch(name -> name.owner().equals(table) && mentions(expression, name.name()));
  }

  private boolean isTouched(QualifiedName table, String expression) {
    return touched.stream()
        .anyMatch(name -> name.owner().equals(table) && mentions(expression, name.name()));
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
      add(add);
    } else if (change instanceof AlterColumn alter) {
      if (alter.fill().isPresent() || !keepsValues(alter)) {
        touched.add(alter.object());
      }
    } else if (change instanceof RenameColumn rename) {
      rename(rename);
    } else if (change instanceof DropColumn drop) {
      freed.add(drop.object());
    } else if (change instanceof RenameValue rename) {
      touched.add(rename.object());
    }
  }

  private void add(AddColumn add) {
    Column column = add.column();
    Optional<String> value = add.fill().or(column::defaultValue);
    Optional<QualifiedName> table = table(add.table());
    boolean computed = column.identity().isPresent() || column.generated().isPresent();
    if (value.isPresent() && table.isPresent() && !computed) {
      String name = (freed.contains(add.object()) ? ADDED : "") + column.name();
      added.computeIfAbsent(table.get(), key -> new TreeMap<>()).put(name, value.get());
      columns.remove(add.object());
      if (!name.equals(column.name())) {
        columns.put(add.object(), name);
      }
      touched.remove(add.object());
    } else {
      touched.add(add.object());
    }
  }

  /**
   * Whether each value stays what it is, or is refused: what can be asked of the column afterwards
   * can then be asked before.
   */
  private static boolean keepsValues(AlterColumn alter) {
    if (alter.facets().contains(Facet.COLLATION)) {
      return false;
    }
    String from = alter.from().type().sql();
    String to = alter.to().type().sql();
    return from.equals(to)
        || INTEGERS.contains(from) && INTEGERS.contains(to)
        || TEXT.matcher(from).matches() && TEXT.matcher(to).matches();
  }

  private void rename(RenameTable rename) {
    table(rename.from()).ifPresent(before -> tables.put(rename.to(), before));
    if (created.remove(rename.from())) {
      created.add(rename.to());
    }
    for (Set<ObjectName> names : List.of(touched, freed)) {
      for (ObjectName name : List.copyOf(names)) {
        if (name.owner().equals(rename.from())) {
          names.add(ObjectName.column(rename.to(), name.name()));
        }
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
    freed.add(ObjectName.column(rename.table(), rename.from()));
  }
}
