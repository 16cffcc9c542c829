package dev.autogen.migration;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a script of a class, or says what the class lacks to be one. */
final class ScriptClass {

  private ScriptClass() {}

  /**
   * The script, or empty if the class is no migration at all: neither of the type nor marked.
   *
   * @throws MigrationException if the class is only half a migration
   */
  static Optional<MigrationScript> load(Class<?> type, Optional<Path> source, String checksum) {
    boolean implementing = Migration.class.isAssignableFrom(type) && !isAbstract(type);
    Revision revision = type.getAnnotation(Revision.class);
    if (revision == null && !implementing) {
      return Optional.empty();
    }
    var origin = new MigrationScript.Origin(type.getName(), source, checksum);
    return Optional.of(
        new MigrationScript(header(revision, origin), origin, instance(type, origin)));
  }

  /** The script of a migration that someone has made already. */
  static MigrationScript of(Migration migration) {
    Class<?> type = migration.getClass();
    var origin = new MigrationScript.Origin(type.getName(), Optional.empty(), "");
    return new MigrationScript(
        header(type.getAnnotation(Revision.class), origin), origin, migration);
  }

  /** The script of a class that was loaded in an earlier process, and is not yet in this one. */
  static MigrationScript deferred(
      MigrationScript.Header header, MigrationScript.Origin origin, ClassLoader loader) {
    return new MigrationScript(
        header, origin, new DeferredMigration(() -> instance(type(origin, loader), origin)));
  }

  private static Class<?> type(MigrationScript.Origin origin, ClassLoader loader) {
    try {
      return Class.forName(origin.className(), false, loader);
    } catch (ClassNotFoundException | LinkageError thrown) {
      throw new MigrationException("%s cannot be loaded: %s.".formatted(origin, thrown), thrown);
    }
  }

  private static MigrationScript.Header header(Revision revision, MigrationScript.Origin origin) {
    if (revision == null) {
      throw new MigrationException(
          ("%s is a migration without an id. Put @Revision(id = \"...\") on the class, and the id"
                  + " that it follows under \"revises\".")
              .formatted(origin));
    }
    requireId(revision.id(), origin);
    for (String parent : revision.revises()) {
      requireId(parent, origin);
    }
    for (String label : revision.branchLabels()) {
      requireLabel(label, origin);
    }
    return MigrationScript.Header.of(revision);
  }

  private static void requireId(String id, MigrationScript.Origin origin) {
    if (id.isEmpty()
        || id.length() > MigrationHistory.LONGEST_REVISION
        || id.chars().anyMatch(c -> Character.isWhitespace(c) || c == ':' || c == '@')) {
      throw new MigrationException(
          "%s has the revision id \"%s\". An id is a word of up to %s characters without white space, colon or @."
              .formatted(origin, id, MigrationHistory.LONGEST_REVISION));
    }
    if (Targets.isWord(id)) {
      throw new MigrationException(
          "%s has the revision id \"%s\", which means something else where a revision is named. Give it another."
              .formatted(origin, id));
    }
  }

  private static void requireLabel(String label, MigrationScript.Origin origin) {
    if (!Targets.isLabel(label)) {
      throw new MigrationException(
          ("%s has the branch label \"%s\". A label is a word of letters, digits, \"_\", \"-\" and"
                  + " \".\" that starts with a letter, and none that names a revision, such as head.")
              .formatted(origin, label));
    }
  }

  private static Migration instance(Class<?> type, MigrationScript.Origin origin) {
    if (!Migration.class.isAssignableFrom(type) || isAbstract(type)) {
      throw new MigrationException(
          "%s has @Revision but is no class that implements %s. Implement it, or take the annotation away."
              .formatted(origin, Migration.class.getName()));
    }
    try {
      return (Migration) constructor(type, origin).newInstance();
    } catch (InvocationTargetException thrown) {
      throw new MigrationException(
          "The constructor in %s threw %s. Keep it empty: steps belong in upgrade() and downgrade()."
              .formatted(origin, thrown.getCause()),
          thrown.getCause());
    } catch (ExceptionInInitializerError thrown) {
      throw new MigrationException(
          "A static field or block in %s threw %s. Keep what can fail in upgrade() and downgrade()."
              .formatted(origin, thrown.getCause()),
          thrown.getCause());
    } catch (ReflectiveOperationException | LinkageError thrown) {
      throw new MigrationException("%s cannot be loaded: %s.".formatted(origin, thrown), thrown);
    }
  }

  private static Constructor<?> constructor(Class<?> type, MigrationScript.Origin origin) {
    try {
      if (Modifier.isPublic(type.getModifiers())) {
        return type.getConstructor();
      }
    } catch (NoSuchMethodException absent) {
      // Said below, together with a class that is not public.
    }
    throw new MigrationException(
        "%s cannot be created: make the class public, with a public constructor without parameters."
            .formatted(origin));
  }

  private static boolean isAbstract(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers());
  }
}
