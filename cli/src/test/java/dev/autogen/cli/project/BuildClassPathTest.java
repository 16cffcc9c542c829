package dev.autogen.cli.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build is asked for its class path once, and again whenever it may have become another. */
class BuildClassPathTest {

  private static final String MODULES = "<project><modules>%s</modules></project>";

  @TempDir private Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void asksMavenAgainWhenAPomOfTheBuildChanges() throws IOException {
    write("build/pom.xml", MODULES.formatted("<module>app</module><module>core</module>"));
    write(
        "build/app/pom.xml",
        "<project><parent><relativePath>../../parent</relativePath></parent></project>");
    write("build/core/pom.xml", "<project/>");
    write("parent/pom.xml", "<project><!-- <module>nowhere</module> --></project>");
    write("build/.mvn/maven.config", "-q");
    tool("build/mvnw", "-Dmdep.outputFile=");
    Path app = directory.resolve("build/app");
    asksOnce(app);
    for (String file :
        List.of("build/pom.xml", "build/app/pom.xml", "build/core/pom.xml", "parent/pom.xml")) {
      write(file, Files.readString(directory.resolve(file)) + "<!-- -->");
      asksOnce(app);
    }
    write("build/.mvn/maven.config", "-q\n-Pmore");
    asksOnce(app);
    environment.put("MAVEN_ARGS", "-Pmore");
    asksOnce(app);
    write("lib.pom", "<project/>");
    Instant later = Instant.now().plusSeconds(60);
    Files.setLastModifiedTime(directory.resolve("lib.pom"), FileTime.from(later));
    int before = calls();
    BuildClassPath.of(app, environment).dependencies();
    assertEquals(before + 1, calls());
  }

  @Test
  void asksGradleAgainWhenAFileOfTheBuildChanges() throws IOException {
    write("build/settings.gradle", "pluginManagement { includeBuild('../logic') }");
    tool("build/gradlew", "-DautogenClassPath=");
    Path app = directory.resolve("build/app");
    List<String> files =
        List.of(
            "build/app/build.gradle",
            "build/build.gradle.kts",
            "build/core/build.gradle",
            "build/gradle.properties",
            "build/gradle/libs.versions.toml",
            "build/gradle/deps.gradle",
            "build/buildSrc/src/main/groovy/Versions.groovy",
            "logic/src/main/kotlin/java.gradle.kts");
    for (String file : files) {
      write(file, "");
      asksOnce(app);
    }
    for (String file : files) {
      write(file, "// Changed.");
      asksOnce(app);
    }
    int before = calls();
    write("build/app/src/main/resources/some.gradle", "");
    write("build/app/build/tmp/other.gradle", "");
    BuildClassPath.of(app, environment).dependencies();
    assertEquals(before, calls());
  }

  private void asksOnce(Path module) throws IOException {
    int before = calls();
    for (int i = 0; i < 2; i++) {
      assertEquals(
          List.of(directory.resolve("lib.jar")),
          BuildClassPath.of(module, environment).dependencies());
    }
    assertEquals(before + 1, calls());
  }

  private int calls() throws IOException {
    Path calls = directory.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Tells one jar, into the file that an argument names, and counts how often. */
  private void tool(String file, String argument) throws IOException {
    environment.put("AUTOGEN_CACHE_DIR", directory.resolve("cache").toString());
    write("lib.jar", "");
    write(
        file,
        """
        #!/bin/sh
        for given; do
          case "$given" in
            %1$s*) echo '%2$s/lib.jar' > "${given#%1$s}"; echo called >> '%2$s/calls';;
          esac
        done
        """
            .formatted(argument, directory));
    assertTrue(directory.resolve(file).toFile().setExecutable(true));
  }
}
