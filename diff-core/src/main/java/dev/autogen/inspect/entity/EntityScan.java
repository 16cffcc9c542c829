package dev.autogen.inspect.entity;

import dev.autogen.inspect.InspectionException;
import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.AnnotationInfoList;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.PackageInfo;
import io.github.classgraph.Resource;
import io.github.classgraph.ScanResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds mapped classes by their annotations, without loading them.
 *
 * @param classes the classes that Hibernate must be told of, by name
 * @param packages the packages that carry annotations of Hibernate
 * @param legacy classes that carry the entity annotation of {@code javax.persistence}, which no
 *     Hibernate from 6 on reads
 */
record EntityScan(Set<String> classes, Set<String> packages, Set<String> legacy) {

  private static final String PERSISTENCE = "jakarta.persistence.";
  private static final Set<String> MAPPED =
      Set.of(
          PERSISTENCE + "Entity",
          PERSISTENCE + "Embeddable",
          PERSISTENCE + "MappedSuperclass",
          PERSISTENCE + "Converter");
  private static final String LEGACY_ENTITY = "javax.persistence.Entity";

  /** Searches packages, with those below them, in all of a class path. */
  static EntityScan ofPackages(List<Path> classPath, List<String> packages) {
    List<Path> entries =
        classPath.stream()
            .filter(entry -> packages.stream().anyMatch(name -> JarFile.mayHold(entry, name)))
            .toList();
    return scan(new ClassGraph().acceptPackages(packages.toArray(String[]::new)), entries);
  }

  /** Searches all packages of these entries. */
  static EntityScan ofEntries(List<Path> entries) {
    return scan(new ClassGraph(), entries);
  }

  private static EntityScan scan(ClassGraph graph, List<Path> entries) {
    if (entries.isEmpty()) {
      return new EntityScan(Set.of(), Set.of(), Set.of());
    }
    graph
        .overrideClasspath(entries)
        .enableAnnotationInfo()
        .ignoreClassVisibility()
        .disableNestedJarScanning()
        .disableModuleScanning();
    try (ScanResult result = graph.scan(2)) {
      requireWhole(result);
      Set<String> classes = new TreeSet<>();
      Set<String> legacy = new TreeSet<>();
      for (ClassInfo info : result.getAllClasses()) {
        AnnotationInfoList annotations = info.getAnnotationInfo().directOnly();
        if (annotations.stream().map(AnnotationInfo::getName).anyMatch(MAPPED::contains)) {
          classes.add(info.getName());
        } else if (annotations.containsName(LEGACY_ENTITY)) {
          legacy.add(info.getName());
        }
      }
      return new EntityScan(classes, annotatedPackages(result), legacy);
    }
  }

  /** A file that is cut off may have held an entity, whose table would then be dropped. */
  private static void requireWhole(ScanResult result) {
    for (Resource file : result.getResourcesWithExtension("class")) {
      String name = file.getPath().replaceFirst("\\.class$", "").replace('/', '.');
      boolean described = name.endsWith("-info") || result.getClassInfo(name) != null;
      if (!described) {
        throw new InspectionException(
            "The entities cannot be read: the class file "
                + file.getPath()
                + " is empty or broken. Compile the project again.");
      }
    }
  }

  private static Set<String> annotatedPackages(ScanResult result) {
    Set<String> packages = new TreeSet<>();
    for (PackageInfo info : result.getPackageInfo()) {
      if (info.getAnnotationInfo().stream().anyMatch(EntityScan::isForHibernate)) {
        packages.add(info.getName());
      }
    }
    return packages;
  }

  private static boolean isForHibernate(AnnotationInfo annotation) {
    return annotation.getName().startsWith("org.hibernate.")
        || annotation.getName().startsWith(PERSISTENCE);
  }
}
