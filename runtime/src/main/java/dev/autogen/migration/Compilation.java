package dev.autogen.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the sources of a folder were compiled to.
 *
 * @param classes all of them, those that migrations share with them
 * @param entries the migrations among them
 */
record Compilation(List<CompiledClass> classes, List<Entry> entries) {

  /**
   * A migration, as far as it can be told without loading its class.
   *
   * @param header what its annotation says
   * @param className its class, with its package
   * @param sourceFile the name of the file that it is from, without a folder
   * @param checksum of its source
   */
  record Entry(
      MigrationScript.Header header, String className, String sourceFile, String checksum) {
    Entry {
      Objects.requireNonNull(header, "header");
      Objects.requireNonNull(className, "className");
      Objects.requireNonNull(sourceFile, "sourceFile");
      Objects.requireNonNull(checksum, "checksum");
    }

    static Entry of(MigrationScript script) {
      MigrationScript.Origin origin = script.origin();
      return new Entry(
          script.header(),
          origin.className(),
          origin.source().map(file -> file.getFileName().toString()).orElse(""),
          origin.checksum());
    }

    MigrationScript.Origin origin(Path folder) {
      return new MigrationScript.Origin(
          className, Optional.of(folder.resolve(sourceFile)), checksum);
    }
  }

  Compilation {
    classes = List.copyOf(classes);
    entries = List.copyOf(entries);
  }
}
