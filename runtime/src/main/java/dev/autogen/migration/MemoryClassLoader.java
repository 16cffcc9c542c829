package dev.autogen.migration;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads compiled classes from memory. What it holds comes before what its parent has under the same
 * name: an application's class path often holds an older compilation of the same migrations.
 */
final class MemoryClassLoader extends ClassLoader {

  private final Map<String, byte[]> held = new HashMap<>();

  MemoryClassLoader(ClassLoader parent, List<CompiledClass> classes) {
    super(parent);
    classes.forEach(compiled -> held.put(compiled.name(), compiled.bytes()));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = held.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes =
        name.endsWith(".class")
            ? held.get(name.substring(0, name.length() - ".class".length()).replace('/', '.'))
            : null;
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }
}
