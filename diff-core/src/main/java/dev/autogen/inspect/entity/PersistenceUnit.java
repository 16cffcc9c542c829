package dev.autogen.inspect.entity;

import java.net.URL;
import java.util.List;
import java.util.Map;

/**
 * One unit of a {@code persistence.xml}, as far as the mapping is concerned.
 *
 * @param name the unit's name
 * @param file the file that declares it
 * @param classes the classes it lists
 * @param jarFiles the jars it lists, relative to its own
 * @param mappingFiles the mapping files it lists
 * @param listedOnly whether classes that it does not list are no part of it
 * @param settings its properties
 */
record PersistenceUnit(
    String name,
    URL file,
    List<String> classes,
    List<String> jarFiles,
    List<String> mappingFiles,
    boolean listedOnly,
    Map<String, String> settings) {

  static final String LOCATION = "META-INF/persistence.xml";

  PersistenceUnit {
    classes = List.copyOf(classes);
    jarFiles = List.copyOf(jarFiles);
    mappingFiles = List.copyOf(mappingFiles);
    settings = Map.copyOf(settings);
  }
}
