package dev.autogen.dialect.mysql;

import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.DatabaseNeededException;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.dialect.mysql.MysqlTableText.Key;
import dev.autogen.dialect.mysql.MysqlTableText.Link;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What follows {@code alter table} for keys, checks and indexes. The database makes an index for a
 * foreign key that finds none, and lets none go that one needs: that index comes and goes here with
 * the others, so that a table looks as if it had been made at once.
 */
public class MysqlKeys {

  protected final Dialect dialect;
  protected final MysqlDefinitions definitions;
  protected final MysqlTables tables;
  private final MysqlSurroundings surroundings;
  private final MysqlKeyLength length;
  private final MysqlActions actions;

  public MysqlKeys(Dialect dialect, MysqlDefinitions definitions, MysqlSurroundings surroundings) {
    this.dialect = dialect;
    this.definitions = definitions;
    this.tables = surroundings.tables();
    this.surroundings = surroundings;
    this.length = new MysqlKeyLength(dialect);
    this.actions = new MysqlActions(definitions);
  }

  List<String> add(AddConstraint change) {
    List<String> parts = new ArrayList<>();
    text(change.table()).ifPresent(text -> actions.require(text, change.constraint()));
    if (change.constraint() instanceof Check check) {
      return addCheck(change.table(), check);
    }
    if (!(change.constraint() instanceof ForeignKey)) {
      List<String> columns = change.constraint().columns();
      text(change.table())
          .ifPresent(text -> length.require(text, change.constraint().name(), columns));
      parts.addAll(
          withoutIndexesOf(
              change.table(), new Key(stored(change.constraint()), columns, true, "")));
    }
    parts.add(0, "add " + definitions.constraint(located(change.table(), change.constraint())));
    if (change.constraint() instanceof PrimaryKey key) {
      numbered(change.table(), key).ifPresent(parts::add);
    }
    return parts;
  }

  /** A table whose foreign keys tell the place of their targets. */
  final Table located(Table table) {
    return table.withConstraints(table.constraints().map(c -> located(table.name(), c)));
  }

  /**
   * A foreign key with the place of its target: without one, the database looks beside the table
   * that has the key, which may be another database than that of the connection.
   */
  private Constraint located(QualifiedName table, Constraint constraint) {
    if (!(constraint instanceof ForeignKey key)
        || table.schema().isEmpty()
        || !key.target().schema().isEmpty()) {
      return constraint;
    }
    String database =
        tables
            .database()
            .orElseThrow(
                () ->
                    new DatabaseNeededException(
                        ("Foreign key \"%s\" of table \"%s\" cannot be written without the database:"
                                + " it refers to a table of the connection's own database, whose"
                                + " name only the connection tells. Run the migration itself.")
                            .formatted(key.name(), table)));
    return key.withTarget(new QualifiedName(dialect.fromDatabase(database), key.target().name()));
  }

  protected List<String> addCheck(QualifiedName table, Check check) {
    return List.of("add " + definitions.constraint(check));
  }

  /** A column that the database numbers can be numbered again once it is a key. */
  private Optional<String> numbered(QualifiedName table, PrimaryKey key) {
    Optional<Column> column =
        tables.model(table).flatMap(model -> model.columns().find(key.columns().get(0)));
    return column
        .filter(found -> found.identity().isPresent())
        .flatMap(found -> text(table).flatMap(text -> text.column(found.name())))
        .filter(found -> !found.has(Part.AUTO_INCREMENT))
        .map(found -> "modify column " + found.with(Part.AUTO_INCREMENT, "auto_increment").sql());
  }

  /** The name under which the table has a constraint. */
  static String stored(Constraint constraint) {
    return constraint instanceof PrimaryKey ? MysqlNames.PRIMARY_KEY : constraint.name();
  }

  List<String> drop(DropConstraint change) {
    String name = dialect.identifier(change.constraint().name());
    if (change.constraint() instanceof Check check) {
      return dropCheck(change.table(), check);
    }
    if (change.constraint() instanceof ForeignKey key) {
      List<String> parts = new ArrayList<>();
      parts.add("drop foreign key " + name);
      parts.addAll(withoutIndex(change.table(), key.name()));
      return parts;
    }
    List<String> parts = new ArrayList<>();
    if (change.constraint() instanceof PrimaryKey key) {
      parts.add("drop primary key");
      if (surroundings.isAlone()) {
        unnumbered(change.table(), key).ifPresent(parts::add);
      }
      parts.addAll(indexesWithout(change.table(), MysqlNames.PRIMARY_KEY));
    } else {
      parts.add("drop index " + name);
      parts.addAll(indexesWithout(change.table(), change.constraint().name()));
    }
    return parts;
  }

  protected List<String> dropCheck(QualifiedName table, Check check) {
    return List.of(dropCheck(check.name()));
  }

  protected String dropCheck(String name) {
    return "drop check " + dialect.identifier(name);
  }

  /** The database numbers no column that is no key. */
  private Optional<String> unnumbered(QualifiedName table, PrimaryKey key) {
    Optional<MysqlTableText> text = text(table);
    return text.flatMap(found -> found.column(key.columns().isEmpty() ? "" : key.columns().get(0)))
        .filter(column -> column.has(Part.AUTO_INCREMENT))
        .filter(
            column ->
                text.orElseThrow().keys().stream()
                    .filter(other -> !other.name().equals(MysqlNames.PRIMARY_KEY))
                    .noneMatch(other -> other.serves(List.of(column.name()))))
        .map(column -> "modify column " + column.without(Part.AUTO_INCREMENT).sql());
  }

  /** Only an index can take another name: other constraints are made anew, as they are. */
  List<String> rename(RenameConstraint change) {
    if (change.from().equals(MysqlNames.PRIMARY_KEY)) {
      return List.of();
    }
    MysqlTableText text = text(change.table()).orElseThrow(() -> unknown(change));
    if (isDone(change, text)) {
      return List.of();
    }
    Optional<Link> link = text.link(change.from());
    if (link.isPresent()) {
      return rename(change, link.get(), text);
    }
    Optional<Clause> check =
        text.checks().stream().filter(c -> c.isConstraint(change.from())).findFirst();
    if (check.isPresent()) {
      return rename(change, check.get(), text);
    }
    return text.key(change.from())
        .map(key -> List.of(renameIndex(change.from(), change.to())))
        .orElseGet(() -> renameOther(change, text));
  }

  /**
   * Whether the constraint has the name already: the database gave it that with the table's. Where
   * there is no database to look at, it is taken to have done so.
   */
  protected boolean isDone(RenameConstraint change, MysqlTableText text) {
    return tables.database().isPresent()
        ? !text.hasConstraint(change.from()) && text.hasConstraint(change.to())
        : MysqlNames.areNumberedAlike(change.from(), change.to())
            && MysqlNames.isNumbered(change.table(), change.to());
  }

  /** A check made anew under another name. */
  protected List<String> rename(RenameConstraint change, Clause check, MysqlTableText text) {
    return List.of(dropCheck(change.from()), "add " + renamed(check.sql(), change));
  }

  protected List<String> renameOther(RenameConstraint change, MysqlTableText text) {
    throw unknown(change);
  }

  private List<String> rename(RenameConstraint change, Link link, MysqlTableText text) {
    List<String> parts = new ArrayList<>();
    parts.add("drop foreign key " + dialect.identifier(change.from()));
    parts.add("add " + renamed(link.sql(), change));
    text.ofLink(change.from())
        .filter(key -> !isDeclared(change.table(), key))
        .ifPresent(key -> parts.add(renameIndex(key.name(), change.to())));
    return parts;
  }

  private String renamed(String clause, RenameConstraint change) {
    return "constraint " + dialect.identifier(change.to()) + " " + MysqlTableText.nameless(clause);
  }

  private static UnsupportedChangeException unknown(RenameConstraint change) {
    return new UnsupportedChangeException(
        "Constraint \""
            + change.table()
            + "."
            + change.from()
            + "\" cannot take the name \""
            + change.to()
            + "\": it is not known what it is. Drop it and add it under that name.");
  }

  List<String> create(CreateIndex change) {
    Index index = change.index();
    List<String> parts = new ArrayList<>();
    parts.add("add " + definitions.index(index));
    if (index.method().isEmpty()) {
      Key key = MysqlSurroundings.key(index, definitions);
      text(change.table()).ifPresent(text -> length.require(text, index.name(), key.columns()));
      parts.addAll(withoutIndexesOf(change.table(), key));
    }
    return parts;
  }

  List<String> drop(DropIndex change) {
    List<String> parts = new ArrayList<>();
    parts.add("drop index " + dialect.identifier(change.index().name()));
    parts.addAll(indexesWithout(change.table(), change.index().name()));
    return parts;
  }

  String renameIndex(String from, String to) {
    return "rename index " + dialect.identifier(from) + " to " + dialect.identifier(to);
  }

  /**
   * Those that foreign keys need once the index of that name is gone, and all others that go and
   * come in the same statement: the last of those that served a key makes up for it.
   */
  private List<String> indexesWithout(QualifiedName table, String index) {
    Optional<MysqlTableText> text = text(table);
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> dropped = new ArrayList<>(surroundings.dropped(table));
    if (!dropped.contains(index)) {
      dropped.add(index);
    }
    List<Key> before = text.get().keys();
    List<Key> rest =
        new ArrayList<>(before.stream().filter(key -> !dropped.contains(key.name())).toList());
    rest.addAll(surroundings.added(table, definitions));
    List<String> added = new ArrayList<>();
    for (Link link : text.get().links()) {
      Optional<String> last =
          before.stream()
              .filter(key -> dropped.contains(key.name()) && serves(key, link.columns()))
              .map(Key::name)
              .max(Comparator.comparing(dropped::indexOf));
      if (last.equals(Optional.of(index))
          && rest.stream().noneMatch(key -> serves(key, link.columns()))) {
        added.add("add " + link.index());
        rest.add(new Key(link.name(), link.columns(), false, ""));
      }
    }
    return added;
  }

  /** The index of a foreign key that goes: it goes too, or serves another one under its name. */
  private List<String> withoutIndex(QualifiedName table, String link) {
    Optional<MysqlTableText> text = text(table);
    Optional<Key> own =
        text.flatMap(found -> found.ofLink(link)).filter(k -> !isDeclared(table, k));
    if (own.isEmpty()) {
      return List.of();
    }
    List<Key> rest =
        text.get().keys().stream().filter(key -> !key.name().equals(own.get().name())).toList();
    return text.get().links().stream()
        .filter(other -> !other.name().equalsIgnoreCase(link))
        .filter(other -> serves(own.get(), other.columns()))
        .filter(other -> rest.stream().noneMatch(key -> serves(key, other.columns())))
        .findFirst()
        .map(other -> List.of(renameIndex(own.get().name(), other.name())))
        .orElseGet(() -> List.of("drop index " + dialect.identifier(own.get().name())));
  }

  /**
   * Indexes that were made for foreign keys which the new one serves as well, but for those that
   * another one in the same statement has taken the place of.
   */
  private List<String> withoutIndexesOf(QualifiedName table, Key added) {
    List<Key> earlier =
        surroundings.added(table, definitions).stream()
            .takeWhile(key -> !key.name().equals(added.name()))
            .toList();
    return text(table).stream()
        .flatMap(text -> text.keys().stream().filter(text::isOfLink))
        .filter(key -> serves(added, key.columns()) && !isDeclared(table, key))
        .filter(key -> earlier.stream().noneMatch(other -> serves(other, key.columns())))
        .filter(key -> !key.name().equals(added.name()))
        .map(key -> "drop index " + dialect.identifier(key.name()))
        .toList();
  }

  /**
   * Whether the database takes a key for a foreign key's own index: none that is descending there.
   */
  protected boolean serves(Key key, List<String> columns) {
    return key.serves(columns) && key.isAscending(columns.size());
  }

  /** Whether somebody asked for the index, rather than the database making it by itself. */
  private boolean isDeclared(QualifiedName table, Key key) {
    return tables.model(table).map(Table::indexes).flatMap(all -> all.find(key.name())).isPresent();
  }

  protected final Optional<MysqlTableText> text(QualifiedName table) {
    return tables.text(table);
  }
}
