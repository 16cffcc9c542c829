package dev.autogen.fuzz;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Edits to sequences and enum types. */
final class ObjectEdits {

  private final Parts parts;
  private final Vocabulary vocabulary;
  private final Made made;

  ObjectEdits(Parts parts, Vocabulary vocabulary, Made made) {
    this.parts = parts;
    this.vocabulary = vocabulary;
    this.made = made;
  }

  List<Function<Schema, Optional<Edit>>> kinds() {
    List<Function<Schema, Optional<Edit>>> kinds = new ArrayList<>();
    if (vocabulary.has(Feature.SEQUENCES)) {
      kinds.add(this::sequence);
    }
    if (vocabulary.has(Feature.NAMED_ENUMS)) {
      kinds.add(this::labels);
    }
    return kinds;
  }

  private Optional<Edit> sequence(Schema schema) {
    List<Sequence> there = schema.sequences().toList();
    int step = parts.number(60) + 1;
    if (there.isEmpty()) {
      Sequence sequence = Sequence.of(QualifiedName.of(made.name("seq")), 1, step);
      return Optional.of(
          Edit.of("add " + sequence.name(), s -> s.withSequences(s.sequences().plus(sequence))));
    }
    String name = there.get(0).name().toString();
    return Optional.of(
        parts.chance(2)
            ? Edit.of("drop " + name, s -> s.withSequences(s.sequences().minus(name)))
            : Edit.of(
                "step of " + name,
                s ->
                    s.withSequences(
                        s.sequences()
                            .replacing(name, there.get(0).withStep(there.get(0).start(), step)))));
  }

  /** A and B are in rows, and C is in defaults: they stay, in whatever order. */
  private Optional<Edit> labels(Schema schema) {
    String name = Vocabulary.ENUM.toString();
    List<String> labels = new ArrayList<>(List.of("A", "B", "C"));
    for (int i = parts.number(3); i > 0; i--) {
      labels.add(parts.number(labels.size() + 1), made.name("X'"));
    }
    List<String> all = parts.chance(3) ? parts.shuffled(labels) : labels;
    return Optional.of(
        Edit.of(
            "labels " + all,
            s ->
                s.withEnumTypes(
                    s.enumTypes().replacing(name, new EnumType(Vocabulary.ENUM, all)))));
  }
}
