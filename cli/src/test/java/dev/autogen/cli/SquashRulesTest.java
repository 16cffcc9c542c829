package dev.autogen.cli;

import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.numeric;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.codegen.MigrationRequest;
import dev.autogen.dialect.Dialects;
import dev.autogen.migration.Migration;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.Operations;
import dev.autogen.migration.RevisionGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which chains one migration can stand for where tables may hold rows, and with which steps. */
class SquashRulesTest {

  /** What is there before each chain. */
  private static final Consumer<Operations> BEFORE =
      op ->
          op.createTable(
              "users",
              t -> {
                t.column("id", integer()).notNull();
                t.column("email", varchar(100));
                t.column("email_new", varchar(100));
                t.column("price", numeric(10, 2));
                t.primaryKey("users_pkey", "id");
              });

  @Test
  void refusesAThingThatTakesTheNameOfOneThatIsDropped() {
    refused(
        "something else has that name",
        op -> op.dropColumn("users", "email"),
        op -> op.renameColumn("users", "email_new", "email"));
    refused(
        "something else has that name",
        op -> op.dropColumn("users", "email"),
        op -> op.addColumn("users", "email", varchar(100)));
    refused(
        "Revision c1 (db.Rc1) drops users, and after the chain something else has that name.",
        op -> {
          op.createTable("people", t -> t.column("id", integer()));
          op.dropTable("users");
        },
        op -> op.renameTable("people", "users"));
  }

  @Test
  void followsNamesThatAreGivenOn() {
    assertEquals(
        List.of(
            "column users.email → tmp",
            "column users.email_new → email",
            "column users.tmp → email_new"),
        steps(
            op -> op.renameColumn("users", "email", "tmp"),
            op -> {
              op.renameColumn("users", "email_new", "email");
              op.renameColumn("users", "tmp", "email_new");
            }));
    assertEquals(
        List.of("column users.c varchar(9)", "column users.email varchar(100)"),
        steps(
            op -> {
              op.dropColumn("users", "email");
              op.addColumn("users", "email", varchar(9));
            },
            op -> op.renameColumn("users", "email", "c")));
  }

  @Test
  void leavesRowsTheDefaultThatTheyGotWhenTheColumnCame() {
    assertEquals(
        List.of(
            "column users.state varchar(9) not null default 'NEW'",
            "column users.state default 'NEW' → 'OPEN'"),
        steps(
            op -> op.addColumn("users", "status", varchar(9)).notNull().defaultValue("NEW"),
            op -> {
              op.alterColumn("users", "status").defaultValue("NEW", "OPEN");
              op.renameColumn("users", "status", "state");
            }));
    assertEquals(
        List.of("column users.n integer not null default 0", "column users.n default 0 → none"),
        steps(
            op -> op.addColumn("users", "n", integer()).notNull().defaultValue(0),
            op -> op.alterColumn("users", "n").dropDefaultValue(0)));
    assertEquals(
        List.of("column users.n integer", "column users.n default none → 1"),
        steps(
            op -> op.addColumn("users", "n", integer()),
            op -> op.alterColumn("users", "n").addDefaultValue(1)));
  }

  @Test
  void keepsFillsUnderTheLastName() {
    MigrationRequest request =
        request(
            op -> op.addColumn("users", "phone", varchar(9)).notNull().filledWith("''"),
            op -> {
              op.renameColumn("users", "phone", "tel");
              op.renameTable("users", "people");
            });
    AddColumn add = request.upgrade().of(AddColumn.class).findFirst().orElseThrow();
    assertEquals("people.tel ''", add.object() + " " + add.fill().orElse("nothing"));
  }

  @Test
  void refusesValuesThatComeOfSeveralSteps() {
    refused(
        "Column users.email has missing values filled in and may lack them again",
        op -> op.alterColumn("users", "email").notNull().filledWith("'?'"),
        op -> op.alterColumn("users", "email").nullable());
    refused(
        "Column users.price has its type changed more than once",
        op -> op.alterColumn("users", "price").type(numeric(10, 2), numeric(10, 0)),
        op -> op.alterColumn("users", "price").type(numeric(10, 0), numeric(10, 2)));
    refused(
        "is filled in from \"email\", which changes as well,",
        op -> op.addColumn("users", "mail", varchar(100)).notNull().filledWith("lower(email)"),
        op -> op.renameColumn("users", "email", "address"));
    assertEquals(
        List.of("column users.email varchar(100) → varchar(300)"),
        steps(
            op -> op.alterColumn("users", "email").type(varchar(100), varchar(200)),
            op -> op.alterColumn("users", "email").type(varchar(200), varchar(300))));
  }

  @Test
  void refusesRowsThatLaterStepsOfTheChainChange() {
    Consumer<Operations> roles =
        op -> {
          op.createTable(
              "roles",
              t -> {
                t.column("id", integer()).notNull();
                t.column("kind", varchar(9)).defaultValue("X");
              });
          op.bulkInsert("roles", "id").row(1);
        };
    refused(
        "Revision c2 changes a column of roles, into which revision c1 (db.Rc1) puts rows",
        roles,
        op -> op.alterColumn("roles", "kind").defaultValue("X", "Y"));
    refused(
        "which the chain drops or renames later on", roles, op -> op.renameTable("roles", "kinds"));
    assertEquals(1, request(roles, op -> op.addColumn("roles", "note", varchar(9))).seeds().size());
  }

  @Test
  void refusesWhatNoMigrationMade() {
    refused(
        "Revision c1 (db.Rc1) changes what no migration makes as far as they tell: +"
            + " column audit.x integer",
        op -> op.addColumn("audit", "x", integer()),
        op -> op.addColumn("audit", "y", integer()));
  }

  @Test
  void refusesAWayBackOfItsOwn() {
    Consumer<Operations> note = op -> op.addColumn("users", "note", varchar(9));
    Consumer<Operations> none = op -> {};
    assertTrue(
        refusal(
                script("c1", List.of("p"), List.of(), note, op -> op.execute("call restore()")),
                script("c2", List.of("c1"), List.of(), none, none))
            .contains("Revision c1 (db.Rc1) does work of its own when it is taken back: execute"));
    assertTrue(
        refusal(
                script("c1", List.of("p"), List.of(), note, none),
                script(
                    "c2",
                    List.of("c1"),
                    List.of(),
                    none,
                    op -> {
                      throw new UnsupportedOperationException("no way back");
                    }))
            .contains("Revision c2 (db.Rc2) cannot be taken back"));
  }

  @Test
  void standsForASquashWhoseChainIsGone() {
    MigrationScript first = script("c1", List.of("p"), List.of("b1", "b2"), op -> {}, op -> {});
    MigrationScript second = script("c2", List.of("c1"), List.of(), op -> {}, op -> {});
    assertEquals(List.of("b1", "b2", "c1"), squash(first, second).replaced());
    MigrationScript b1 = script("b1", List.of("p"), List.of(), op -> {}, op -> {});
    MigrationScript b2 = script("b2", List.of("b1"), List.of(), op -> {}, op -> {});
    MigrationScript c1 = script("c1", List.of("b2"), List.of(), op -> {}, op -> {});
    RevisionGraph all = RevisionGraph.of(List.of(before(), b1, b2, c1, first, second));
    assertTrue(
        assertThrows(Failure.class, () -> Squash.of(all, List.of(first, second)))
            .getMessage()
            .contains("the classes of its chain are still here"));
  }

  private static MigrationScript before() {
    return script("p", List.of(), List.of(), BEFORE, op -> op.dropTable("users"));
  }

  private static MigrationScript script(
      String id,
      List<String> revises,
      List<String> replaces,
      Consumer<Operations> upgrade,
      Consumer<Operations> downgrade) {
    Migration migration =
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            upgrade.accept(op);
          }

          @Override
          public void downgrade(Operations op) {
            downgrade.accept(op);
          }
        };
    return new MigrationScript(
        new MigrationScript.Header(
            id, new Links(revises, List.of(), List.of(), replaces), "", "", ""),
        new MigrationScript.Origin("db.R" + id, Optional.empty(), ""),
        migration);
  }

  @SafeVarargs
  private static MigrationScript[] chain(Consumer<Operations>... upgrades) {
    List<MigrationScript> chain = new ArrayList<>();
    for (int i = 0; i < upgrades.length; i++) {
      chain.add(
          script("c" + (i + 1), List.of(i == 0 ? "p" : "c" + i), List.of(), upgrades[i], op -> {}));
    }
    return chain.toArray(MigrationScript[]::new);
  }

  private static Squash squash(MigrationScript... chain) {
    List<MigrationScript> all = new ArrayList<>(List.of(chain));
    all.add(0, before());
    return Squash.of(RevisionGraph.of(all), List.of(chain));
  }

  private static MigrationRequest request(MigrationScript... chain) {
    return squash(chain)
        .request(
            new MigrationRequest.Header(
                "c2", Links.after(List.of("p")), "squash", Instant.EPOCH, Optional.empty()),
            "db",
            Dialects.named("h2", 2, 4));
  }

  @SafeVarargs
  private static MigrationRequest request(Consumer<Operations>... upgrades) {
    return request(chain(upgrades));
  }

  /** The steps of the one migration. */
  @SafeVarargs
  private static List<String> steps(Consumer<Operations>... upgrades) {
    return request(upgrades).upgrade().changes().stream().map(SquashRulesTest::words).toList();
  }

  private static String words(Change change) {
    return change.describe().kind()
        + " "
        + change.describe().name()
        + (change.describe().detail().isEmpty() ? "" : " " + change.describe().detail());
  }

  @SafeVarargs
  private static void refused(String why, Consumer<Operations>... upgrades) {
    String message = refusal(chain(upgrades));
    assertTrue(message.contains(why), message);
  }

  private static String refusal(MigrationScript... chain) {
    return assertThrows(Failure.class, () -> request(chain)).getMessage();
  }
}
