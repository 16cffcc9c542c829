package dev.autogen.cli;

import dev.autogen.diff.RenameHints;
import dev.autogen.diff.RenamePolicy;
import dev.autogen.diff.Unmanaged;
import dev.autogen.plan.Fills;
import java.util.List;

/**
 * What a person says of a comparison that the two sides cannot tell.
 *
 * @param renames which things are the same under another name
 * @param fills values for rows that would be left without one
 * @param unmanaged what becomes of things that no entity ever declared
 */
record Hints(RenamePolicy renames, Fills fills, Unmanaged unmanaged) {

  static final Hints NONE = new Hints(RenamePolicy.NEVER, Fills.none(), Unmanaged.KEEP);

  static Hints of(List<String> renames, List<String> fills, boolean prune) {
    try {
      return new Hints(
          renames.isEmpty() ? RenamePolicy.NEVER : RenameHints.parse(renames),
          Fills.parse(fills),
          prune ? Unmanaged.PRUNE : Unmanaged.KEEP);
    } catch (IllegalArgumentException e) {
      throw new Failure(String.valueOf(e.getMessage()), e);
    }
  }
}
