package dev.autogen.codegen;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a migration's class is called: {@code R7f3a9c1e2b4d_add_user_preferences}.
 *
 * @param id the revision's id, in characters that a Java name may have
 * @param slug the message in lower-case ASCII, words joined by {@code _}
 */
public record MigrationName(String id, String slug) {

  private static final int LONGEST_SLUG = 40;

  /** The name for a revision with that message. */
  public static MigrationName of(String id, String message) {
    return new MigrationName(id.replaceAll("[^A-Za-z0-9_]", "_"), slug(message));
  }

  /** The simple name of the class. It begins with {@code R}, so it is never a reserved word. */
  public String className() {
    return "R" + id + "_" + slug;
  }

  /** Cut between words where that leaves enough, and {@code migration} where nothing is left. */
  private static String slug(String message) {
    String words =
        Normalizer.normalize(message, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    if (words.isEmpty()) {
      return "migration";
    }
    if (words.length() <= LONGEST_SLUG) {
      return words;
    }
    int end = words.lastIndexOf('_', LONGEST_SLUG);
    return words.substring(0, end > LONGEST_SLUG / 2 ? end : LONGEST_SLUG);
  }
}
