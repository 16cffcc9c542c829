package dev.autogen.verify;

import java.util.Optional;
import javax.sql.DataSource;

/** A database for a proof. Whatever happens to it, nobody misses it. */
public interface Scratch extends AutoCloseable {

  /** Connections to it. */
  DataSource source();

  /**
   * The schema that connections to the database start in which the proof is for, if there is one.
   */
  Optional<String> connectionSchema();

  /** Makes it empty again. */
  void renew();

  /** Leaves nothing of it behind. */
  @Override
  void close();
}
