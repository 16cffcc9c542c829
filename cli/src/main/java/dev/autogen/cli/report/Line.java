package dev.autogen.cli.report;

import dev.autogen.change.Change;
import dev.autogen.change.Description;
import java.util.List;
import java.util.Optional;

/**
 * One change in a report.
 *
 * @param change the change
 * @param origin the entity or attribute that it comes from; empty where no entity maps the thing
 * @param destructive whether rows or values are lost
 * @param reasons what the rules say of it, as sentences
 */
public record Line(
    Change change, Optional<String> origin, boolean destructive, List<String> reasons) {

  public Line {
    reasons = List.copyOf(reasons);
  }

  /** The change in words. */
  public Description description() {
    return change.describe();
  }
}
