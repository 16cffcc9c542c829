package dev.autogen.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The entities of a project in a test, compiled into the folder that its class path names. */
record Entities(Path project) {

  private static final String CLASSES = "classes";

  /** In a project that is configured for them: package {@code shop}, migrations beside it. */
  static Entities in(Path project) throws IOException {
    Files.createDirectories(project.resolve(CLASSES));
    Files.writeString(
        project.resolve("autogen.yaml"),
        """
        classpath: [%s]
        packages: [shop]
        migrations: migrations
        package: db.migrations
        """
            .formatted(CLASSES));
    return new Entities(project);
  }

  /** Compiles one source file of package {@code shop}, in place of its last version. */
  void compile(String type, String source) throws IOException {
    Path file = project.resolve("entities/shop/" + type + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "package shop;\n\nimport jakarta.persistence.*;\nimport java.util.*;\n\n" + source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                project.resolve(CLASSES).toString(),
                file.toString()));
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new AssertionError("does not compile: " + file);
    }
  }
}
