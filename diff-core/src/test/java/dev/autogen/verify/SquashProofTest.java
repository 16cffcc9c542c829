package dev.autogen.verify;

import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.inspect.DatabaseScope;
import dev.autogen.migration.DriverDataSource;
import dev.autogen.migration.Migration;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.Operations;
import dev.autogen.migration.RevisionGraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a proof finds in one migration that does not leave what its chain leaves. */
class SquashProofTest {

  private static final Consumer<Operations> NOTHING = op -> {};

  private static final MigrationScript BEFORE =
      script(
          "p",
          List.of(),
          List.of(),
          op ->
              op.createTable(
                  "users",
                  t -> {
                    t.column("id", integer()).notNull();
                    t.column("email", varchar(100));
                    t.column("email_new", varchar(100));
                    t.primaryKey("users_pkey", "id");
                  }),
          op -> op.dropTable("users"));

  @Test
  void findsValuesThatAreThoseOfAnotherColumn() {
    SquashProof.Result result =
        proof(
            op -> op.dropColumn("users", "email"),
            op -> op.renameColumn("users", "email_new", "email"),
            op -> op.dropColumn("users", "email_new"),
            op -> op.addColumn("users", "email_new", varchar(100)));
    assertEquals(
        List.of("On rows that were there before, the chain leaves other rows: see users.email."),
        result.against());
  }

  @Test
  void findsADefaultThatRowsGotWhileItWasThere() {
    Consumer<Operations> later =
        op -> op.alterColumn("users", "status").defaultValue("NEW", "OPEN");
    Consumer<Operations> back = op -> op.dropColumn("users", "status");
    assertEquals(
        List.of("On rows that were there before, the chain leaves other rows: see users.status."),
        proof(
                op -> op.addColumn("users", "status", varchar(9)).notNull().defaultValue("NEW"),
                later,
                op -> op.addColumn("users", "status", varchar(9)).notNull().defaultValue("OPEN"),
                back)
            .against());
    assertEquals(
        new SquashProof.Result(List.of(), List.of()),
        proof(
            op -> op.addColumn("users", "status", varchar(9)).notNull().defaultValue("NEW"),
            later,
            op -> {
              op.addColumn("users", "status", varchar(9)).notNull().defaultValue("NEW");
              op.alterColumn("users", "status").defaultValue("NEW", "OPEN");
            },
            back));
  }

  @Test
  void findsFirstRowsWithAnotherDefault() {
    Consumer<Operations> table =
        op ->
            op.createTable(
                "roles",
                t -> {
                  t.column("id", integer());
                  t.column("kind", varchar(9)).defaultValue("X");
                });
    Consumer<Operations> changed = op -> op.alterColumn("roles", "kind").defaultValue("X", "Y");
    assertEquals(
        List.of("From a on, the chain leaves other rows: see roles.kind."),
        proof(
                op -> {
                  table.accept(op);
                  op.bulkInsert("roles", "id").row(1);
                },
                changed,
                op -> {
                  table.accept(op);
                  changed.accept(op);
                  op.bulkInsert("roles", "id").row(1);
                },
                op -> op.dropTable("roles"))
            .against());
  }

  @Test
  void findsAWayBackThatLeadsElsewhere() {
    assertEquals(
        List.of(
            "On the way back, unlike the chain: missing: - column users.n integer",
            "On the way back, unlike the chain: missing: - column users.m integer"),
        proof(
                op -> op.addColumn("users", "n", integer()),
                op -> op.addColumn("users", "m", integer()),
                op -> {
                  op.addColumn("users", "n", integer());
                  op.addColumn("users", "m", integer());
                },
                NOTHING,
                op -> op.dropColumn("users", "n"),
                op -> op.dropColumn("users", "m"))
            .against());
  }

  /** Of a chain of two, a and b, whose way back need not be there, and one migration for them. */
  private static SquashProof.Result proof(
      Consumer<Operations> a,
      Consumer<Operations> b,
      Consumer<Operations> one,
      Consumer<Operations> back) {
    return proof(a, b, one, back, NOTHING, NOTHING);
  }

  private static SquashProof.Result proof(
      Consumer<Operations> a,
      Consumer<Operations> b,
      Consumer<Operations> one,
      Consumer<Operations> back,
      Consumer<Operations> backToP,
      Consumer<Operations> backToA) {
    MigrationScript squash = script("b", List.of("p"), List.of("a"), one, back);
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                BEFORE,
                script("a", List.of("p"), List.of(), a, backToP),
                script("b", List.of("a"), List.of(), b, backToA),
                squash));
    try (Memory memory = new Memory()) {
      return new SquashProof(graph, memory, DatabaseScope.DEFAULT).of(squash);
    }
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

  /** A database in memory, another one each time that it is renewed. */
  private static final class Memory implements Scratch {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private DriverDataSource source = next();
    private Connection held = open();

    private static DriverDataSource next() {
      return new DriverDataSource("jdbc:h2:mem:squash" + NUMBER.incrementAndGet(), "sa", "");
    }

    private Connection open() {
      try {
        return source.getConnection();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public DataSource source() {
      return source;
    }

    @Override
    public Optional<String> connectionSchema() {
      return Optional.empty();
    }

    @Override
    public void renew() {
      close();
      source = next();
      held = open();
    }

    @Override
    public void close() {
      try {
        held.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
