package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeClassPathTest {

  private static final String CLASSES = Path.of("target", "test-classes").toAbsolutePath() + "";

  @TempDir Path directory;

  /** All that is left where the module of the other entities is not found. */
  @Entity
  @Table(name = "others")
  public static class Other {
    @Id Long id;
  }

  @Test
  void nothingIsDroppedWhereTheBuildDoesNotTellAll() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(0, "-m", "initial schema");
    shell.expecting(0, "upgrade");
    Files.writeString(directory.resolve("pom.xml"), "<project/>");
    Path maven = Files.writeString(directory.resolve("mvnw"), "#!/bin/sh\nexit 1\n");
    assertTrue(maven.toFile().setExecutable(true));
    shell.expecting(0, "check", "-q");
    String[] other = {"--packages", "", "--entities", Other.class.getName()};
    for (String command : new String[] {"check", "diff"}) {
      String err = shell.expecting(2, command, other[0], other[1], other[2], other[3]).err();
      assertTrue(err.contains("whether an entity maps users"), err);
    }
    shell.expecting(1, "check", "--classpath", CLASSES, other[0], other[1], other[2], other[3]);
  }

  @Test
  void saysThatTheApplicationBringsAnotherHibernate() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    Path jar = directory.resolve("hibernate-core-6.6.1.Final.jar");
    new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();
    String classPath = CLASSES + File.pathSeparator + jar;
    String err = shell.expecting(1, "check", "--classpath", classPath).err();
    assertTrue(err.contains("the application brings Hibernate 6.6.1.Final"), err);
    assertFalse(shell.expecting(1, "check").err().contains("brings"), err);
  }
}
