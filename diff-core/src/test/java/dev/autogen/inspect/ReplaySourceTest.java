package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.migration.Declarations;
import dev.autogen.migration.Migration;
import dev.autogen.migration.MigrationSources;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Replay;
import dev.autogen.migration.Revision;
import dev.autogen.migration.Types;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaySourceTest {

  /** One table, declared by an entity. */
  @Revision(id = "a")
  public static final class CreateUsers implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.createTable("users", table -> table.column("name", Types.nativeType("VARCHAR(40)")));
    }

    @Override
    public void downgrade(Operations op) {
      op.dropTable("users");
    }

    @Override
    public void entities(Declarations declared) {
      declared.table("users", "com.shop.User").columns("name");
    }
  }

  @Test
  void readsACanonicalSchema() {
    var scripts = MigrationSources.of(new CreateUsers()).load().scripts();
    ReplaySource source = new ReplaySource(scripts, Dialects.named("postgresql", 16, 0));
    QualifiedName users = QualifiedName.of("users");
    assertEquals(
        List.of(Column.of("name", Types.varchar(40))),
        source.read().table(users).columns().toList());
    Replay replay = source.replay();
    assertTrue(replay.complete());
    assertEquals("User.name", replay.declared().get(ObjectName.column(users, "name")));
  }
}
