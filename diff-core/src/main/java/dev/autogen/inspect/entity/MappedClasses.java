package dev.autogen.inspect.entity;

import dev.autogen.inspect.InspectionException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.MetadataSources;

/**
 * The mapped classes, loaded and complete: each member's class is there.
 *
 * @param classes the classes, by name
 * @param sources where they come from
 */
record MappedClasses(List<Class<?>> classes, MappingSources sources) {

  /**
   * Loads each class and what its members mention.
   *
   * @throws InspectionException that names the class and what it lacks
   */
  static MappedClasses load(MappingSources sources, EntityClassLoader loader) {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : sources.classes()) {
      try {
        Class<?> mapped = Class.forName(name, false, loader);
        mapped.getDeclaredFields();
        mapped.getDeclaredMethods();
        classes.add(mapped);
      } catch (ClassNotFoundException e) {
        throw new InspectionException(
            "The entity class "
                + name
                + " is not on the class path. Compile the project first, or correct the name.",
            e);
      } catch (LinkageError e) {
        throw MappingProblem.ofClass(name, e);
      }
    }
    return new MappedClasses(classes, sources);
  }

  void addTo(MetadataSources target) {
    classes.forEach(target::addAnnotatedClass);
    sources.packages().forEach(target::addPackage);
    sources.files().forEach(target::addResource);
  }
}
