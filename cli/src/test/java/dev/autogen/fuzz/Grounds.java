package dev.autogen.fuzz;

import dev.autogen.dialect.Dialects;
import dev.autogen.testing.Engine;
import dev.autogen.testing.ReusedDatabases;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What all trials on one engine share, one after the other.
 *
 * @param vocabulary what models on this engine are made of
 * @param compiler turns what a trial has written into classes
 * @param databases two for each trial
 */
record Grounds(Engine engine, Vocabulary vocabulary, Compiled compiler, ReusedDatabases databases)
    implements AutoCloseable {

  static Grounds on(Engine engine) throws SQLException {
    try (TestDatabase any = TestDatabases.create(engine);
        Connection connection = any.connect()) {
      return new Grounds(
          engine,
          Vocabulary.of(engine, Dialects.of(connection)),
          new Compiled(),
          new ReusedDatabases(engine));
    }
  }

  @Override
  public void close() throws SQLException {
    compiler.close();
    databases.close();
  }
}
