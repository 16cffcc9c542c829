package dev.autogen.codegen;

import dev.autogen.change.ChangeSet;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that goes into a migration class.
 *
 * @param revision which revision it is
 * @param packageName the package, or the empty string
 * @param origins the entities whose change it follows, most interesting first: for the comment
 * @param preparing statements that make what the changes forth need: run before them, but for new
 *     schemas, sequences and enum types
 * @param upgrade the changes forth, in order
 * @param seeds statements that put first rows into new tables: run after the changes forth
 * @param downgrade the changes back, in order
 * @param restoring statements that give to what comes back what the model does not hold: run after
 *     the changes back
 * @param before what replaying the earlier migrations gives: the schema on which {@code upgrade}
 *     will be recorded, which need not be all that the database has
 * @param after what replaying {@code upgrade} gives in turn
 * @param declared what entities newly declare, with the origin of each
 * @param withdrawn what they declare no longer, though it stays
 */
public record MigrationRequest(
    Header revision,
    String packageName,
    List<String> origins,
    List<String> preparing,
    ChangeSet upgrade,
    List<String> seeds,
    ChangeSet downgrade,
    List<String> restoring,
    Schema before,
    Schema after,
    SortedMap<ObjectName, String> declared,
    SortedSet<ObjectName> withdrawn) {

  /**
   * Where the migration stands in the history.
   *
   * @param id the revision's id
   * @param links which others it is linked to
   * @param message what it is for
   * @param created when it is generated; written to the second
   * @param hibernateVersion the version of Hibernate that read the entities, if any did
   */
  public record Header(
      String id, Links links, String message, Instant created, Optional<String> hibernateVersion) {}

  public MigrationRequest {
    origins = List.copyOf(origins);
    preparing = List.copyOf(preparing);
    seeds = List.copyOf(seeds);
    restoring = List.copyOf(restoring);
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    withdrawn = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawn));
  }

  /** A migration that needs nothing made before it. */
  public MigrationRequest(
      Header revision,
      String packageName,
      List<String> origins,
      ChangeSet upgrade,
      List<String> seeds,
      ChangeSet downgrade,
      List<String> restoring,
      Schema before,
      Schema after,
      SortedMap<ObjectName, String> declared,
      SortedSet<ObjectName> withdrawn) {
    this(
        revision,
        packageName,
        origins,
        List.of(),
        upgrade,
        seeds,
        downgrade,
        restoring,
        before,
        after,
        declared,
        withdrawn);
  }

  /** A migration without steps, for a person to fill in. */
  public static MigrationRequest empty(Header revision, String packageName) {
    return new MigrationRequest(
        revision,
        packageName,
        List.of(),
        ChangeSet.EMPTY,
        List.of(),
        ChangeSet.EMPTY,
        List.of(),
        Schema.EMPTY,
        Schema.EMPTY,
        new TreeMap<>(),
        new TreeSet<>());
  }
}
