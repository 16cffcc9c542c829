package dev.autogen.fuzz;

import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A model and edits to it.
 *
 * @param before the model
 * @param edits the edits, in their order; those that the model cannot take are left out of account
 */
record Pair(Schema before, List<Edit> edits) {

  private static final int MOST_EDITS = 6;

  Pair {
    edits = List.copyOf(edits);
  }

  /** The same for the same seed, on one engine. */
  static Pair of(long seed, Vocabulary vocabulary) {
    Parts parts = new Parts(new Random(seed));
    Schema before = new Models(parts, vocabulary).model();
    return new Pair(
        before, new Edits(parts, vocabulary).edits(before, parts.number(MOST_EDITS) + 1));
  }

  /** The edits that the model takes. */
  Pair applicable() {
    List<Edit> taken = new ArrayList<>();
    Schema schema = before;
    for (Edit edit : edits) {
      try {
        schema = edit.change().apply(schema);
        taken.add(edit);
      } catch (SchemaException refused) {
        continue;
      }
    }
    return new Pair(before, taken);
  }

  /** The model after the edits, all of which it must take. */
  Schema after() {
    return apply(edits);
  }

  /** The model with its things under their new names, and else as it was. */
  Schema renamed() {
    return apply(edits.stream().filter(edit -> edit.rename().isPresent()).toList());
  }

  private Schema apply(List<Edit> some) {
    Schema schema = before;
    for (Edit edit : some) {
      schema = edit.change().apply(schema);
    }
    return schema;
  }

  List<String> renames() {
    return edits.stream().map(Edit::rename).flatMap(Optional::stream).toList();
  }

  List<String> fills() {
    return edits.stream().map(Edit::fill).flatMap(Optional::stream).toList();
  }
}
