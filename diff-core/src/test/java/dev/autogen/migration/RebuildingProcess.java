package dev.autogen.migration;

import java.io.IOException;
import java.util.List;

/** A process that builds a table anew and stays in the middle of it, to be killed there. */
public final class RebuildingProcess {

  private RebuildingProcess() {}

  static Process start(String url) throws IOException {
    return new ProcessBuilder(MigratingProcess.command(RebuildingProcess.class, List.of(url)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * @param afterCopy what happens once the rows are copied and the old table is gone
   */
  static MigrationRunner runner(String url, Runnable afterCopy) {
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
                if (what.startsWith("alter table autogen_new_item")) {
                  afterCopy.run();
                }
              }
            });
  }

  /**
   * @param arguments the URL
   */
  public static void main(String[] arguments) {
    runner(
            arguments[0],
            () -> {
              System.out.println("copied");
              System.out.flush();
              while (true) {
                java.util.concurrent.locks.LockSupport.park();
              }
            })
        .upgrade();
  }
}
