package dev.autogen.diff;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the names that a person means who writes them as the mapping does: {@code USERS.FAX} for
 * the column {@code users.fax} of a database that folds such names. A name that is there as it is
 * written stays, and so does one that could be several.
 */
final class Spelling {

  /** Each name by what is left of it without regard to case. */
  private final Map<String, Set<String>> names = new TreeMap<>();

  private final Set<String> labels = new TreeSet<>();
  private final Set<String> tables = new TreeSet<>();

  Spelling(Schema... schemas) {
    for (Schema schema : schemas) {
      schema.tables().forEach(this::add);
      schema.sequences().stream().forEach(sequence -> add(sequence.name()));
      schema.enumTypes().stream().forEach(type -> add(type.name()));
      schema.enumTypes().stream().forEach(type -> labels.addAll(type.labels()));
    }
  }

  private void add(Table table) {
    add(table.name());
    tables.add(folded(table.name().name()));
    table.columns().forEach(column -> add(column.name()));
    table.constraints().stream().map(Constraint::name).forEach(this::add);
    table.indexes().forEach(index -> add(index.name()));
  }

  private void add(QualifiedName name) {
    add(name.schema());
    add(name.name());
  }

  private void add(String name) {
    names.computeIfAbsent(folded(name), key -> new TreeSet<>()).add(name);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The name, part by part; the value of an enum behind a column or type stays as it is. */
  String of(String text) {
    List<String> parts = Arrays.asList(text.split("\\.", -1));
    int last = parts.size() - 1;
    boolean value =
        last >= 2 && !tables.contains(folded(parts.get(1)))
            || last == 1 && !tables.contains(folded(parts.get(0))) && labels.contains(parts.get(1));
    return IntStream.rangeClosed(0, last)
        .mapToObj(i -> value && i == last ? parts.get(i) : part(parts.get(i)))
        .collect(Collectors.joining("."));
  }

  private String part(String written) {
    Collection<String> known = names.getOrDefault(folded(written), Set.of());
    return known.size() == 1 ? known.iterator().next() : written;
  }
}
