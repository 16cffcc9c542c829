package dev.autogen.testing;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Empty databases of one engine for a test that needs many, for one thread. One that is closed is
 * emptied and given again where that is cheaper than a new one: PostgreSQL makes a new one's caches
 * for longer than most tests take. What belongs to no schema (large objects, roles, settings of the
 * database) is not put back.
 */
public final class ReusedDatabases implements AutoCloseable {

  /** Rows of dropped things stay in PostgreSQL's catalog, and are read each time. */
  private static final int USES = 25;

  private static final String[] EMPTYING = {
    """
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
    """,
    """
    do $$
    declare name text;
    begin
      set local client_min_messages = warning;
      for name in select nspname from pg_namespace
        where nspname !~ '^pg_' and nspname <> 'information_schema'
      loop
        execute format('drop schema %I cascade', name);
      end loop;
    end
    $$
    """,
    "create schema public",
    "grant create, usage on schema public to public",
    "comment on schema public is 'standard public schema'"
  };

  private record Used(TestDatabase database, int times) {}

  private final Engine engine;
  private final Deque<Used> free = new ArrayDeque<>();

  public ReusedDatabases(Engine engine) {
    this.engine = engine;
  }

  /** An empty database, to be closed before this is. */
  public TestDatabase take() {
    if (engine.family() != Engine.POSTGRESQL) {
      return TestDatabases.create(engine);
    }
    Used used = free.isEmpty() ? new Used(TestDatabases.create(engine), 0) : free.pop();
    TestDatabase database = used.database();
    return new TestDatabase(
        engine, database.url(), database.user(), database.password(), () -> giveBack(used));
  }

  private void giveBack(Used used) throws SQLException {
    if (used.times() + 1 == USES) {
      used.database().close();
    } else {
      used.database().execute(EMPTYING);
      free.push(new Used(used.database(), used.times() + 1));
    }
  }

  @Override
  public void close() throws SQLException {
    while (!free.isEmpty()) {
      free.pop().database().close();
    }
  }
}
