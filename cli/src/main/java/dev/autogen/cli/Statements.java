package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import java.util.List;
import java.util.stream.Collectors;

/** Changes as the SQL of a dialect. */
final class Statements {

  private Statements() {}

  /** The statements, without closing semicolons. */
  static List<String> of(List<Change> changes, Dialect dialect) {
    return changes.stream().flatMap(change -> change.accept(dialect.ddl()).stream()).toList();
  }

  /** The statements as one script. */
  static String script(List<Change> changes, Dialect dialect) {
    return of(changes, dialect).stream().map(sql -> sql + ";\n").collect(Collectors.joining());
  }
}
