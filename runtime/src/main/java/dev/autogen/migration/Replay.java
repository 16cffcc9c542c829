package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the migrations describe, known without a database: the schema after a revision, and what
 * entities had declared by then.
 *
 * <p>Replaying is lenient. A change of something that no migration created is taken at its word:
 * what it starts from is presumed to have been there. Statements and Java work that a person wrote
 * are not looked into.
 *
 * @param schema the schema, as far as the migrations tell
 * @param declared each object that entities declare at this revision, with where they declare it
 * @param complete whether nothing had to be presumed, so that {@code schema} is all there is but
 *     for what statements of a person made
 */
public record Replay(Schema schema, SortedMap<ObjectName, String> declared, boolean complete) {

  /** Before the first revision. */
  public static final Replay EMPTY = new Replay(Schema.EMPTY, Collections.emptySortedMap(), true);

  public Replay {
    Objects.requireNonNull(schema, "schema");
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
  }

  /** After all of these, in their order. */
  public static Replay of(Collection<MigrationScript> scripts) {
    Replay replay = EMPTY;
    for (MigrationScript script : scripts) {
      replay = replay.then(script);
    }
    return replay;
  }

  /**
   * After one migration more.
   *
   * @throws MigrationException if the migration's own code throws
   */
  public Replay then(MigrationScript script) {
    List<Change> changes =
        Recording.of(script, Direction.UPGRADE, schema).stream()
            .filter(Step.Alter.class::isInstance)
            .map(step -> ((Step.Alter) step).change())
            .toList();
    return then(changes, Recording.declarations(script));
  }

  /** After some changes more, as a migration would make them that declares nothing. */
  public Replay then(ChangeSet changes) {
    return then(changes.changes(), new Declarations());
  }

  private Replay then(List<Change> changes, Declarations newly) {
    DeclaredNames names = new DeclaredNames(declared);
    Schema after = schema;
    boolean nothingPresumed = complete;
    for (Change change : changes) {
      Schema presumed = change.accept(new Presumption(after));
      Optional<Schema> changed = attempt(change, presumed);
      nothingPresumed &= presumed == after && changed.isPresent();
      after = changed.orElse(presumed);
      change.accept(names);
    }
    names.add(newly);
    return new Replay(after, names.toMap(), nothingPresumed);
  }

  /** Empty for a change of something that only its name is known of, such as a rename. */
  private static Optional<Schema> attempt(Change change, Schema schema) {
    try {
      return Optional.of(change.applyTo(schema));
    } catch (SchemaException unknown) {
      return Optional.empty();
    }
  }
}
