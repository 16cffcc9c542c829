package dev.autogen.inspect.entity;

import dev.autogen.inspect.InspectionException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Looks into a jar as little as possible. */
final class JarFile {

  /** Size and first bytes of the record that ends each zip file; APPNOTE.TXT, 4.3.16. */
  private static final int END_SIZE = 22;

  private static final int END_SIGNATURE = 0x504b0506;

  private JarFile() {}

  /**
   * Does nothing for a directory, or for what does not exist. A class loader would pass over a
   * broken jar without a word.
   *
   * @throws InspectionException if it is a file, but no readable jar
   */
  static void requireReadable(Path entry) {
    if (!Files.isRegularFile(entry)) {
      return;
    }
    try {
      if (!endsAsZip(entry)) {
        new ZipFile(entry.toFile()).close();
      }
    } catch (IOException e) {
      throw new InspectionException(
          "The jar "
              + entry
              + " on the class path cannot be read ("
              + e.getMessage()
              + "). Download or build it again.",
          e);
    }
  }

  /**
   * True for nearly all jars, at the price of one small read; a trailing comment makes it false.
   */
  private static boolean endsAsZip(Path entry) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(entry.toFile(), "r")) {
      if (file.length() < END_SIZE) {
        return false;
      }
      file.seek(file.length() - END_SIZE);
      return file.readInt() == END_SIGNATURE;
    }
  }

  /**
   * Whether a class path entry may hold classes of a package, or of one below it. A scan of all
   * jars of a large application takes a second or two; most of them need not be scanned.
   */
  static boolean mayHold(Path entry, String packageName) {
    String folder = packageName.replace('.', '/') + "/";
    if (!Files.isRegularFile(entry)) {
      return true;
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      return jar.getEntry(folder) != null
          || jar.stream().anyMatch(file -> file.getName().startsWith(folder));
    } catch (IOException e) {
      return true;
    }
  }
}
