package dev.autogen.inspect;

import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a live database looks like, and what of it is hidden because it is part of something else.
 *
 * @param schema the schema; sequences that number a column by its default are not in it
 * @param serialSequences those sequences
 * @param partitioned the tables of the schema that have partitions or children, or are children,
 *     with the text that tells by which columns, or the empty string: what of them can be described
 *     is not enough to make them again
 */
public record LiveSchema(
    Schema schema, List<Sequence> serialSequences, Map<QualifiedName, String> partitioned) {

  public LiveSchema {
    serialSequences = List.copyOf(serialSequences);
    partitioned = Map.copyOf(partitioned);
  }

  /**
   * The schema as it is compared with what entities declare: with the sequences that they declare
   * by name, though a column has them as its default ({@code bigserial} mapped with a sequence
   * generator), and without the partitioned tables that they declare no more than ever before.
   *
   * @param declared what they declare now
   * @param base the names of what they declared before
   */
  public Schema beside(Schema declared, Set<ObjectName> base) {
    Schema all =
        schema.withTables(
            schema
                .tables()
                .filter(
                    table ->
                        !partitioned.containsKey(table.name())
                            || declared.tables().contains(table.name().toString())
                            || base.contains(ObjectName.table(table.name()))));
    for (Sequence sequence : serialSequences) {
      if (declared.sequences().contains(sequence.name().toString())) {
        all = all.withSequences(all.sequences().plus(sequence));
      }
    }
    return all;
  }
}
