package dev.autogen.migration;

import dev.autogen.schema.Schema;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration as it was loaded: what {@link Revision} says of it, where it is from, and the object
 * that records its steps.
 *
 * @param header what its annotation says
 * @param origin where it is from
 * @param migration what records its steps
 */
public record MigrationScript(Header header, Origin origin, Migration migration) {

  /**
   * What {@link Revision} says.
   *
   * @param id the revision's own id
   * @param links which others it is linked to
   * @param created an ISO 8601 instant, or the empty string
   * @param message what it is for, or the empty string
   * @param hibernate the version of Hibernate that read the entities, or the empty string
   */
  public record Header(String id, Links links, String created, String message, String hibernate) {
    public Header {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(links, "links");
      Objects.requireNonNull(created, "created");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(hibernate, "hibernate");
    }

    static Header of(Revision revision) {
      return new Header(
          revision.id(),
          new Links(
              Arrays.asList(revision.revises()),
              Arrays.asList(revision.dependsOn()),
              Arrays.asList(revision.branchLabels()),
              Arrays.asList(revision.replaces())),
          revision.created(),
          revision.message(),
          revision.hibernate());
    }
  }

  /**
   * How a revision is linked to others.
   *
   * @param revises the ids of the revisions that it follows
   * @param dependsOn what must be applied before it without being followed: ids, beginnings of ids,
   *     or branch labels
   * @param branchLabels the names of the branch that starts with it
   * @param replaces the revisions before it whose work it does as well
   */
  public record Links(
      List<String> revises,
      List<String> dependsOn,
      List<String> branchLabels,
      List<String> replaces) {
    public Links {
      replaces = List.copyOf(replaces);
      revises = List.copyOf(revises);
      dependsOn = List.copyOf(dependsOn);
      branchLabels = List.copyOf(branchLabels);
    }

    /** Of one that replaces none. */
    public Links(List<String> revises, List<String> dependsOn, List<String> branchLabels) {
      this(revises, dependsOn, branchLabels, List.of());
    }

    /** Of one that follows these, and no more. */
    public static Links after(List<String> revises) {
      return new Links(revises, List.of(), List.of());
    }
  }

  /**
   * Where a migration is from.
   *
   * @param className its class, with its package
   * @param source its source file, unless it was taken compiled from the class path
   * @param checksum the SHA-256 of its source without formatting and comments, in hexadecimal
   *     digits; the empty string where it was taken compiled from the class path
   */
  public record Origin(String className, Optional<Path> source, String checksum) {
    public Origin {
      Objects.requireNonNull(className, "className");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(checksum, "checksum");
    }

    /** The source file, or else the class: what a message points at. */
    @Override
    public String toString() {
      return source.map(Path::toString).orElse(className);
    }
  }

  /** Why a database cannot go on that stands within the chain which this replaces: sentences. */
  public String insteadOf(String id) {
    return ("The database stands at revision \"%s\", which revision %s replaces, and not all of the"
            + " migrations that it replaces are here. Bring them back, upgrade this database to"
            + " %s, and then delete them again.")
        .formatted(id, this, id());
  }

  public MigrationScript {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(migration, "migration");
  }

  public String id() {
    return header.id();
  }

  public List<String> revises() {
    return header.links().revises();
  }

  /** The message, or the class name where there is none. */
  public String title() {
    return header.message().isEmpty() ? origin.className() : header.message();
  }

  /**
   * The steps that it takes, none of which is run.
   *
   * @param state the schema before the first of them, as far as it is known
   * @throws MigrationException if its own code throws, or a call of it is incomplete
   */
  public List<Step> steps(Direction direction, Schema state) {
    return Recording.of(this, direction, state);
  }

  /**
   * Whether it leaves it to the database to make its steps one transaction.
   *
   * @param state the schema before the first of them, as far as it is known
   * @throws MigrationException if its own code throws, or a call of it is incomplete
   */
  public boolean isTransactional(Direction direction, Schema state) {
    return Recording.recorded(this, direction, state).transactional();
  }

  /**
   * What it says of why it cannot be taken back: its downgrade() throws an {@link
   * UnsupportedOperationException} in place of recording steps. Empty for all others, also for one
   * that fails otherwise.
   *
   * @param state the schema after it, as far as it is known
   */
  public Optional<String> irreversible(Schema state) {
    try {
      steps(Direction.DOWNGRADE, state);
      return Optional.empty();
    } catch (MigrationException thrown) {
      return Optional.of(thrown)
          .filter(failure -> failure.getCause() instanceof UnsupportedOperationException)
          .map(MigrationException::getMessage);
    }
  }

  /** {@code 7f3a9c1e2b4d (add user preferences)}. */
  @Override
  public String toString() {
    return id() + " (" + title() + ")";
  }
}
