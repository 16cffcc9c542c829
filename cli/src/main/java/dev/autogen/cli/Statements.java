package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.migration.KnownSchema;
import dev.autogen.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as the SQL of a dialect, as far as it can be told without the database. */
final class Statements {

  private Statements() {}

  /** The statements, without closing semicolons. */
  static List<String> of(Plan plan, Dialect dialect) {
    List<String> statements = new ArrayList<>();
    KnownSchema known = new KnownSchema(plan.from());
    for (List<Change> batch : dialect.batches(plan.upgrade().changes())) {
      statements.addAll(dialect.statements(batch, known.schema()));
      for (Change change : batch) {
        known = known.after(change);
      }
    }
    return statements;
  }

  /** The statements of a plan, what comes before it, and further ones, as one script. */
  static String script(Plan plan, List<String> further, Dialect dialect) {
    List<String> all = new ArrayList<>(plan.preparing());
    all.addAll(of(plan, dialect));
    all.addAll(further);
    return all.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
  }
}
