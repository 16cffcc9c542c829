package dev.autogen.inspect.entity;

import dev.autogen.inspect.EntityOptions;
import dev.autogen.inspect.InspectionException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the options name: classes, packages, a persistence unit, or all of the class path's
 * directories. It loads nothing.
 */
public final class MappingDiscovery {

  private static final String ORM_XML = "META-INF/orm.xml";

  private final EntityOptions options;
  private final EntityClassLoader loader;
  private final Set<String> legacy = new TreeSet<>();

  public MappingDiscovery(EntityOptions options, EntityClassLoader loader) {
    this.options = options;
    this.loader = loader;
  }

  /**
   * All of it.
   *
   * @throws InspectionException if there is nothing, saying where it looked
   */
  MappingSources find() {
    options.classPath().forEach(JarFile::requireReadable);
    MappingSources sources = MappingSources.NONE.plus(Set.copyOf(options.classes()), Set.of());
    if (!options.packages().isEmpty()) {
      sources = plus(sources, EntityScan.ofPackages(options.classPath(), options.packages()));
    }
    if (options.persistenceUnit().isPresent()) {
      sources =
          plusUnit(sources, new PersistenceUnits(loader).named(options.persistenceUnit().get()));
    } else if (options.classes().isEmpty() && options.packages().isEmpty()) {
      sources = plus(sources, EntityScan.ofEntries(directories()));
    }
    if (options.persistenceUnit().isEmpty() && options.classes().isEmpty() && hasOwnOrmXml()) {
      sources = sources.withFiles(List.of(ORM_XML), sources.settings());
    }
    if (sources.isEmpty()) {
      throw new InspectionException(NoEntities.message(options, legacy));
    }
    return sources;
  }

  private MappingSources plus(MappingSources sources, EntityScan scan) {
    legacy.addAll(scan.legacy());
    return sources.plus(scan.classes(), scan.packages());
  }

  private List<Path> directories() {
    return options.classPath().stream().filter(Files::isDirectory).toList();
  }

  private MappingSources plusUnit(MappingSources sources, PersistenceUnit unit) {
    MappingSources found = sources.plus(Set.copyOf(unit.classes()), Set.of());
    Path root = PersistenceUnits.root(unit);
    List<Path> scanned = new ArrayList<>();
    if (!unit.listedOnly()) {
      scanned.add(root);
    }
    for (String jar : unit.jarFiles()) {
      scanned.add(jarFile(unit, root, jar));
    }
    found = plus(found, EntityScan.ofEntries(scanned));
    return found.withFiles(mappingFiles(unit), unit.settings());
  }

  /**
   * A listed jar is relative to the unit's root; where builds flatten that, it is known by name.
   */
  private Path jarFile(PersistenceUnit unit, Path root, String jar) {
    Path beside = root.resolveSibling(jar).normalize();
    if (Files.exists(beside)) {
      return beside;
    }
    Path name = Path.of(jar).getFileName();
    return options.classPath().stream()
        .filter(entry -> entry.endsWith(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InspectionException(
                    "Persistence unit \""
                        + unit.name()
                        + "\" lists the jar file "
                        + jar
                        + ", which is neither beside "
                        + root
                        + " nor on the class path."));
  }

  /** Without a persistence unit, the application's own file counts; one of a library does not. */
  private boolean hasOwnOrmXml() {
    return directories().stream().anyMatch(directory -> Files.exists(directory.resolve(ORM_XML)));
  }

  private static boolean isBeside(PersistenceUnit unit, @Nullable URL ormXml) {
    String file = unit.file().toString();
    String root = file.substring(0, file.length() - PersistenceUnit.LOCATION.length());
    return ormXml != null && ormXml.toString().equals(root + ORM_XML);
  }

  private List<String> mappingFiles(PersistenceUnit unit) {
    Set<String> files = new LinkedHashSet<>(unit.mappingFiles());
    if (isBeside(unit, loader.getResource(ORM_XML))) {
      files.add(ORM_XML);
    }
    for (String file : files) {
      if (loader.getResource(file) == null) {
        throw new InspectionException(
            "Persistence unit \""
                + unit.name()
                + "\" names the mapping file "
                + file
                + ", which is not on the class path. Build the project first, or correct the name.");
      }
    }
    return List.copyOf(files);
  }
}
