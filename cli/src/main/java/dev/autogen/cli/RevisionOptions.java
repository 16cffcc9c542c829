package dev.autogen.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code revision}, which the top command takes as well. */
final class RevisionOptions {

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MSG",
      description = "What the migration is for: write the next migration.")
  @Nullable String message;

  @Option(names = "--empty", description = "Write a migration without steps.")
  boolean empty;

  @Option(
      names = "--head",
      paramLabel = "REV",
      description = "The head to follow: an id, label@head, or base for a branch of its own.")
  @Nullable String head;

  @Option(names = "--splice", description = "Let --head name a revision that is no head.")
  boolean splice;

  @Option(
      names = "--branch-label",
      paramLabel = "LABEL",
      description = "A name for the branch that starts here: LABEL@head.")
  List<String> branchLabels = new ArrayList<>();

  @Option(
      names = "--depends-on",
      paramLabel = "REV",
      description = "A revision of another branch to apply before this one.")
  List<String> dependsOn = new ArrayList<>();

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "The revision's id; random unless said.")
  @Nullable String revisionId;

  @Option(names = "--sql", description = "Also write the SQL beside the class, for review.")
  boolean sql;

  @Option(
      names = "--offline",
      description = "Compare with what the migrations make, not with a database.")
  boolean offline;

  @Option(
      names = "--allow-destructive",
      description = "Write changes that lose rows or values without asking.")
  boolean allowDestructive;

  @Option(names = "--prune", description = "Also remove what no entity ever declared.")
  boolean prune;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "The same thing under another name: users.fax=users.phone.")
  List<String> renames = new ArrayList<>();

  @Option(
      names = "--fill",
      paramLabel = "TABLE.COLUMN=SQL",
      description = "A value for rows that a required column would leave without one.")
  List<String> fills = new ArrayList<>();

  /** Whether one of them was given. */
  boolean isGiven() {
    return message != null
        || empty
        || head != null
        || splice
        || !branchLabels.isEmpty()
        || !dependsOn.isEmpty()
        || revisionId != null
        || sql
        || offline
        || allowDestructive
        || prune
        || !renames.isEmpty()
        || !fills.isEmpty();
  }
}
