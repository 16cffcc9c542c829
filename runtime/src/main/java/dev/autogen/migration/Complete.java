package dev.autogen.migration;

/** A step about which everything is said. */
public final class Complete {

  static final Complete STEP = new Complete();

  private Complete() {}
}
