package dev.autogen.dialect.mariadb;

import dev.autogen.change.Change;
import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.mysql.MysqlDdl;
import dev.autogen.dialect.mysql.MysqlParts;
import dev.autogen.dialect.mysql.MysqlSurroundings;
import dev.autogen.dialect.mysql.MysqlTables;
import dev.autogen.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MariaDB's DDL for one batch of changes: MySQL's, and sequences. */
final class MariadbDdl extends MysqlDdl {

  private final MariadbDefinitions sequences;

  /**
   * @param tables the tables before the batch
   * @param batch the changes that are done together
   */
  MariadbDdl(Dialect dialect, MysqlTables tables, List<Change> batch) {
    this(dialect, new MariadbDefinitions(dialect), new MysqlSurroundings(tables, batch));
  }

  private MariadbDdl(
      Dialect dialect, MariadbDefinitions definitions, MysqlSurroundings surroundings) {
    super(
        dialect,
        new MysqlParts(
            definitions,
            new MariadbColumns(dialect, definitions, surroundings),
            new MariadbKeys(dialect, definitions, surroundings)),
        surroundings.tables());
    this.sequences = definitions;
  }

  @Override
  public List<String> createSequence(CreateSequence change) {
    Sequence sequence = change.sequence();
    return List.of(
        "create sequence "
            + dialect.identifier(sequence.name())
            + " "
            + sequences.sequence(sequence));
  }

  @Override
  public List<String> dropSequence(DropSequence change) {
    return List.of("drop sequence " + dialect.identifier(change.sequence().name()));
  }

  @Override
  public List<String> alterSequence(AlterSequence change) {
    Sequence from = change.from();
    Sequence to = change.to();
    List<String> options = new ArrayList<>();
    if (from.increment() != to.increment()) {
      options.add(" increment by " + to.increment());
    }
    options.addAll(limit("minvalue", from.minimum(), to.minimum()));
    options.addAll(limit("maxvalue", from.maximum(), to.maximum()));
    if (from.start() != to.start()) {
      options.add(" start with " + to.start());
    }
    if (from.cache() != to.cache()) {
      options.add(sequences.cache(to));
    }
    if (from.cycle() != to.cycle()) {
      options.add(to.cycle() ? " cycle" : " nocycle");
    }
    return options.isEmpty()
        ? List.of()
        : List.of("alter sequence " + dialect.identifier(to.name()) + String.join("", options));
  }

  private static List<String> limit(String word, Optional<Long> from, Optional<Long> to) {
    if (from.equals(to)) {
      return List.of();
    }
    return List.of(to.map(value -> " " + word + " " + value).orElse(" no " + word));
  }

  /** To a rename, a sequence is a table. */
  @Override
  public List<String> renameSequence(RenameSequence change) {
    return rename(change.from(), change.to());
  }
}
