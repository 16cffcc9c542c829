package dev.autogen.migration;

import java.sql.Connection;

/** One thing that a migration does, as recorded by {@link Operations}. */
public sealed interface Step {

  /** A change of the schema. */
  record Alter(dev.autogen.change.Change change) implements Step {}

  /** A statement as a person wrote it. */
  record Execute(String sql) implements Step {}

  /** Work with plain JDBC, in the migration's transaction. */
  record Run(String what, Work work) implements Step {}

  /** What a {@link Run} step does. It must not commit, roll back or close the connection. */
  @FunctionalInterface
  interface Work {
    void run(Connection connection) throws Exception;
  }
}
