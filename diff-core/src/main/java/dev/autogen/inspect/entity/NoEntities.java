package dev.autogen.inspect.entity;

import dev.autogen.inspect.EntityOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why no entity was found, and what to do. */
final class NoEntities {

  private NoEntities() {}

  static String message(EntityOptions options, Set<String> legacy) {
    StringBuilder text = new StringBuilder("No entity was found in ").append(place(options));
    text.append(". ");
    List<Path> missing = options.classPath().stream().filter(Files::notExists).toList();
    if (!legacy.isEmpty()) {
      String first = legacy.iterator().next();
      text.append(
              legacy.size() == 1
                  ? "There is one entity of javax.persistence, "
                  : "There are " + legacy.size() + " entities of javax.persistence, the first is ")
          .append(first)
          .append(": Hibernate reads jakarta.persistence only since version 6.");
    } else if (!missing.isEmpty()) {
      text.append(listed(missing))
          .append(missing.size() == 1 ? " does not exist" : " do not exist")
          .append(": compile the project first.");
    } else if (options.classPath().isEmpty()) {
      text.append("The class path is empty: name the directory of compiled classes.");
    } else {
      text.append(
          "Compile the project first, or name the entity classes, their packages or a persistence"
              + " unit.");
    }
    return text.toString();
  }

  private static String place(EntityOptions options) {
    if (options.persistenceUnit().isPresent()) {
      return "persistence unit \"" + options.persistenceUnit().get() + "\"";
    }
    if (!options.packages().isEmpty()) {
      return (options.packages().size() == 1 ? "package " : "packages ")
          + String.join(", ", options.packages());
    }
    List<Path> directories =
        options.classPath().stream().filter(entry -> !Files.isRegularFile(entry)).toList();
    return directories.isEmpty()
        ? "the class path, of which only directories are searched"
        : listed(directories);
  }

  private static String listed(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
