package dev.autogen.inspect.entity;

import dev.autogen.inspect.InspectionException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Looks whether a jar is one: a class loader passes over a broken jar without a word. */
final class JarFile {

  /** Size and first bytes of the record that ends each zip file; APPNOTE.TXT, 4.3.16. */
  private static final int END_SIZE = 22;

  private static final int END_SIGNATURE = 0x504b0506;

  private JarFile() {}

  /**
   * Does nothing for a directory, or for what does not exist.
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
}
