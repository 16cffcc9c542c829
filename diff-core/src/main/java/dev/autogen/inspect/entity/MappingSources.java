package dev.autogen.inspect.entity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Hibernate is told to bind.
 *
 * @param classes names of mapped classes
 * @param packages packages that carry annotations
 * @param files mapping files, as resources of the class path
 * @param settings what a persistence unit sets; settings of the options go before it
 */
record MappingSources(
    SortedSet<String> classes,
    SortedSet<String> packages,
    List<String> files,
    SortedMap<String, String> settings) {

  static final MappingSources NONE =
      new MappingSources(new TreeSet<>(), new TreeSet<>(), List.of(), new TreeMap<>());

  MappingSources {
    classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
    files = List.copyOf(files);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** Those of both. */
  MappingSources plus(Set<String> moreClasses, Set<String> morePackages) {
    SortedSet<String> allClasses = new TreeSet<>(classes);
    allClasses.addAll(moreClasses);
    SortedSet<String> allPackages = new TreeSet<>(packages);
    allPackages.addAll(morePackages);
    return new MappingSources(allClasses, allPackages, files, settings);
  }

  MappingSources withFiles(List<String> newFiles, Map<String, String> newSettings) {
    return new MappingSources(classes, packages, newFiles, new TreeMap<>(newSettings));
  }

  boolean isEmpty() {
    return classes.isEmpty() && files.isEmpty();
  }
}
