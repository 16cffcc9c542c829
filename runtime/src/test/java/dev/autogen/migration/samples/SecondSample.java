package dev.autogen.migration.samples;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

@Revision(id = "second", revises = "first")
public final class SecondSample implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.run("nothing", connection -> {});
  }

  @Override
  public void downgrade(Operations op) {}
}
