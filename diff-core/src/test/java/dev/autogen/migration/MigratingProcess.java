package dev.autogen.migration;

import dev.autogen.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process of its own that upgrades a database, for tests of several and of killed ones. */
public final class MigratingProcess {

  private MigratingProcess() {}

  /** Starts one that upgrades by {@link #slowScripts}; it exits with the number it has applied. */
  static Process start(TestDatabase database, long millis) throws IOException {
    return start(database.url(), database.user(), database.password(), millis);
  }

  /** The same for a database that is no test's own. */
  static Process start(String url, String user, String password, long millis) throws IOException {
    return new ProcessBuilder(
            command(MigratingProcess.class, List.of(url, user, password, Long.toString(millis))))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What starts a process of this Java that runs a class of the tests. */
  static List<String> command(Class<?> type, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath(), type.getName()));
    command.addAll(arguments);
    return command;
  }

  private static String classPath() {
    String ofSurefire = System.getProperty("surefire.test.class.path", "");
    String own = System.getProperty("java.class.path");
    return ofSurefire.isEmpty() ? own : ofSurefire + File.pathSeparator + own;
  }

  /** Two migrations, the second of which takes its time between its statements. */
  static RevisionGraph slowScripts(long millis) {
    return RevisionGraph.of(
        List.of(
            script("a", List.of(), op -> op.execute("create table first (id integer)")),
            script(
                "b",
                List.of("a"),
                op -> {
                  op.execute("create table second (id integer)");
                  op.execute("insert into first values (1)");
                  op.run("take time", connection -> Thread.sleep(millis));
                  op.execute("create table third (id integer)");
                })));
  }

  static MigrationScript script(
      String id, List<String> revises, java.util.function.Consumer<Operations> upgrade) {
    return new MigrationScript(
        new MigrationScript.Header(id, MigrationScript.Links.after(revises), "", "", ""),
        new MigrationScript.Origin("R" + id, Optional.empty(), ""),
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            upgrade.accept(op);
          }

          @Override
          public void downgrade(Operations op) {
            op.execute("drop table first");
          }
        });
  }

  /**
   * @param arguments URL, user, password, and the milliseconds that the second migration takes
   */
  public static void main(String[] arguments) {
    int applied =
        MigrationRunner.on(new DriverDataSource(arguments[0], arguments[1], arguments[2]))
            .migrations(slowScripts(Long.parseLong(arguments[3])))
            .upgrade()
            .size();
    Runtime.getRuntime().exit(applied);
  }
}
