package dev.autogen.migration;

import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The vocabulary in which a migration is written. Each call records one {@link Step}; nothing runs
 * before the migration's method has returned.
 */
public final class Operations {

  private final Schema state;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param state the schema before the first step as far as it is known: what a short form such as
   *     {@code dropTable("users")} looks its definition up in
   */
  public Operations(Schema state) {
    this.state = state;
  }

  /** Records a statement to be run as it stands. */
  public void execute(String sql) {
    steps.add(new Step.Execute(sql));
  }

  /** Records work to be done with plain JDBC. */
  public void run(String what, Step.Work work) {
    steps.add(new Step.Run(what, work));
  }

  /** What has been recorded, in order. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  Schema state() {
    return state;
  }
}
