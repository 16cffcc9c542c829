package dev.autogen.dialect.postgresql;

import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements for enum types and their implicit casts. Never cascades: a use that is not known stops
 * the change.
 */
record PostgresqlEnums(Dialect dialect) {

  /** What the old type is called while the new one takes its place. */
  private static final String OLD = "autogen_old_";

  List<String> create(EnumType type) {
    List<String> statements = new ArrayList<>();
    statements.add(createType(type));
    statements.addAll(createCasts(type));
    return statements;
  }

  List<String> drop(QualifiedName type) {
    List<String> statements = new ArrayList<>(dropCasts(type));
    statements.add("drop type " + sql(type));
    return statements;
  }

  List<String> alter(AlterEnumType change) {
    return isInPlace(change) ? addValues(change.from(), change.to()) : replace(change);
  }

  /** Whether the type stays, so that no column takes another. */
  static boolean isInPlace(AlterEnumType change) {
    return !change.atOnce() && isSubsequence(change.from().labels(), change.to().labels());
  }

  private List<String> addValues(EnumType from, EnumType to) {
    List<String> statements = new ArrayList<>();
    List<String> labels = to.labels();
    for (int i = 0; i < labels.size(); i++) {
      if (!from.labels().contains(labels.get(i))) {
        statements.add(
            "alter type %s add value %s%s"
                .formatted(sql(to.name()), dialect.literal(labels.get(i)), place(from, labels, i)));
      }
    }
    return statements;
  }

  /** After the label before it, which is there by now; the first one before the old first. */
  private String place(EnumType from, List<String> labels, int i) {
    if (i > 0) {
      return " after " + dialect.literal(labels.get(i - 1));
    }
    return from.labels().isEmpty() ? "" : " before " + dialect.literal(from.labels().get(0));
  }

  private List<String> replace(AlterEnumType change) {
    QualifiedName name = change.to().name();
    QualifiedName old = name.named(dialect.fromMapping(OLD + name.name(), true));
    List<String> statements = new ArrayList<>();
    statements.add(
        "alter type %s rename to %s".formatted(sql(name), dialect.identifier(old.name())));
    statements.add(createType(change.to()));
    change.uses().forEach(use -> statements.addAll(convert(use, name)));
    statements.addAll(drop(old));
    statements.addAll(createCasts(change.to()));
    return statements;
  }

  private List<String> convert(AlterEnumType.Use use, QualifiedName type) {
    Column column = use.column();
    String name = dialect.identifier(column.name());
    String alter = "alter table " + dialect.identifier(use.table()) + " alter column " + name + " ";
    String array = column.type().sql().endsWith("[]") ? "[]" : "";
    List<String> statements = new ArrayList<>();
    column.defaultValue().ifPresent(value -> statements.add(alter + "drop default"));
    statements.add(
        alter + "type " + sql(type) + array + " using " + name + "::text" + array + "::" + sql(type)
            + array);
    column.defaultValue().ifPresent(value -> statements.add(alter + "set default " + value));
    return statements;
  }

  private String createType(EnumType type) {
    return type.labels().stream()
        .map(dialect::literal)
        .collect(Collectors.joining(", ", "create type " + sql(type.name()) + " as enum (", ")"));
  }

  private List<String> createCasts(EnumType type) {
    String name = sql(type.name());
    List<String> statements = new ArrayList<>();
    if (type.casts().fromText()) {
      statements.add("create cast (varchar as " + name + ") with inout as implicit");
    }
    if (type.casts().toText()) {
      statements.add("create cast (" + name + " as varchar) with inout as implicit");
    }
    return statements;
  }

  private List<String> dropCasts(QualifiedName type) {
    return List.of(
        "drop cast if exists (varchar as " + sql(type) + ")",
        "drop cast if exists (" + sql(type) + " as varchar)");
  }

  private static boolean isSubsequence(List<String> part, List<String> whole) {
    int found = 0;
    for (String label : whole) {
      if (found < part.size() && part.get(found).equals(label)) {
        found++;
      }
    }
    return found == part.size();
  }

  private String sql(QualifiedName type) {
    return dialect.named(type).sql();
  }
}
