package dev.autogen.migration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Migrations made on the spot. */
final class Scripts {

  private Scripts() {}

  /** One that does nothing. */
  static MigrationScript script(String id, String... revises) {
    return script(id, op -> {}, op -> {}, revises);
  }

  static MigrationScript script(
      String id, Consumer<Operations> upgrade, Consumer<Operations> downgrade, String... revises) {
    return script(id, migration(upgrade, downgrade, none -> {}), revises);
  }

  static MigrationScript script(String id, Migration migration, String... revises) {
    return script(id, MigrationScript.Links.after(List.of(revises)), migration);
  }

  /** One that does nothing, follows one revision, and depends on another. */
  static MigrationScript dependent(String id, String revises, String dependsOn) {
    return linked(id, new MigrationScript.Links(List.of(revises), List.of(dependsOn), List.of()));
  }

  /** One that does nothing and carries a branch label. */
  static MigrationScript labelled(String id, String label, String... revises) {
    return linked(id, new MigrationScript.Links(List.of(revises), List.of(), List.of(label)));
  }

  static MigrationScript linked(String id, MigrationScript.Links links) {
    return script(id, links, migration(op -> {}, op -> {}, none -> {}));
  }

  static MigrationScript linked(
      String id,
      MigrationScript.Links links,
      Consumer<Operations> upgrade,
      Consumer<Operations> downgrade) {
    return script(id, links, migration(upgrade, downgrade, none -> {}));
  }

  private static MigrationScript script(
      String id, MigrationScript.Links links, Migration migration) {
    return new MigrationScript(
        new MigrationScript.Header(id, links, "", "message of " + id, "7.4.6.Final"),
        new MigrationScript.Origin("db.R" + id, Optional.empty(), ""),
        migration);
  }

  static Migration migration(
      Consumer<Operations> upgrade,
      Consumer<Operations> downgrade,
      Consumer<Declarations> entities) {
    return new Migration() {
      @Override
      public void upgrade(Operations op) {
        upgrade.accept(op);
      }

      @Override
      public void downgrade(Operations op) {
        downgrade.accept(op);
      }

      @Override
      public void entities(Declarations declared) {
        entities.accept(declared);
      }
    };
  }

  static RevisionGraph graph(MigrationScript... scripts) {
    return RevisionGraph.of(List.of(scripts));
  }

  static List<String> ids(List<MigrationScript> scripts) {
    return scripts.stream().map(MigrationScript::id).toList();
  }
}
