package dev.autogen.fuzz;

import dev.autogen.fuzz.Trial.Failure;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes a failing pair smaller, for as long as the same property fails. */
final class Shrinking {

  /** How often a smaller pair is tried: each is a trial of its own. */
  private static final int PATIENCE = 60;

  private final Function<Pair, Optional<Failure>> trial;
  private Pair smallest;
  private Failure failure;
  private int left = PATIENCE;

  private Shrinking(Function<Pair, Optional<Failure>> trial, Pair pair, Failure failure) {
    this.trial = trial;
    this.smallest = pair;
    this.failure = failure;
  }

  /** The smallest pair that was found, and how it fails. */
  record Smallest(Pair pair, Failure failure) {}

  static Smallest of(Function<Pair, Optional<Failure>> trial, Pair pair, Failure failure) {
    Shrinking shrinking = new Shrinking(trial, pair.applicable(), failure);
    boolean smaller = true;
    while (smaller && shrinking.left > 0) {
      smaller = shrinking.takesOne();
    }
    return new Smallest(shrinking.smallest, shrinking.failure);
  }

  private boolean takesOne() {
    for (Supplier<Pair> candidate : candidates()) {
      if (left > 0 && fails(candidate)) {
        return true;
      }
    }
    return false;
  }

  private boolean fails(Supplier<Pair> candidate) {
    try {
      Pair pair = candidate.get().applicable();
      left--;
      Optional<Failure> again = trial.apply(pair).filter(f -> f.oracle().equals(failure.oracle()));
      if (again.isPresent()) {
        smallest = pair;
        failure = again.get();
      }
      return again.isPresent();
    } catch (SchemaException refused) {
      return false;
    }
  }

  private List<Supplier<Pair>> candidates() {
    List<Supplier<Pair>> candidates = new ArrayList<>();
    List<Edit> edits = smallest.edits();
    Schema before = smallest.before();
    for (int i = 0; i < edits.size(); i++) {
      List<Edit> fewer = new ArrayList<>(edits);
      fewer.remove(i);
      candidates.add(() -> new Pair(before, fewer));
    }
    for (Table table : before.tables()) {
      candidates.add(() -> with(edits, withoutTable(before, table)));
    }
    for (Table table : before.tables()) {
      for (Constraint constraint : table.constraints()) {
        if (isNeeded(before, table, constraint)) {
          continue;
        }
        candidates.add(
            () ->
                with(
                    edits,
                    before.editing(
                        table.name(),
                        t -> t.withConstraints(t.constraints().minus(constraint.name())))));
      }
      for (Index index : table.indexes()) {
        candidates.add(
            () ->
                with(
                    edits,
                    before.editing(
                        table.name(), t -> t.withIndexes(t.indexes().minus(index.name())))));
      }
      for (Column column : table.columns()) {
        candidates.add(() -> with(edits, withoutColumn(before, table, column.name())));
      }
    }
    return candidates;
  }

  /** A key that something refers to, or that numbers come with. */
  private static boolean isNeeded(Schema schema, Table table, Constraint constraint) {
    return constraint instanceof PrimaryKey
        && (Uses.asTarget(schema, table, "id") || table.column("id").identity().isPresent());
  }

  private static Pair with(List<Edit> edits, Schema before) {
    return new Pair(before, edits);
  }

  private static Schema withoutTable(Schema schema, Table table) {
    Schema unreferenced =
        schema.withTables(
            schema
                .tables()
                .map(
                    other ->
                        other.withConstraints(
                            other.constraints().filter(c -> !refersTo(c, table)))));
    return unreferenced.withTables(unreferenced.tables().minus(table.name().toString()));
  }

  private static boolean refersTo(Constraint constraint, Table table) {
    return constraint instanceof ForeignKey key && key.target().equals(table.name());
  }

  private static Schema withoutColumn(Schema schema, Table table, String column) {
    table.requireUnused(column);
    if (column.equals("id")
        || Uses.inExpressions(table, column)
        || Uses.asTarget(schema, table, column)) {
      throw new SchemaException(column + " is needed.");
    }
    return schema.editing(table.name(), t -> t.withColumns(t.columns().minus(column)));
  }
}
