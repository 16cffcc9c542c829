package dev.autogen.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a migration's pieces are, in a few characters each, so that a later run can see whether they
 * are still the same.
 *
 * @param digests for each piece; the empty string where it is another each time that the migration
 *     is recorded, as with a random value or the present time
 * @param fresh for each piece those of its words that are others each time
 */
record Contents(List<String> digests, List<Set<String>> fresh) {

  /** Shorter words may be alike by chance. */
  private static final int LONG = 8;

  /** Between the words of a statement or a row. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{Alnum}:.+-]+");

  Contents {
    digests = List.copyOf(digests);
    fresh = List.copyOf(fresh);
  }

  /**
   * @param pieces the pieces
   * @param again the same, recorded once more
   */
  static Contents of(List<Piece> pieces, List<Piece> again) {
    List<String> digests = new ArrayList<>();
    List<Set<String>> fresh = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      List<String> once = words(pieces.get(i));
      List<String> twice = i < again.size() ? words(again.get(i)) : List.of();
      digests.add(once.equals(twice) ? digest(once) : "");
      Set<String> others = new HashSet<>();
      if (!once.equals(twice)) {
        others.addAll(split(once));
        others.removeAll(split(twice));
      }
      fresh.add(others);
    }
    return new Contents(digests, fresh);
  }

  private static List<String> words(Piece piece) {
    return piece.steps().stream().map(Checksum::words).toList();
  }

  private static String digest(List<String> words) {
    Digest digest = new Digest();
    words.forEach(digest::add);
    return digest.hex();
  }

  /** A time of day is nothing by which rows belong together. */
  private static Set<String> split(List<String> texts) {
    return texts.stream()
        .flatMap(BETWEEN::splitAsStream)
        .filter(word -> word.length() >= LONG && !word.contains(":"))
        .collect(Collectors.toSet());
  }

  /** The first piece after some that shares with one of them a value that is another each time. */
  OptionalInt sharing(int done) {
    Set<String> before = new HashSet<>();
    fresh.subList(0, done).forEach(before::addAll);
    return IntStream.range(done, fresh.size())
        .filter(i -> fresh.get(i).stream().anyMatch(before::contains))
        .findFirst();
  }
}
