package dev.autogen.dialect;

/**
 * Which server a dialect speaks to.
 *
 * @param product the product's name as its driver reports it: {@code PostgreSQL}, {@code H2}
 * @param major the major version
 * @param minor the minor version
 * @param text the version as the server writes it
 */
public record DatabaseVersion(String product, int major, int minor, String text) {

  public boolean atLeast(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
  }

  /** {@code PostgreSQL 16.4}. */
  @Override
  public String toString() {
    return product + " " + text;
  }
}
