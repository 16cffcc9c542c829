package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.bigint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Dialects;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CommutationTest {

  private static final Consumer<Operations> BASE =
      op -> {
        op.createTable("t", t -> t.column("id", bigint()).notNull().primaryKey("t_pk", "id"));
        op.createTable("u", u -> u.column("id", bigint()).notNull().primaryKey("u_pk", "id"));
      };

  private static final Consumer<Operations> TABLE =
      op -> op.createTable("x", x -> x.column("id", bigint()));
  private static final Consumer<Operations> SEQUENCE = op -> op.createSequence("x");
  private static final Consumer<Operations> TYPE = op -> op.createEnumType("x", "A");
  private static final Consumer<Operations> INDEX = op -> op.createIndex("x").on("t", "id");
  private static final Consumer<Operations> OTHER_INDEX = op -> op.createIndex("x").on("u", "id");
  private static final Consumer<Operations> UNIQUE = op -> op.addUnique("x").on("t", "id");
  private static final Consumer<Operations> OTHER_UNIQUE = op -> op.addUnique("x").on("u", "id");
  private static final Consumer<Operations> CHECK = op -> op.addCheck("x").on("t", "id > 0");
  private static final Consumer<Operations> OTHER_CHECK = op -> op.addCheck("x").on("u", "id > 0");
  private static final Consumer<Operations> KEY =
      op -> op.addForeignKey("x").on("t", "id").references("u", "id");
  private static final Consumer<Operations> OTHER_KEY =
      op -> op.addForeignKey("x").on("u", "id").references("t", "id");

  @Test
  void seesNamesThatADatabaseCannotGiveTwice() {
    assertEquals(Set.of("postgresql", "mariadb"), clashing(TABLE, SEQUENCE));
    assertEquals(Set.of("postgresql"), clashing(TABLE, TYPE));
    assertEquals(Set.of("postgresql", "sqlite"), clashing(TABLE, INDEX));
    assertEquals(Set.of("postgresql"), clashing(SEQUENCE, INDEX));
    assertEquals(Set.of("postgresql", "h2", "sqlite"), clashing(INDEX, OTHER_INDEX));
    assertEquals(Set.of("postgresql"), clashing(INDEX, OTHER_UNIQUE));
    assertEquals(Set.of("postgresql", "mysql", "mariadb"), clashing(INDEX, UNIQUE));
    assertEquals(Set.of("postgresql", "h2"), clashing(UNIQUE, OTHER_UNIQUE));
    assertEquals(Set.of("h2", "mysql"), clashing(CHECK, OTHER_CHECK));
    assertEquals(Set.of("h2", "mysql", "mariadb"), clashing(KEY, OTHER_KEY));
    assertEquals(Set.of(), clashing(SEQUENCE, TYPE));
  }

  @Test
  void namesTheChangesThatGiveTheName() {
    Consumer<Operations> renaming =
        op -> {
          op.createIndex("y").on("t", "id");
          op.renameIndex("t", "y", "x");
        };
    assertEquals(
        "[Collision[one=> index t.y → x in b (message of b), other=+ index u.x (id) in c (message of c)]]",
        collisions("h2", renaming, OTHER_INDEX).toString());
  }

  /** One order goes wrong if the other branch has the name when it is needed for a while. */
  @Test
  void seesANameThatIsNeededForAWhile() {
    Consumer<Operations> passing =
        op -> {
          op.createIndex("x").on("t", "id");
          op.dropIndex("x").from("t");
        };
    Consumer<Operations> alsoPassing =
        op -> {
          op.createIndex("x").on("u", "id");
          op.dropIndex("x").from("u");
        };
    assertEquals(1, collisions("h2", passing, OTHER_INDEX).size());
    assertEquals(1, collisions("h2", OTHER_INDEX, passing).size());
    assertEquals(List.of(), collisions("h2", passing, alsoPassing));
  }

  private static Set<String> clashing(Consumer<Operations> one, Consumer<Operations> other) {
    Set<String> names = new TreeSet<>();
    for (String name : List.of("postgresql", "h2", "sqlite", "mysql", "mariadb")) {
      if (!collisions(name, one, other).isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<Commutation.Collision> collisions(
      String dialect, Consumer<Operations> one, Consumer<Operations> other) {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                script("a", BASE, op -> {}),
                script("b", one, op -> {}, "a"),
                script("c", other, op -> {}, "a")));
    return Commutation.of(graph, List.of("b", "c"), Dialects.named(dialect, 0, 0).namespaces())
        .collisions();
  }
}
