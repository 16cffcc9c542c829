package dev.autogen.inspect.entity;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.hibernate.Version;
import org.jspecify.annotations.Nullable;

/**
 * Loads the application's classes apart from the tool's.
 *
 * <p>It shares with the tool what Hibernate and the entities must agree on: Hibernate itself, the
 * Jakarta Persistence and validation interfaces, and a few small libraries in their signatures. All
 * else of the tool is invisible, so that a dependency which the application lacks is missed here
 * too. The application's own Hibernate is left out.
 */
public final class EntityClassLoader extends URLClassLoader {

  private static final List<String> SHARED =
      List.of(
          "org.hibernate.",
          "jakarta.persistence.",
          "org.jboss.logging.",
          "jakarta.transaction.",
          "jakarta.xml.bind.",
          // What reads mapping files for Hibernate; it is looked for in the thread's loader.
          "org.glassfish.jaxb.");

  private static final String ENVERS = "org.hibernate.envers.";
  private static final String VALIDATOR = "org.hibernate.validator.";
  private static final String VALIDATION = "jakarta.validation.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader tool = Version.class.getClassLoader();
  private final boolean envers;
  private final boolean validation;

  public EntityClassLoader(List<Path> classPath) {
    super(urls(classPath), ClassLoader.getPlatformClassLoader());
    envers = brings(classPath, "hibernate-envers", "org.hibernate.envers.Audited");
    validation =
        brings(classPath, "jakarta.validation-api", "jakarta.validation.Validation")
            && toolHas("jakarta.validation.Validation");
  }

  /** Whether the application has Envers. */
  public boolean hasEnvers() {
    return envers;
  }

  /** Whether the application has Jakarta Validation. */
  public boolean hasValidation() {
    return validation;
  }

  private static URL[] urls(List<Path> classPath) {
    List<URL> urls = new ArrayList<>();
    for (Path entry : classPath) {
      if (!ToolJars.replaces(entry)) {
        try {
          urls.add(entry.toUri().toURL());
        } catch (MalformedURLException e) {
          throw new IllegalArgumentException("Not a class path entry: " + entry, e);
        }
      }
    }
    return urls.toArray(URL[]::new);
  }

  /** File names first: they are free, where looking for a class opens every jar. */
  private boolean brings(List<Path> classPath, String jar, String className) {
    return classPath.stream().anyMatch(entry -> ToolJars.isVersionOf(jar, entry))
        || findResource(className.replace('.', '/') + ".class") != null;
  }

  private boolean toolHas(String className) {
    return tool.getResource(className.replace('.', '/') + ".class") != null;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && isShared(name)) {
        loaded = fromTool(name);
      }
      return loaded != null ? loaded : super.loadClass(name, resolve);
    }
  }

  private @Nullable Class<?> fromTool(String name) {
    try {
      return tool.loadClass(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private boolean isShared(String name) {
    if (name.startsWith(VALIDATOR)) {
      return false;
    }
    if (name.startsWith(ENVERS)) {
      return envers;
    }
    if (name.startsWith(VALIDATION)) {
      return validation;
    }
    return SHARED.stream().anyMatch(name::startsWith);
  }

  private boolean isSharedResource(String name) {
    String className = name.replace('/', '.');
    return !className.startsWith(VALIDATION) && isShared(className);
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = super.getResource(name);
    return own == null && isSharedResource(name) ? tool.getResource(name) : own;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> found = new ArrayList<>();
    if (isSharedResource(name)) {
      found.addAll(Collections.list(tool.getResources(name)));
    }
    for (URL url : Collections.list(super.getResources(name))) {
      if (found.stream().noneMatch(known -> known.toString().equals(url.toString()))) {
        found.add(url);
      }
    }
    return Collections.enumeration(found);
  }
}
