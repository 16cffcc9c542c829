package dev.autogen.inspect;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The expressions of an index, its condition with them, in order. */
final class ExpressionTexts {

  private ExpressionTexts() {}

  static List<String> of(Index index) {
    List<String> texts = new ArrayList<>();
    index.parts().stream().filter(IndexPart::expression).map(IndexPart::text).forEach(texts::add);
    index.where().ifPresent(texts::add);
    return texts;
  }

  /** Whether both have expressions in the same places, whatever they say. */
  static boolean sameShape(Index one, Index other) {
    return one.where().isPresent() == other.where().isPresent()
        && one.parts().stream()
            .map(IndexPart::expression)
            .toList()
            .equals(other.parts().stream().map(IndexPart::expression).toList());
  }

  /** The index with other texts for its expressions, as many as it has. */
  static Index replaced(Index index, List<String> texts) {
    Iterator<String> next = texts.iterator();
    List<IndexPart> parts = new ArrayList<>();
    for (IndexPart part : index.parts()) {
      parts.add(part.expression() ? part.withText(next.next()) : part);
    }
    Optional<String> where = index.where().map(text -> next.next());
    return index.withParts(parts).withWhere(where);
  }
}
