package dev.autogen.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqliteDdlTest {

  private static final QualifiedName ITEM = QualifiedName.of("item");

  private final Dialect dialect = Dialects.named("sqlite", 3, 54);

  private final Column id =
      column("id", "integer")
          .withIdentity(Optional.of(Identity.of(Identity.Mode.BY_DEFAULT)))
          .withNullable(false);
  private final Column name = column("name", "varchar(20)").withNullable(false);
  private final Index index = Index.of("ix_name", "name");
  private final Table item =
      Table.of(
          ITEM,
          List.of(id, name),
          List.of(
              new PrimaryKey("item_pkey", List.of("id")),
              UniqueKey.of("uk_name", List.of("name")),
              new Check("item_name_check", "name <> ''")),
          List.of(index));
  private final Schema known = Schema.EMPTY.withTables(Schema.EMPTY.tables().plus(item));

  @Test
  void leavesConstraintsWithoutNameThatNobodyNamed() {
    assertEquals(
        """
        create table item (
          id integer,
          name varchar(20) not null,
          primary key (id),
          constraint uk_name unique (name),
          check (name <> '')
        );
        create index ix_name on item (name)""",
        sql(new CreateTable(item)));
  }

  @Test
  void buildsATableAnewFromWhatIsKnownOfIt() {
    assertEquals(
        """
        create table autogen_new_item (
          id integer,
          name text,
          primary key (id),
          constraint uk_name unique (name)
        );
        insert or abort into autogen_new_item (id, name) select id, name from item;
        drop table item;
        pragma legacy_alter_table = on;
        alter table autogen_new_item rename to item;
        pragma legacy_alter_table = off;
        create index ix_name on item (name)""",
        sql(
            new AlterColumn(ITEM, name, column("name", "text")),
            new DropConstraint(ITEM, new Check("item_name_check", "name <> ''"))));
  }

  @Test
  void addsWhatSqliteCanAddByItself() {
    assertEquals(
        "alter table item add column stock integer default 0 not null",
        sql(
            new AddColumn(
                ITEM,
                column("stock", "integer")
                    .withDefaultValue(Optional.of("0"))
                    .withNullable(false))));
    assertTrue(
        sql(new AddColumn(ITEM, column("seen", "timestamp").withDefaultValue(Optional.of("now()"))))
            .contains("default (now())"));
  }

  @Test
  void convertsValuesAsTheTypesMean() {
    String sql = sql(new AlterColumn(ITEM, name, column("name", "integer").withNullable(false)));
    assertTrue(sql.contains("select id, cast(name as integer) from item"), sql);
  }

  @Test
  void goesOnFromWhatAnEarlierChangeMakesOfAColumn() {
    Column text = name.withNullable(true);
    Column truth = column("name", "boolean");
    String sql =
        sql(
            new AlterColumn(ITEM, name, text),
            new AlterColumn(ITEM, text, truth),
            new AlterColumn(ITEM, truth, truth.withNullable(false), Optional.of("0")),
            new AddColumn(ITEM, column("a", "integer")),
            new AlterColumn(
                ITEM,
                column("a", "integer"),
                column("a", "integer").withNullable(false),
                Optional.of("1")));
    assertTrue(
        sql.contains(
            "select id, coalesce((case when lower(trim(name)) in ('true', 't', 'yes', 'y', 'on',"
                + " '1') then 1 when name is not null then 0 end), 0), coalesce(null, 1) from"),
        sql);
  }

  @Test
  void writesTheNameThatSomebodyGaveACheck() {
    Check stated = new Check("item_positive_check", "id > 0");
    assertTrue(
        sql(new AddConstraint(ITEM, stated))
            .contains("\n  constraint item_positive_check check (id > 0)"));
    assertTrue(
        sql(new AddConstraint(ITEM, new Check("item_id_check", "id > 0")))
            .contains("\n  check (id > 0)"));
  }

  @Test
  void takesAllChangesOfATableTogether() {
    Change dropped = new DropIndex(ITEM, index);
    Change first = new DropConstraint(ITEM, UniqueKey.of("uk_name", List.of("name")));
    Change gone = new DropTable(Table.named(QualifiedName.of("old")));
    Table note = Table.of(QualifiedName.of("note"), List.of(id), List.of(), List.of());
    Change created = new CreateTable(note);
    Change last = new DropColumn(ITEM, name);
    Change key =
        new AddConstraint(note.name(), ForeignKey.of("fk", List.of("id"), ITEM, List.of("id")));
    assertEquals(
        List.of(List.of(dropped), List.of(gone), List.of(created, key), List.of(first, last)),
        dialect.batches(List.of(first, dropped, gone, created, last, key)));
  }

  @Test
  void saysWhatSqliteDoesNotHave() {
    UnsupportedChangeException schema =
        assertThrows(
            UnsupportedChangeException.class, () -> new CreateSchema("shop").accept(dialect.ddl()));
    assertTrue(schema.getMessage().contains("attach"), schema.getMessage());
    Index nulls = index.withParts(List.of(index.parts().get(0).withNulls(IndexPart.Nulls.LAST)));
    assertThrows(
        UnsupportedChangeException.class, () -> new CreateIndex(ITEM, nulls).accept(dialect.ddl()));
  }

  private String sql(Change... changes) {
    StringBuilder sql = new StringBuilder();
    Schema state = changes[0] instanceof CreateTable ? Schema.EMPTY : known;
    for (List<Change> batch : dialect.batches(List.of(changes))) {
      for (String statement : dialect.statements(batch, state)) {
        sql.append(sql.isEmpty() ? "" : ";\n").append(statement);
      }
      state = new ChangeSet(batch).applyTo(state);
    }
    return sql.toString();
  }

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }
}
