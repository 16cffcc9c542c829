package dev.autogen.cli;

import dev.autogen.cli.config.ConfigurationException;
import dev.autogen.dialect.DatabaseNeededException;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.dialect.UnsupportedDatabaseException;
import dev.autogen.diff.RenameHintException;
import dev.autogen.inspect.InspectionException;
import dev.autogen.migration.MigrationException;
import dev.autogen.schema.SchemaException;
import dev.autogen.verify.VerificationException;
import java.sql.SQLException;
import java.util.Set;

/** Why a command could not work, as a sentence for a person. */
final class Sentences {

  /** Exceptions whose messages are such sentences already. */
  private static final Set<Class<?>> FOR_PEOPLE =
      Set.of(
          Failure.class,
          ConfigurationException.class,
          DatabaseNeededException.class,
          InspectionException.class,
          MigrationException.class,
          RenameHintException.class,
          SchemaException.class,
          UnsupportedChangeException.class,
          UnsupportedDatabaseException.class,
          VerificationException.class);

  private Sentences() {}

  static String of(Throwable thrown) {
    if (FOR_PEOPLE.contains(thrown.getClass()) && thrown.getMessage() != null) {
      return thrown.getMessage();
    }
    if (thrown instanceof SQLException) {
      return "The database refused a statement: "
          + DatabaseErrors.sentence(String.valueOf(thrown.getMessage()))
          + " Run again with --stacktrace to see which.";
    }
    if (thrown instanceof OutOfMemoryError) {
      return "The memory did not suffice. Give Java more: AUTOGEN_JAVA_OPTS=-Xmx2g.";
    }
    return "This should not happen: "
        + thrown.getClass().getSimpleName()
        + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage())
        + ". Please report it with the output of --stacktrace.";
  }
}
