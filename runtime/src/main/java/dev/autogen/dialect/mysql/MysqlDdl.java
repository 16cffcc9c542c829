package dev.autogen.dialect.mysql;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.DropEnumType;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Definitions;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.StandardDdl;
import dev.autogen.dialect.UnsupportedChangeException;
import java.util.List;

/** MySQL's DDL. */
final class MysqlDdl extends StandardDdl {

  MysqlDdl(Dialect dialect) {
    super(dialect, new Definitions(dialect));
  }

  @Override
  public List<String> renameTable(RenameTable change) {
    return List.of(alter(change.from()) + "rename to " + dialect.identifier(change.to()));
  }

  @Override
  protected boolean castsByItself(AlterColumn change) {
    return true;
  }

  @Override
  protected List<String> setType(AlterColumn change) {
    return List.of(alter(change.table()) + "modify column " + definitions.column(change.to()));
  }

  @Override
  protected List<String> beforeIdentity(AlterColumn change) {
    return List.of();
  }

  @Override
  protected List<String> setIdentity(AlterColumn change) {
    return setType(change);
  }

  @Override
  protected List<String> regenerate(AlterColumn change) {
    return setType(change);
  }

  @Override
  public List<String> createEnumType(CreateEnumType change) {
    return refuse("enum types");
  }

  @Override
  public List<String> dropEnumType(DropEnumType change) {
    return refuse("enum types");
  }

  @Override
  public List<String> renameEnumType(RenameEnumType change) {
    return refuse("enum types");
  }

  @Override
  public List<String> alterEnumType(AlterEnumType change) {
    return refuse("enum types");
  }

  @Override
  public List<String> renameEnumLabel(RenameEnumLabel change) {
    return refuse("enum types");
  }

  @Override
  public List<String> renameSequence(RenameSequence change) {
    return refuse("statement that renames a sequence");
  }

  private static List<String> refuse(String what) {
    throw new UnsupportedChangeException("MySQL has no " + what + ".");
  }
}
