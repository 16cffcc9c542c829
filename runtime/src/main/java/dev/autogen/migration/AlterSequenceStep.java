package dev.autogen.migration;

import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import java.util.Optional;
import java.util.function.Consumer;

/** A sequence being redefined. Both sides are described in full. */
public final class AlterSequenceStep {

  private final Slot<Sequence> from;
  private final Slot<Optional<Sequence>> to;

  AlterSequenceStep(Scope scope, Sequence known) {
    this.from = new Slot<>(scope, known);
    this.to = new Slot<>(scope, Optional.empty());
  }

  AlterSequence change() {
    Sequence becomes =
        to.get()
            .orElseThrow(() -> to.scope().lacks("what it becomes", ".to(sequence -> sequence...)"));
    return new AlterSequence(from.get(), becomes);
  }

  /** What it was; without this call, what the migrations before this one made it. */
  public AlterSequenceStep from(Consumer<SequenceDefinition> definition) {
    from.edit(known -> described(known.name(), definition));
    return this;
  }

  /** What it becomes. */
  public AlterSequenceStep to(Consumer<SequenceDefinition> definition) {
    to.edit(none -> Optional.of(described(from.get().name(), definition)));
    return this;
  }

  private Sequence described(QualifiedName name, Consumer<SequenceDefinition> definition) {
    Slot<Sequence> slot = new Slot<>(from.scope(), Sequence.of(name, 1, 1));
    definition.accept(new SequenceDefinition(slot));
    return slot.get();
  }
}
