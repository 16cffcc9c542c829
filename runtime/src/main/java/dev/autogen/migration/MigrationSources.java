package dev.autogen.migration;

import java.nio.file.Path;
import java.util.List;

/** The places that migrations are loaded from. */
public final class MigrationSources {

  private MigrationSources() {}

  /**
   * The Java files in a package's folder, compiled in memory against this library. Needs a JDK.
   *
   * @param sourceRoot the folder that packages start in: {@code src/main/java}
   * @param packageName the package, without those below it; the empty string for none
   */
  public static MigrationSource folder(Path sourceRoot, String packageName) {
    return folder(sourceRoot, packageName, List.of());
  }

  /**
   * As {@link #folder(Path, String)}, for migrations that use other classes.
   *
   * @param classPath the folders and jars that those are in
   */
  public static MigrationSource folder(Path sourceRoot, String packageName, List<Path> classPath) {
    return new SourceFolder(sourceRoot, packageName, classPath, CompilationCache.ofUser());
  }

  /**
   * The compiled classes of a package, as an application has them on its class path.
   *
   * @param packageName the package, without those below it
   */
  public static MigrationSource classPath(ClassLoader loader, String packageName) {
    return new CompiledPackage(loader, packageName);
  }

  /** These migrations; each class carries {@link Revision}. */
  public static MigrationSource of(Migration... migrations) {
    List<Migration> copy = List.of(migrations);
    return () -> RevisionGraph.of(copy.stream().map(ScriptClass::of).toList());
  }
}
