package dev.autogen.fuzz;

import dev.autogen.migration.Migration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles migrations one by one, with a compiler whose view of the library stays open: opening it
 * is most of the work. For one thread.
 */
final class Compiled implements AutoCloseable {

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager library =
      compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  Compiled() {
    try {
      library.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          List.of(
              Path.of(
                  Migration.class.getProtectionDomain().getCodeSource().getLocation().toURI())));
      library.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    } catch (IOException | URISyntaxException thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  /** An instance of the class that the text of a file declares. */
  Migration migration(String file, String text) {
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    StringWriter said = new StringWriter();
    // Left open: closing it closes the library.
    Outputs outputs = new Outputs(library, classes);
    List<String> options = List.of("-proc:none", "-g", "-nowarn", "-Xlint:none");
    if (!compiler
        .getTask(said, outputs, null, options, null, List.of(new Source(file, text)))
        .call()) {
      throw new IllegalArgumentException(said + "\n" + text);
    }
    String name = file.replaceFirst("\\.java$", "").replace('/', '.');
    try {
      return (Migration) new Loader(classes).loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  @Override
  public void close() {
    try {
      library.close();
    } catch (IOException thrown) {
      throw new UncheckedIOException(thrown);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String file, String text) {
      super(URI.create("memory:///" + file), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes;

    Outputs(JavaFileManager library, Map<String, ByteArrayOutputStream> classes) {
      super(library);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.computeIfAbsent(name, any -> new ByteArrayOutputStream());
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
