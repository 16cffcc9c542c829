package dev.autogen.migration;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The migrations among the compiled classes of one package. Does not look into packages below. */
record CompiledPackage(ClassLoader loader, String packageName) implements MigrationSource {

  private static final String CLASS = ".class";

  @Override
  public RevisionGraph load() {
    List<MigrationScript> scripts = new ArrayList<>();
    for (String name : classNames()) {
      load(name).ifPresent(scripts::add);
    }
    return RevisionGraph.of(scripts);
  }

  private Optional<MigrationScript> load(String name) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      return ScriptClass.load(type, Optional.empty(), "");
    } catch (ClassNotFoundException | LinkageError thrown) {
      throw new MigrationException(
          "Class %s cannot be loaded: %s. Is what it needs on the class path?"
              .formatted(name, thrown),
          thrown);
    }
  }

  private Set<String> classNames() {
    String folder = packageName.replace('.', '/');
    Set<String> names = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(folder))) {
        for (String file : files(url)) {
          if (file.endsWith(CLASS) && !file.contains("/") && !file.contains("-")) {
            String name = file.substring(0, file.length() - CLASS.length());
            names.add(packageName.isEmpty() ? name : packageName + "." + name);
          }
        }
      }
    } catch (IOException | URISyntaxException thrown) {
      throw new MigrationException(
          "Package %s cannot be listed: %s.".formatted(packageName, thrown), thrown);
    }
    return names;
  }

  /** The files in a folder of the class path; for a jar, with what lies below. */
  private static List<String> files(URL url) throws IOException, URISyntaxException {
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      String prefix =
          jar.getEntryName().endsWith("/") ? jar.getEntryName() : jar.getEntryName() + "/";
      try (JarFile file = jar.getJarFile()) {
        return file.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .toList();
      }
    }
    if (!url.getProtocol().equals("file")) {
      throw new IOException(url.getProtocol() + " is no kind of class path that can be listed");
    }
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
