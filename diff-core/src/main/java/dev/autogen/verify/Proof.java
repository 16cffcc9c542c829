package dev.autogen.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What came of one claim about a migration.
 *
 * @param claim what was to be shown
 * @param verdict what came of it
 * @param details why it fails or stays open, or what it was shown with: sentences
 */
public record Proof(Claim claim, Verdict verdict, List<String> details) {

  /** What is to be shown of a migration, in the order in which it is. */
  public enum Claim {
    UPGRADE("upgrade runs"),
    ROWS_FORTH("rows survive the upgrade"),
    ENTITIES("the catalog is what the entities declare"),
    DOWNGRADE("downgrade runs"),
    RESTORED("the downgrade restores the catalog"),
    ROWS_BACK("rows survive the downgrade"),
    AGAIN("upgrade runs again, to the same catalog"),
    /** Said only where it does not hold. */
    NUMBERS("the next row gets a number that is free");

    private final String words;

    Claim(String words) {
      this.words = words;
    }

    /** The claim in words. */
    public String words() {
      return words;
    }
  }

  /** What came of it. */
  public enum Verdict {
    HOLDS,
    FAILS,
    /** It could not be shown, and not be refuted either. */
    OPEN
  }

  public Proof {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(verdict, "verdict");
    details = List.copyOf(details);
  }

  static Proof holds(Claim claim, String... details) {
    return new Proof(claim, Verdict.HOLDS, List.of(details));
  }

  static Proof open(Claim claim, List<String> details) {
    return new Proof(claim, Verdict.OPEN, details);
  }

  static Proof fails(Claim claim, List<String> details) {
    return new Proof(claim, Verdict.FAILS, details);
  }

  /** It holds if nothing speaks against it. */
  static Proof unless(Claim claim, List<String> against) {
    return against.isEmpty() ? holds(claim) : fails(claim, against);
  }

  /**
   * Statements that a person wrote may be right for the rows that there are, and refused over those
   * made up: nobody says beforehand which ones are in their way. Where they run on empty tables,
   * that is open.
   *
   * @param refused what failed over made-up rows
   * @param overRows all proofs up to that one
   * @param overNone the proofs on empty tables
   */
  static List<Proof> refusedOverRows(Claim refused, List<Proof> overRows, List<Proof> overNone) {
    if (overNone.stream().noneMatch(p -> p.claim() == refused && p.verdict() == Verdict.HOLDS)) {
      return overRows;
    }
    List<Proof> proofs = new ArrayList<>(overNone);
    for (Proof shown : overRows) {
      Proof kept = shown.claim() == refused ? shown.onlyOverRows() : shown;
      proofs.replaceAll(proof -> proof.claim() == kept.claim() ? kept : proof);
    }
    return proofs;
  }

  private Proof onlyOverRows() {
    List<String> all = new ArrayList<>(details);
    all.add("That was over made-up rows; on empty tables it runs.");
    return open(claim, all);
  }
}
