package dev.autogen.migration;

import java.util.function.Supplier;

/** A migration that is made when someone asks for its steps. Many commands ask for nobody's. */
final class DeferredMigration implements Migration {

  private final Supplier<Migration> making;
  private Migration made;

  DeferredMigration(Supplier<Migration> making) {
    this.making = making;
  }

  private synchronized Migration made() {
    if (made == null) {
      made = making.get();
    }
    return made;
  }

  @Override
  public void upgrade(Operations op) {
    made().upgrade(op);
  }

  @Override
  public void downgrade(Operations op) {
    made().downgrade(op);
  }

  @Override
  public void entities(Declarations declared) {
    made().entities(declared);
  }
}
