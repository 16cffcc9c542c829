package dev.autogen.lint.rules;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.dialect.DatabaseNeededException;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DL19: the database has no statement for a change, forth or back. The migration is written, for a
 * person to complete; as it stands, running it is refused before its first step.
 */
public final class UnwritableChange implements Rule {

  private final Dialect dialect;

  public UnwritableChange(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public List<Finding> check(Plan plan) {
    return Stream.of(
            finding("upgrade", plan.upgrade(), plan.from()),
            finding("downgrade", plan.downgrade(), plan.to()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The first that cannot be written: what follows it would be told of a schema that is not. */
  private Optional<Finding> finding(String direction, ChangeSet changes, Schema from) {
    Schema known = from;
    for (Change change : changes.changes()) {
      try {
        dialect.statements(List.of(change), known);
      } catch (DatabaseNeededException notKnown) {
        return Optional.empty();
      } catch (UnsupportedChangeException refused) {
        return Optional.of(
            new Finding(
                "DL19",
                Severity.WARNING,
                change.object(),
                "The " + direction + " will be refused as it is written. " + refused.getMessage()));
      }
      known = change.applyTo(known);
    }
    return Optional.empty();
  }
}
