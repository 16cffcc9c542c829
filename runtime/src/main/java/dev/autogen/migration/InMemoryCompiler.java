package dev.autogen.migration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The JDK's compiler on sources in memory, writing nothing to disk and running no processors. */
final class InMemoryCompiler {

  private static final int SHOWN_ERRORS = 3;

  private final List<Path> classPath;

  InMemoryCompiler(List<Path> classPath) {
    this.classPath = List.copyOf(classPath);
  }

  /**
   * Compiles files together.
   *
   * @param sources the text of each file
   * @throws MigrationException with file and line, if they do not compile; or if this Java has no
   *     compiler
   */
  List<CompiledClass> compile(Map<Path, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new MigrationException(
          "Migrations cannot be compiled: this Java runtime has no compiler. Run with a JDK, or"
              + " compile the migrations with the application and take them from its class path.");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter rest = new StringWriter();
    List<Output> outputs = new ArrayList<>();
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        JavaFileManager files = new MemoryFiles(standard, outputs)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      List<String> options = List.of("-proc:none", "-g", "-nowarn", "-Xlint:none");
      List<Input> inputs =
          sources.entrySet().stream().map(e -> new Input(e.getKey(), e.getValue())).toList();
      if (!compiler.getTask(rest, files, diagnostics, options, null, inputs).call()) {
        throw failure(diagnostics.getDiagnostics(), rest.toString());
      }
    } catch (IOException thrown) {
      throw new MigrationException("Migrations cannot be compiled: " + thrown + ".", thrown);
    }
    return outputs.stream().map(Output::compiled).toList();
  }

  private static MigrationException failure(
      List<Diagnostic<? extends JavaFileObject>> diagnostics, String rest) {
    List<Diagnostic<? extends JavaFileObject>> errors =
        diagnostics.stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
    String shown =
        errors.stream()
            .limit(SHOWN_ERRORS)
            .map(InMemoryCompiler::text)
            .collect(Collectors.joining("; "));
    String more =
        errors.size() > SHOWN_ERRORS ? "; and %s more".formatted(errors.size() - SHOWN_ERRORS) : "";
    return new MigrationException(
        "A migration does not compile. "
            + Failures.sentence(errors.isEmpty() ? Failures.shown(rest) : shown + more));
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT).strip().replaceAll("\\s*\\R\\s*", ", ");
    return error.getSource() instanceof Input input
        ? input.file + ":" + error.getLineNumber() + ": " + message
        : message;
  }

  private static final class Input extends SimpleJavaFileObject {
    private final Path file;
    private final String text;

    Input(Path file, String text) {
      super(file.toUri(), Kind.SOURCE);
      this.file = file;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final String className;
    private final String sourceFile;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String className, FileObject sibling) {
      super(
          URI.create("memory:///" + className.replace('.', '/') + Kind.CLASS.extension),
          Kind.CLASS);
      this.className = className;
      this.sourceFile = sibling instanceof Input input ? input.file.getFileName().toString() : "";
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    CompiledClass compiled() {
      return new CompiledClass(className, sourceFile, bytes.toByteArray());
    }
  }

  private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final List<Output> outputs;

    MemoryFiles(JavaFileManager files, List<Output> outputs) {
      super(files);
      this.outputs = outputs;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      Output output = new Output(className, sibling);
      outputs.add(output);
      return output;
    }
  }
}
