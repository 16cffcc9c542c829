package dev.autogen.codegen;

import dev.autogen.codegen.Code.Chain;
import dev.autogen.migration.Names;
import dev.autogen.migration.Origins;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What entities declare, as calls of {@link dev.autogen.migration.Declarations}: by name alone
 * where the origin is the usual one.
 */
final class DeclarationsCode {

  private static final Chain DECLARED = Code.variable("declared");
  private static final int WIDTH = 100;

  /** Where a call of a broken chain stands, and the semicolon that may follow it. */
  private static final int INDENT_AND_SEMICOLON = 9;

  private static final Map<Kind, String> LISTS = lists();

  private DeclarationsCode() {}

  private static Map<Kind, String> lists() {
    Map<Kind, String> lists = new EnumMap<>(Kind.class);
    lists.put(Kind.COLUMN, "columns");
    lists.put(Kind.OPTION, "options");
    lists.put(Kind.COLUMN_DEFAULT, "defaults");
    lists.put(Kind.COLUMN_IDENTITY, "identities");
    lists.put(Kind.COLUMN_GENERATED, "generated");
    lists.put(Kind.COLUMN_COLLATION, "collations");
    lists.put(Kind.COLUMN_COMMENT, "columnComments");
    lists.put(Kind.CONSTRAINT, "constraints");
    lists.put(Kind.INDEX, "indexes");
    return lists;
  }

  static List<Chain> of(SortedMap<ObjectName, String> declared, SortedSet<ObjectName> withdrawn) {
    List<Chain> statements = new ArrayList<>();
    Map<QualifiedName, SortedMap<ObjectName, String>> tables = new LinkedHashMap<>();
    declared.forEach(
        (object, origin) -> {
          switch (object.kind()) {
            case SCHEMA ->
                statements.add(DECLARED.strings("schema", object.owner().name(), origin));
            case SEQUENCE ->
                statements.add(DECLARED.strings("sequence", Names.text(object.owner()), origin));
            case ENUM_TYPE ->
                statements.add(DECLARED.strings("enumType", Names.text(object.owner()), origin));
            default ->
                tables
                    .computeIfAbsent(object.owner(), owner -> new TreeMap<>())
                    .put(object, origin);
          }
        });
    tables.forEach((table, objects) -> statements.add(table(table, objects)));
    statements.addAll(withdrawn(withdrawn));
    return statements;
  }

  private static Chain table(QualifiedName name, SortedMap<ObjectName, String> objects) {
    Optional<String> own = Optional.ofNullable(objects.get(ObjectName.table(name)));
    String origin = own.orElseGet(() -> originOf(objects));
    Chain chain = DECLARED.strings(own.isPresent() ? "table" : "on", Names.text(name), origin);
    Map<Kind, List<String>> usual = new EnumMap<>(Kind.class);
    Map<String, Map<Kind, List<String>>> others = new LinkedHashMap<>();
    for (var entry : objects.entrySet()) {
      ObjectName object = entry.getKey();
      if (object.kind() == Kind.TABLE || object.kind() == Kind.COLUMN) {
        continue;
      }
      Map<Kind, List<String>> lists =
          entry.getValue().equals(usualOrigin(object, origin, objects))
              ? usual
              : others.computeIfAbsent(entry.getValue(), other -> new EnumMap<>(Kind.class));
      lists.computeIfAbsent(object.kind(), kind -> new ArrayList<>()).add(object.name());
    }
    chain = lists(columns(chain, origin, objects), usual);
    for (var other : others.entrySet()) {
      chain = lists(chain.strings("from", other.getKey()), other.getValue());
    }
    return chain;
  }

  private static Chain columns(Chain start, String origin, SortedMap<ObjectName, String> objects) {
    List<String> named = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    Map<String, String> others = new LinkedHashMap<>();
    objects.forEach(
        (object, from) -> {
          String column = object.name();
          String prefix = Origins.ofAttribute(origin, "");
          if (object.kind() != Kind.COLUMN) {
            return;
          }
          if (from.equals(Origins.ofColumn(origin, column))) {
            named.add(column);
          } else if (from.startsWith(prefix)
              && Origins.columnOf(from.substring(prefix.length())).equals(column)) {
            attributes.add(from.substring(prefix.length()));
          } else {
            others.put(column, from);
          }
        });
    Chain chain = list(list(start, "columns", named), "attributes", attributes);
    for (var other : others.entrySet()) {
      chain = chain.strings("column", other.getKey(), other.getValue());
    }
    return chain;
  }

  /** Where a table was declared, told from what is on it: any answer is right, a good one short. */
  private static String originOf(SortedMap<ObjectName, String> objects) {
    Optional<String> whole =
        objects.entrySet().stream()
            .filter(entry -> entry.getKey().kind() != Kind.COLUMN)
            .filter(entry -> !entry.getKey().kind().ofColumn())
            .map(Map.Entry::getValue)
            .findFirst();
    return whole.orElseGet(
        () -> {
          String first = objects.get(objects.firstKey());
          return first.contains(".") ? first.substring(0, first.indexOf('.')) : first;
        });
  }

  private static String usualOrigin(
      ObjectName object, String origin, SortedMap<ObjectName, String> objects) {
    if (!object.kind().ofColumn()) {
      return origin;
    }
    String ofColumn = objects.get(ObjectName.column(object.owner(), object.name()));
    return ofColumn == null ? Origins.ofColumn(origin, object.name()) : ofColumn;
  }

  private static List<Chain> withdrawn(Collection<ObjectName> objects) {
    Map<QualifiedName, Map<Kind, List<String>>> tables = new LinkedHashMap<>();
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (ObjectName object : objects) {
      switch (object.kind()) {
        case SCHEMA -> add(others, "withdrawnSchemas", object.owner().name());
        case SEQUENCE -> add(others, "withdrawnSequences", Names.text(object.owner()));
        case ENUM_TYPE -> add(others, "withdrawnEnumTypes", Names.text(object.owner()));
        default ->
            add(
                tables.computeIfAbsent(object.owner(), owner -> new EnumMap<>(Kind.class)),
                object.kind(),
                object.name());
      }
    }
    List<Chain> statements = new ArrayList<>();
    others.forEach((call, names) -> statements.add(list(DECLARED, call, names)));
    tables.forEach(
        (table, lists) ->
            statements.add(lists(DECLARED.strings("withdrawn", Names.text(table)), lists)));
    return statements;
  }

  private static <K> void add(Map<K, List<String>> lists, K key, String name) {
    lists.computeIfAbsent(key, first -> new ArrayList<>()).add(name);
  }

  private static Chain lists(Chain start, Map<Kind, List<String>> lists) {
    Chain chain = start;
    for (var entry : lists.entrySet()) {
      chain =
          switch (entry.getKey()) {
            case TABLE -> chain.call("table");
            case TABLE_COMMENT -> chain.call("comment");
            default -> list(chain, LISTS.get(entry.getKey()), entry.getValue());
          };
    }
    return chain;
  }

  /** As many calls as it takes to keep each on one line. */
  private static Chain list(Chain start, String call, List<String> names) {
    Chain chain = start;
    List<String> line = new ArrayList<>();
    for (String name : names) {
      if (!line.isEmpty() && tooLong(call, line, name)) {
        chain = chain.strings(call, line.toArray(String[]::new));
        line.clear();
      }
      line.add(name);
    }
    return line.isEmpty() ? chain : chain.strings(call, line.toArray(String[]::new));
  }

  private static boolean tooLong(String call, List<String> line, String name) {
    String arguments =
        line.stream().map(Literal::string).collect(Collectors.joining(", "))
            + ", "
            + Literal.string(name);
    return INDENT_AND_SEMICOLON + ("." + call + "(" + arguments + ")").length() > WIDTH;
  }
}
