package dev.autogen.plan;

import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.NotCompared;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What entities tell the engine of their tables, beside what a database has: option by option, for
 * a table has more of them than anybody states.
 *
 * @param base the names of what entities declared at the last revision
 * @param made what the migrations make: it tells what a catalog does not
 */
record OptionsAsFound(Dialect dialect, Set<ObjectName> base, Schema made) {

  /** The declared table with all options that it is to have. */
  Table met(Table declared, Table found) {
    Set<String> names = dialect.tableOptions().names(declared.options());
    Set<String> withdrawn =
        base.stream()
            .filter(name -> name.kind() == Kind.OPTION)
            .filter(name -> name.owner().equals(declared.name()))
            .map(ObjectName::name)
            .filter(name -> !names.contains(name))
            .collect(Collectors.toSet());
    return declared.withOptions(
        dialect.tableOptions().met(declared.options(), withdrawn, found.options()));
  }

  /** What cannot be compared of the tables that are there. */
  List<NotCompared> untold(Schema declared, Schema found) {
    List<NotCompared> untold = new ArrayList<>();
    for (Table table : declared.tables()) {
      if (found.tables().contains(table.name().toString())) {
        List<String> known = made(table.name());
        dialect.tableOptions().untold(table.options()).stream()
            .filter(option -> !known.contains(option))
            .forEach(option -> untold.add(notCompared(table.name(), option)));
      }
    }
    return untold;
  }

  private List<String> made(QualifiedName table) {
    Optional<Table> made = made().tables().find(table.toString());
    return made.map(known -> dialect.tableOptions().untold(known.options())).orElse(List.of());
  }

  private NotCompared notCompared(QualifiedName table, String option) {
    return new NotCompared(
        new ObjectName(Kind.OPTION, table, option),
        "the catalog of %s does not tell this option of a table"
            .formatted(dialect.version().product()));
  }
}
