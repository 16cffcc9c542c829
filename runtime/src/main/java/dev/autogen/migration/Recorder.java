package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The steps recorded so far, the last of which may still be open: a chain of calls has no call that
 * ends it, so it ends when the next one begins or when the steps are read.
 */
final class Recorder {

  private record Open(Scope scope, Supplier<? extends Step> step) {}

  private final List<Step> steps = new ArrayList<>();
  private Optional<Open> open = Optional.empty();
  private KnownSchema known;
  private int replayed;

  Recorder(Schema state) {
    this.known = new KnownSchema(state);
  }

  void add(Step step) {
    close();
    steps.add(step);
  }

  void add(Change change) {
    add(new Step.Alter(change));
  }

  /** Begins a call that is nothing yet without a further one. */
  Scope begin(String call, String lacking, String remedy) {
    close();
    Scope scope = new Scope(call);
    become(
        scope,
        () -> {
          throw scope.lacks(lacking, remedy);
        });
    return scope;
  }

  /** Begins a call that may be added to. */
  Scope begin(String call) {
    close();
    return new Scope(call);
  }

  /** What the open call amounts to, asked for when it ends. */
  void become(Scope scope, Supplier<? extends Change> change) {
    becomeStep(scope, () -> new Step.Alter(change.get()));
  }

  /** What the open call amounts to where that is no change of the schema. */
  void becomeStep(Scope scope, Supplier<? extends Step> step) {
    scope.requireOpen();
    open = Optional.of(new Open(scope, step));
  }

  /** The schema after the steps that have ended: replayed only when someone asks. */
  KnownSchema known() {
    for (; replayed < steps.size(); replayed++) {
      if (steps.get(replayed) instanceof Step.Alter alter) {
        known = known.after(alter.change());
      }
    }
    return known;
  }

  List<Step> steps() {
    close();
    return List.copyOf(steps);
  }

  private void close() {
    if (open.isPresent()) {
      Step step = open.get().step().get();
      open.get().scope().close();
      open = Optional.empty();
      steps.add(step);
    }
  }
}
