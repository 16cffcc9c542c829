package dev.autogen.schema;

import java.util.List;

/** A promise that the database keeps about a table's rows. */
public sealed interface Constraint permits PrimaryKey, ForeignKey, UniqueKey, Check {

  String name();

  /** The columns of its own table that it is about, in its order; empty for a check. */
  List<String> columns();

  /** The same promise under another name. */
  Constraint withName(String newName);

  /** The same promise after a column of its own table took a new name. */
  Constraint renamingColumn(String from, String to);

  /** The names with {@code from} replaced by {@code to}. */
  static List<String> renamed(List<String> names, String from, String to) {
    return names.stream().map(name -> name.equals(from) ? to : name).toList();
  }
}
