package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Namespaces;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CollisionTest {

  private static final Consumer<Operations> BASE =
      op ->
          op.createTable(
              "roles",
              t -> {
                t.column("id", bigint()).notNull();
                t.column("name", varchar(40));
              });

  private static final Consumer<Operations> ROWS =
      op -> op.bulkInsert("roles", "id", "name").row(1, "admin");

  @Test
  void namesWhatIsDeclaredByHandWhereNothingIsChanged() {
    Migration byHand =
        Scripts.migration(
            op -> op.execute("create index concurrently ix on roles (name)"),
            op -> {},
            declared -> declared.on("roles", "shop.Role").indexes("ix"));
    assertEquals(
        List.of(
            new Commutation.Collision(
                "roles.ix declared in b (message of b)",
                "> table roles → groups in c (message of c)")),
        of(byHand, op -> op.renameTable("roles", "groups")).collisions());
  }

  @Test
  void seesRowsWhoseTableOrColumnsGo() {
    String rows = "insert 1 row into roles in b (message of b)";
    assertEquals(rows, collision(ROWS, op -> op.renameColumn("roles", "name", "title")).one());
    assertEquals(rows, collision(ROWS, op -> op.renameTable("roles", "groups")).one());
    assertEquals(rows, collision(ROWS, op -> op.dropTable("roles")).one());
    assertEquals(
        rows,
        collision(ROWS, op -> op.addColumn("roles", "kind", bigint()).notNull().filledWith("1"))
            .one());
    assertEquals(
        "- column roles.name varchar(40) in b (message of b)",
        collision(op -> op.dropColumn("roles", "name"), ROWS).one());
    assertEquals(
        "backfill roles: set name = 'x', in batches of 1000 in b (message of b)",
        collision(
                op -> op.backfill("roles").set("name", "'x'"), op -> op.dropColumn("roles", "name"))
            .one());
  }

  @Test
  void leavesRowsAloneThatFindTheirPlace() {
    Commutation nullable = of(ROWS, op -> op.addColumn("roles", "kind", bigint()));
    assertEquals(List.of(), nullable.collisions());
    assertEquals(0, nullable.unread());
    assertEquals(
        List.of(),
        of(
                op -> {
                  op.addColumn("roles", "kind", bigint());
                  op.bulkInsert("roles", "id", "kind").row(1, 2);
                },
                op -> op.dropColumn("roles", "name"))
            .collisions());
  }

  private static Commutation.Collision collision(
      Consumer<Operations> one, Consumer<Operations> other) {
    List<Commutation.Collision> collisions = of(one, other).collisions();
    assertEquals(1, collisions.size(), collisions.toString());
    return collisions.get(0);
  }

  private static Commutation of(Consumer<Operations> one, Consumer<Operations> other) {
    return of(Scripts.migration(one, op -> {}, none -> {}), other);
  }

  private static Commutation of(Migration one, Consumer<Operations> other) {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                script("a", BASE, op -> {}),
                script("b", one, "a"),
                script("c", other, op -> {}, "a")));
    return Commutation.of(graph, List.of("b", "c"), Namespaces.NONE);
  }
}
