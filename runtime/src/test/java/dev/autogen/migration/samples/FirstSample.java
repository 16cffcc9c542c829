package dev.autogen.migration.samples;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

@Revision(id = "first", message = "the first")
public final class FirstSample implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.execute("create table first (id integer)");
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("drop table first");
  }
}
