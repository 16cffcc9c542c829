package dev.autogen.cli;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Namespaces;
import dev.autogen.migration.Commutation;
import dev.autogen.migration.Commutation.Collision;
import dev.autogen.migration.RevisionGraph;
import java.util.Collection;
import java.util.stream.Collectors;

/** Tells whether branches go together, and refuses those that do not. */
final class Agreement {

  private static final int SHOWN = 5;

  private final Output output;
  private final Namespaces namespaces;

  /** Between branches for the project's database. */
  Agreement(Project project) {
    this.output = project.output();
    this.namespaces = project.likelyDialect().map(Dialect::namespaces).orElse(Namespaces.NONE);
  }

  /**
   * For heads that are to be joined.
   *
   * @param force whether to go on where they do not
   * @throws Failure if their changes collide and nobody insists
   */
  void require(RevisionGraph graph, Collection<String> heads, boolean force) {
    require(Commutation.of(graph, heads, namespaces), "joined", force);
  }

  /**
   * For heads that are to come behind another.
   *
   * @param force whether to go on where they do not
   * @throws Failure if their changes collide with those of the other and nobody insists
   */
  void requireBehind(RevisionGraph graph, Collection<String> heads, String other, boolean force) {
    require(Commutation.of(graph, heads, other, namespaces), "put one behind the other", force);
  }

  private void require(Commutation commutation, String done, boolean force) {
    if (commutation.holds()) {
      output.note("The branches lead to the same schema in either order.");
    } else if (force) {
      ("The branches collide, and are " + done + " all the same:" + words(commutation))
          .lines()
          .forEach(output::note);
    } else {
      throw new Failure(
          "The branches do not lead to the same schema in either order:"
              + words(commutation)
              + "\nCorrect one of them, or insist with --force.");
    }
    if (commutation.unread() > 0) {
      output.note(
          "note: "
              + (commutation.unread() == 1
                  ? "1 step of theirs is SQL or Java and was"
                  : commutation.unread() + " steps of theirs are SQL or Java and were")
              + " not looked into.");
    }
  }

  private static String words(Commutation commutation) {
    int more = commutation.collisions().size() - SHOWN;
    return commutation.collisions().stream()
            .limit(SHOWN)
            .map(Agreement::words)
            .collect(Collectors.joining())
        + (more > 0 ? "\n  and " + more + " more" : "");
  }

  private static String words(Collision collision) {
    return "\n  " + collision.one() + "\n    and " + collision.other();
  }
}
