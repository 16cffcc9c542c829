package dev.autogen.cli.before;

import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;

/** A strategy of an application that prints, as logging without a configuration does. */
public class TalkativeNaming extends PhysicalNamingStrategyStandardImpl {

  private static final long serialVersionUID = 1L;

  public TalkativeNaming() {
    System.out.println("DEBUG naming");
  }
}
