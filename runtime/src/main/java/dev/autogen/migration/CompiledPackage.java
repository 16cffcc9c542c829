package dev.autogen.migration;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
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
      List<URL> folders = Collections.list(loader.getResources(folder));
      for (URL url : folders.isEmpty() ? unlisted(folder) : folders) {
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

  /**
   * Where the folder is in jars that have no entry for it, but for what lies in it.
   *
   * @throws MigrationException if it is in none
   */
  private List<URL> unlisted(String folder) throws IOException, URISyntaxException {
    List<URL> found = new ArrayList<>();
    for (String jar : jars()) {
      URL url = new URL(jar + folder);
      if (!files(url).isEmpty()) {
        found.add(url);
      }
    }
    if (found.isEmpty()) {
      throw new MigrationException(
          ("There is no package \"%s\" on the class path. Name the one that holds the compiled"
                  + " migrations, and make them part of the application.")
              .formatted(packageName));
    }
    return found;
  }

  /** The jars of the class path as far as they can be told: by their manifests, or by name. */
  private Set<String> jars() throws IOException {
    Set<String> jars = new LinkedHashSet<>();
    for (URL manifest : Collections.list(loader.getResources(JarFile.MANIFEST_NAME))) {
      String address = manifest.toString();
      if (address.startsWith("jar:")) {
        jars.add(address.substring(0, address.length() - JarFile.MANIFEST_NAME.length()));
      }
    }
    for (ClassLoader at = loader; at != null; at = at.getParent()) {
      if (at instanceof URLClassLoader named) {
        Stream.of(named.getURLs())
            .map(URL::toString)
            .filter(address -> address.startsWith("file:") && address.endsWith(".jar"))
            .forEach(address -> jars.add("jar:" + address + "!/"));
      }
    }
    return jars;
  }

  /** The files in a folder of the class path; for a jar, with what lies below. */
  private static List<String> files(URL url) throws IOException, URISyntaxException {
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      String prefix =
          jar.getEntryName().endsWith("/") ? jar.getEntryName() : jar.getEntryName() + "/";
      URL whole = new URL(url.toString().substring(0, url.toString().lastIndexOf("!/") + 2));
      JarURLConnection opened = (JarURLConnection) whole.openConnection();
      opened.setUseCaches(false);
      try (JarFile file = opened.getJarFile()) {
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
