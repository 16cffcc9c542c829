package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.plan.Comparison;
import dev.autogen.schema.ObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names the entities that a migration comes from: those with the most changes first. */
final class Origins {

  private Origins() {}

  static List<String> of(Comparison comparison) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<ObjectName, String> origins = comparison.ours().origins();
    for (Change change : comparison.plan().changes()) {
      ObjectName after = change.reverse().object();
      String table = origins.get(ObjectName.table(after.owner()));
      if (table != null) {
        counts.merge(entity(table), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The class of an attribute path: {@code com.shop.Product} of {@code com.shop.Product.tags}. */
  private static String entity(String origin) {
    return origin.replaceFirst("((?:^|\\.)\\p{Lu}[^.]*)(?:\\.\\p{Ll}\\w*)+$", "$1");
  }
}
