package dev.autogen.migration;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A process that builds a table anew and stays in the middle of it, to be killed there. */
public final class RebuildingProcess {

  private RebuildingProcess() {}

  /**
   * @param statement the statement that it stays before, from 1; it says so on its output
   */
  static Process start(String url, int statement) throws IOException {
    return new ProcessBuilder(
            MigratingProcess.command(
                RebuildingProcess.class, List.of(url, String.valueOf(statement))))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * @param before what happens before each statement
   */
  static MigrationRunner runner(String url, Consumer<String> before) {
    return MigrationRunner.on(new DriverDataSource(url, "", ""))
        .migrations(
            RevisionGraph.of(
                List.of(
                    MigratingProcess.script(
                        "r", List.of(), op -> op.addCheck("ck").on("item", "name <> ''")))))
        .listener(
            new RunListener() {
              @Override
              public void step(MigrationScript script, int number, int of, String what) {
                before.accept(what);
              }
            });
  }

  /**
   * @param arguments the URL, and the number of the statement
   */
  public static void main(String[] arguments) {
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
    runner(
            arguments[0],
            what -> {
              if (left.decrementAndGet() == 0) {
                System.out.println(what);
                System.out.flush();
                while (true) {
                  LockSupport.park();
                }
              }
            })
        .upgrade();
  }
}
