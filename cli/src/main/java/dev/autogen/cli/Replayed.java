package dev.autogen.cli;

import dev.autogen.change.ChangeSet;
import dev.autogen.migration.Migration;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Replay;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/** What replay will make of a migration that is yet to be written. */
final class Replayed {

  private Replayed() {}

  static Schema after(Replay before, ChangeSet upgrade) {
    Migration migration =
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            upgrade.changes().forEach(op::change);
          }

          @Override
          public void downgrade(Operations op) {
            upgrade.reverse().changes().forEach(op::change);
          }
        };
    return before
        .then(
            new MigrationScript(
                new MigrationScript.Header("unwritten", List.of(), "", "", ""),
                new MigrationScript.Origin("unwritten", Optional.empty(), ""),
                migration))
        .schema();
  }
}
