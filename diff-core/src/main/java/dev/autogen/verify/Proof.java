package dev.autogen.verify;

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
    AGAIN("upgrade runs again, to the same catalog");

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
}
