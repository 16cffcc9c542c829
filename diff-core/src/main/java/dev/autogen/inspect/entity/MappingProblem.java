package dev.autogen.inspect.entity;

import dev.autogen.inspect.InspectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.Version;

/** Turns what Hibernate and the class loader throw into one paragraph for a person. */
final class MappingProblem {

  private MappingProblem() {}

  /** A mapping that Hibernate refused, or a class that it could not load. */
  static InspectionException of(Throwable problem) {
    if (problem instanceof InspectionException known) {
      return known;
    }
    String missing = missingClass(problem);
    if (!missing.isEmpty()) {
      return new InspectionException(
          "The entities cannot be read: they need the class " + missing + absence(missing),
          problem);
    }
    String advice =
        problem instanceof LinkageError
            ? " A class on the class path was compiled for another version of Java or of a library;"
                + " this tool reads mappings with Hibernate "
                + Version.getVersionString()
                + "."
            : " Correct the mapping.";
    return new InspectionException(
        "The entities cannot be read: " + sentence(reason(problem)) + advice, problem);
  }

  /** A mapped class that is there, but lacks another. */
  static InspectionException ofClass(String mapped, LinkageError problem) {
    String missing = missingClass(problem);
    return new InspectionException(
        "The entity class "
            + mapped
            + " cannot be loaded: "
            + (missing.isEmpty()
                ? sentence(String.valueOf(problem.getMessage()))
                    + " Compile it for the Java version that runs here, or run a newer one."
                : "it needs the class " + missing + absence(missing)),
        problem);
  }

  /** A class that one version of Hibernate has and another has not is no missing dependency. */
  private static String absence(String missing) {
    return isOfHibernate(missing)
        ? ", which Hibernate "
            + Version.getVersionString()
            + " does not have. This tool reads mappings with that version in place of the"
            + " application's own: use versions of the libraries around Hibernate that go with it,"
            + " or leave those that the mapping does not need out of the class path."
        : ", which is not on the class path. Add the dependency that has it.";
  }

  /** Whether it lies below a package that Hibernate itself has, such as its internal one. */
  private static boolean isOfHibernate(String className) {
    String[] parts = className.split("\\.", 4);
    String directory = String.join("/", parts[0], parts.length > 1 ? parts[1] : "");
    return directory.equals("org/hibernate")
        && parts.length == 4
        && Version.class.getClassLoader().getResource(directory + "/" + parts[2] + "/") != null;
  }

  private static String missingClass(Throwable problem) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = problem; cause != null && seen.add(cause); cause = cause.getCause()) {
      boolean missing =
          cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException;
      String message = cause.getMessage();
      if (missing && message != null && !message.startsWith("Could not initialize")) {
        return message.replace('/', '.');
      }
    }
    return "";
  }

  /** The outermost message, and the innermost where that says something else. */
  private static String reason(Throwable problem) {
    Throwable innermost = problem;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    String outer = text(problem);
    String inner = text(innermost);
    return outer.contains(inner) ? outer : outer + ": " + inner;
  }

  private static String text(Throwable problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? problem.getClass().getSimpleName()
        : message.strip().replaceAll("\\s+", " ");
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
