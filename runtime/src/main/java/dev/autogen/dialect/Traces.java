package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Tells of a statement that nobody saw end whether it took effect: what the catalog shows of the
 * things it names is looked at before it, and once more after the crash.
 */
public interface Traces {

  /** Of a database that rolls everything back. */
  Traces NONE = (names, connection) -> List.of();

  /**
   * What the catalog shows of the things with these names, as lines: the same as long as none of
   * them is made, dropped or redefined. Rows, counters and statistics do not show.
   */
  List<String> of(Mentioned names, Connection connection) throws SQLException;

  /**
   * Removes what a statement leaves behind when it fails or its connection is lost in the middle of
   * it. Called outside of any transaction, when no other run is at work.
   */
  default void sweep(String statement, Connection connection) throws SQLException {}
}
