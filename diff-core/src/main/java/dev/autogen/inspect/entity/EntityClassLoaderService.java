package dev.autogen.inspect.entity;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.hibernate.Version;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.hibernate.integrator.spi.Integrator;
import org.jspecify.annotations.Nullable;

/**
 * Lets Hibernate see classes only through an {@link EntityClassLoader}; Hibernate's own service
 * would also look where the tool's classes are, and in the thread's class loader.
 *
 * <p>Integrators are not offered: they act on a session factory, and there is none.
 */
final class EntityClassLoaderService implements ClassLoaderService {

  private static final long serialVersionUID = 1L;

  private final transient EntityClassLoader loader;
  private final transient Map<String, Optional<Package>> packages = new HashMap<>();

  EntityClassLoaderService(EntityClassLoader loader) {
    this.loader = loader;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Class<T> classForName(String className) {
    try {
      return (Class<T>) Class.forName(className, true, loader);
    } catch (ClassNotFoundException e) {
      throw new ClassLoadingException("Class \"" + className + "\" is not on the class path", e);
    }
  }

  @Override
  public @Nullable URL locateResource(String name) {
    return loader.getResource(name);
  }

  @Override
  public @Nullable InputStream locateResourceStream(String name) {
    return loader.getResourceAsStream(name);
  }

  @Override
  public List<URL> locateResources(String name) {
    try {
      return Collections.list(loader.getResources(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Hibernate's own services from the tool, all others from the application. */
  @Override
  public <S> Collection<S> loadJavaServices(Class<S> contract) {
    Map<String, S> services = new LinkedHashMap<>();
    if (contract != Integrator.class) {
      ServiceLoader.load(contract, Version.class.getClassLoader()).stream()
          .filter(provider -> isOffered(provider.type().getName()))
          .forEach(provider -> services.put(provider.type().getName(), provider.get()));
      ServiceLoader.load(contract, loader).stream()
          .filter(provider -> !services.containsKey(provider.type().getName()))
          .forEach(provider -> services.put(provider.type().getName(), provider.get()));
    }
    return services.values();
  }

  /** The tool may be packaged with Envers; it acts only for an application that has it. */
  private boolean isOffered(String provider) {
    return provider.startsWith("org.hibernate.")
        && (loader.hasEnvers() || !provider.startsWith("org.hibernate.envers."));
  }

  @Override
  public <T> T generateProxy(InvocationHandler handler, Class<?>... interfaces) {
    @SuppressWarnings("unchecked")
    T proxy = (T) Proxy.newProxyInstance(loader, interfaces, handler);
    return proxy;
  }

  /** Remembers what is not there: Hibernate asks again for each class of a package. */
  @Override
  public @Nullable Package packageForNameOrNull(String packageName) {
    synchronized (packages) {
      return packages.computeIfAbsent(packageName, this::annotatedPackage).orElse(null);
    }
  }

  private Optional<Package> annotatedPackage(String packageName) {
    try {
      return Optional.of(Class.forName(packageName + ".package-info", false, loader).getPackage());
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public <T> T workWithClassLoader(Work<T> work) {
    return work.doWork(loader);
  }

  @Override
  public void stop() {
    // The loader is closed by who opened it.
  }
}
