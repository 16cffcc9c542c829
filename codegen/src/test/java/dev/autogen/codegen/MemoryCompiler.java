package dev.autogen.codegen;

import dev.autogen.migration.Migration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles migrations as a strict project would: against runtime alone, warnings are errors. */
final class MemoryCompiler {

  private MemoryCompiler() {}

  /** An instance of each class, in the order of the sources. */
  static List<Migration> compile(List<MigrationSource> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    String runtime = Migration.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null);
        JavaFileManager memory = new Memory(files, classes)) {
      boolean done =
          compiler
              .getTask(
                  null,
                  memory,
                  problems,
                  List.of("-proc:none", "-Xlint:all", "-Werror", "-classpath", runtime),
                  null,
                  sources.stream().map(Source::new).toList())
              .call();
      if (!done) {
        throw new AssertionError(problems.getDiagnostics());
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    ClassLoader loader = new Loader(classes);
    return sources.stream().map(source -> load(loader, source)).toList();
  }

  private static Migration load(ClassLoader loader, MigrationSource source) {
    try {
      String name = source.path().replace(".java", "").replace('/', '.');
      return (Migration) loader.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new AssertionError(source.text(), broken);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(MigrationSource source) {
      super(URI.create("string:///" + source.path()), Kind.SOURCE);
      this.text = source.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes;

    Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
      super(files);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(
          URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
        }
      };
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> classes;

    Loader(Map<String, ByteArrayOutputStream> classes) {
      super(Migration.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }
  }
}
