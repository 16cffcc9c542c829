package dev.autogen.fuzz;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.TableChange.RenameTable;

/** The changes that a hint asks for. */
final class Renames {

  private Renames() {}

  static boolean isRename(Change change) {
    return change instanceof RenameTable || change instanceof RenameColumn;
  }
}
