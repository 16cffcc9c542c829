package dev.autogen.change;

/**
 * One change in words, in the parts that a report lines up.
 *
 * @param sign what happens to the object
 * @param kind what the object is: {@code table}, {@code column}, {@code index} ...
 * @param name which one: {@code users.email}
 * @param detail what there is to know besides: {@code varchar(100) → varchar(255)}; may be empty
 */
public record Description(Sign sign, String kind, String name, String detail) {

  /** What happens to an object. */
  public enum Sign {
    ADDED("+"),
    CHANGED("~"),
    RENAMED(">"),
    REMOVED("-");

    private final String symbol;

    Sign(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  @Override
  public String toString() {
    return (sign.symbol() + " " + kind + " " + name + " " + detail).strip();
  }
}
