package dev.autogen.migration;

import static dev.autogen.migration.Scripts.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.migration.samples.FirstSample;
import dev.autogen.migration.samples.SecondSample;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledPackageTest {

  private static final String PACKAGE = "dev.autogen.migration.samples";

  @Test
  void findsMigrationsInAFolder() {
    RevisionGraph graph = MigrationSources.classPath(getClass().getClassLoader(), PACKAGE).load();
    assertEquals(List.of("first", "second"), ids(graph.scripts()));
    MigrationScript first = graph.script("first");
    assertEquals(Optional.empty(), first.origin().source());
    assertEquals("", first.origin().checksum());
    assertEquals(FirstSample.class.getName(), first.origin().toString());
  }

  @Test
  void findsMigrationsInAJar(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("migrations.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(PACKAGE.replace('.', '/') + "/"));
      add(out, FirstSample.class);
      add(out, SecondSample.class);
    }
    ClassLoader onlyLibrary = new HidingSamples(getClass().getClassLoader());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, onlyLibrary)) {
      RevisionGraph graph = MigrationSources.classPath(loader, PACKAGE).load();
      assertEquals(List.of("first", "second"), ids(graph.scripts()));
      assertEquals(loader, graph.script("first").migration().getClass().getClassLoader());
    }
  }

  @Test
  void findsMigrationsInAJarWithoutFolders(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("migrations.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, FirstSample.class);
      add(out, SecondSample.class);
    }
    ClassLoader onlyLibrary = new HidingSamples(getClass().getClassLoader());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, onlyLibrary)) {
      RevisionGraph graph = MigrationSources.classPath(loader, PACKAGE).load();
      assertEquals(List.of("first", "second"), ids(graph.scripts()));
    }
  }

  @Test
  void takesMigrationsThatSomeoneMade() {
    RevisionGraph graph = MigrationSources.of(new SecondSample(), new FirstSample()).load();
    assertEquals(List.of("first", "second"), ids(graph.scripts()));
  }

  @Test
  void refusesAPackageThatIsNotThere() {
    MigrationSource misspelt =
        MigrationSources.classPath(getClass().getClassLoader(), "no.such.place");
    assertEquals(
        "There is no package \"no.such.place\" on the class path. Name the one that holds the"
            + " compiled migrations, and make them part of the application.",
        assertThrows(MigrationException.class, misspelt::load).getMessage());
  }

  @Test
  void isEmptyWhereAFolderHoldsNone(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("db/migrations"));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      assertTrue(MigrationSources.classPath(loader, "db.migrations").load().isEmpty());
    }
  }

  private static void add(JarOutputStream out, Class<?> type) throws IOException {
    out.putNextEntry(new JarEntry(type.getName().replace('.', '/') + ".class"));
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      in.transferTo(out);
    }
  }

  /** The class path of this test, without the classes that the jar is to bring. */
  private static final class HidingSamples extends ClassLoader {
    HidingSamples(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(PACKAGE)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public java.util.Enumeration<URL> getResources(String name) {
      return java.util.Collections.emptyEnumeration();
    }
  }
}
