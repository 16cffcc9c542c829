package dev.autogen.inspect;

import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import java.util.List;

/**
 * What a live database looks like, and what of it is hidden because it is part of something else.
 *
 * @param schema the schema; sequences that number a column by its default are not in it
 * @param serialSequences those sequences
 */
public record LiveSchema(Schema schema, List<Sequence> serialSequences) {

  public LiveSchema {
    serialSequences = List.copyOf(serialSequences);
  }

  /**
   * The schema with the sequences that entities declare by name, though a column has them as its
   * default: {@code bigserial} mapped with a sequence generator.
   */
  public Schema beside(Schema declared) {
    Schema all = schema;
    for (Sequence sequence : serialSequences) {
      if (declared.sequences().contains(sequence.name().toString())) {
        all = all.withSequences(all.sequences().plus(sequence));
      }
    }
    return all;
  }
}
