package dev.autogen.diff;

import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What entities declared before, by the names that it has in this database.
 *
 * <p>A constraint that nobody named is called one way in the migration that records it, and another
 * way where Hibernate has created the table and the database has made a name up. Such a one is
 * recognised by what it is, if nothing there has the recorded name.
 */
final class Recorded {

  private final Schema recorded;
  private final Set<ObjectName> names;

  private Recorded(Schema recorded, Set<ObjectName> names) {
    this.recorded = recorded;
    this.names = new TreeSet<>(names);
  }

  /**
   * @param base the names as recorded
   * @param recorded the schema that the migrations make
   * @param theirs the database
   */
  static Set<ObjectName> namesIn(Schema theirs, Set<ObjectName> base, Schema recorded) {
    Recorded known = new Recorded(recorded, base);
    base.stream()
        .filter(name -> name.kind() == Kind.CONSTRAINT)
        .forEach(n -> known.find(n, theirs));
    return known.names;
  }

  private void find(ObjectName name, Schema theirs) {
    Optional<Constraint> own =
        table(recorded, name.owner()).flatMap(table -> table.constraints().find(name.name()));
    Optional<Table> table = table(theirs, name.owner());
    if (own.isEmpty() || table.isEmpty() || table.get().constraints().contains(name.name())) {
      return;
    }
    match(own.get(), table.get())
        .ifPresent(
            found -> {
              names.remove(name);
              names.add(ObjectName.constraint(name.owner(), found.name()));
            });
  }

  private static Optional<Table> table(Schema schema, QualifiedName name) {
    return schema.tables().find(name.toString());
  }

  /** The one that says the same, else the only one about the same columns. */
  private Optional<Constraint> match(Constraint own, Table table) {
    Set<String> known =
        table(recorded, table.name())
            .map(t -> t.constraints().names())
            .orElseGet(() -> Set.<String>of());
    List<Constraint> alike =
        table.constraints().stream()
            .filter(other -> !known.contains(other.name()))
            .filter(other -> !names.contains(ObjectName.constraint(table.name(), other.name())))
            .filter(other -> NameAdoption.isAlike(own, other))
            .toList();
    return alike.stream()
        .filter(other -> plain(other).equals(plain(own)))
        .findFirst()
        .or(() -> alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty());
  }

  /** A condition without what databases add when they print it. */
  private static String plain(Constraint constraint) {
    return constraint instanceof Check check
        ? check.expression().toLowerCase(Locale.ROOT).replaceAll("[\\s\"`()]", "")
        : constraint.withName("").toString();
  }
}
