package dev.autogen.migration;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The migrations among the Java files of one package's folder, compiled in memory. Other files of
 * the folder are compiled with them, so that migrations can share code. Does not look into packages
 * below, nor at other sources.
 */
record SourceFolder(
    Path sourceRoot, String packageName, List<Path> classPath, CompilationCache cache)
    implements MigrationSource {

  SourceFolder {
    classPath = List.copyOf(classPath);
  }

  @Override
  public RevisionGraph load() {
    SortedMap<Path, byte[]> sources = sources();
    if (sources.isEmpty()) {
      return RevisionGraph.EMPTY;
    }
    String key = key(sources);
    return RevisionGraph.of(
        cache.find(key).map(this::deferred).orElseGet(() -> compiled(texts(sources), key)));
  }

  /** What was loaded once is known to load: no class is looked at before its steps are wanted. */
  private List<MigrationScript> deferred(Compilation compilation) {
    ClassLoader loader = new MemoryClassLoader(parent(), compilation.classes());
    return compilation.entries().stream()
        .map(entry -> ScriptClass.deferred(entry.header(), entry.origin(folder()), loader))
        .toList();
  }

  private List<MigrationScript> compiled(SortedMap<Path, String> sources, String key) {
    List<Path> path = new ArrayList<>(List.of(library()));
    path.addAll(classPath);
    List<CompiledClass> classes = new InMemoryCompiler(path).compile(sources);
    ClassLoader loader = new MemoryClassLoader(parent(), classes);
    List<MigrationScript> scripts = new ArrayList<>();
    for (CompiledClass compiled : classes) {
      load(compiled, loader, sources).ifPresent(scripts::add);
    }
    cache.keep(key, new Compilation(classes, scripts.stream().map(Compilation.Entry::of).toList()));
    return scripts;
  }

  private Path folder() {
    return packageName.isEmpty() ? sourceRoot : sourceRoot.resolve(packageName.replace('.', '/'));
  }

  private SortedMap<Path, byte[]> sources() {
    SortedMap<Path, byte[]> sources = new TreeMap<>();
    if (!Files.isDirectory(folder())) {
      return sources;
    }
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(SourceFolder::isSource).toList()) {
        sources.put(file, Files.readAllBytes(file));
      }
    } catch (IOException thrown) {
      throw new MigrationException(
          "The folder of migrations, %s, cannot be read: %s.".formatted(folder(), thrown), thrown);
    }
    return sources;
  }

  /** Hidden files are those of editors and of file systems that keep more than the bytes. */
  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.startsWith(".") && Files.isRegularFile(file);
  }

  private static SortedMap<Path, String> texts(SortedMap<Path, byte[]> sources) {
    SortedMap<Path, String> texts = new TreeMap<>();
    sources.forEach((file, bytes) -> texts.put(file, text(file, bytes)));
    return texts;
  }

  private static String text(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException thrown) {
      throw new MigrationException(
          "%s is not UTF-8. Save it in that encoding.".formatted(file), thrown);
    }
  }

  private String key(SortedMap<Path, byte[]> sources) {
    Digest digest = new Digest().add(Runtime.version().toString());
    digest.add(packageName);
    addStamp(digest, library());
    classPath.forEach(entry -> addStamp(digest, entry));
    sources.forEach((file, bytes) -> digest.add(file.getFileName().toString()).add(bytes));
    return digest.hex();
  }

  /**
   * Name, size and date of a jar, or of each file in a folder: reading them all would take longer.
   */
  private static void addStamp(Digest digest, Path entry) {
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.sorted().toList()) {
        BasicFileAttributes stamp = Files.readAttributes(file, BasicFileAttributes.class);
        if (stamp.isRegularFile()) {
          digest.add(file.toString()).add(stamp.size()).add(stamp.lastModifiedTime().toMillis());
        }
      }
    } catch (IOException absent) {
      digest.add("absent").add(entry.toString());
    }
  }

  /** The jar or folder of classes that this library was loaded from. */
  private static Path library() {
    try {
      return Path.of(
          SourceFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException | RuntimeException thrown) {
      throw new MigrationException(
          "Migrations cannot be compiled: where this library was loaded from cannot be told ("
              + thrown
              + "). Compile them with the application and take them from its class path.",
          thrown);
    }
  }

  private ClassLoader parent() {
    ClassLoader own = SourceFolder.class.getClassLoader();
    return classPath.isEmpty()
        ? own
        : new URLClassLoader(classPath.stream().map(SourceFolder::url).toArray(URL[]::new), own);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException thrown) {
      throw new MigrationException("%s is no class path entry.".formatted(path), thrown);
    }
  }

  private Optional<MigrationScript> load(
      CompiledClass compiled, ClassLoader loader, Map<Path, String> sources) {
    Path file = folder().resolve(compiled.sourceFile());
    try {
      Class<?> type = Class.forName(compiled.name(), false, loader);
      if (type.isSynthetic() || type.isAnonymousClass() || type.isLocalClass()) {
        return Optional.empty();
      }
      return ScriptClass.load(type, Optional.of(file), Checksum.ofSource(sources.get(file)));
    } catch (ClassNotFoundException | LinkageError thrown) {
      throw new MigrationException("%s cannot be loaded: %s.".formatted(file, thrown), thrown);
    }
  }
}
