package dev.autogen.codegen;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ObjectChange;
import dev.autogen.change.TableChange;
import dev.autogen.codegen.Code.Chain;
import dev.autogen.migration.KnownSchema;
import dev.autogen.migration.Names;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.EnumType.Casts;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Changes as calls of {@link dev.autogen.migration.Operations}, one for each.
 *
 * <p>Run on the schema that it was written for, the code records the same changes again. What is
 * dropped is written out in full on the way forth; on the way back it is named, wherever that
 * suffices to find the definition.
 */
final class ChangeCode implements Change.Visitor<Chain> {

  /** How much a drop says about what it drops. */
  enum Drops {
    /** All: a reviewer sees what is lost. */
    IN_FULL,
    /** The name, where the schema tells the rest. */
    BY_NAME
  }

  private static final Chain OP = Code.variable("op");

  private final Drops drops;
  private KnownSchema known;

  private ChangeCode(Drops drops, Schema state) {
    this.drops = drops;
    this.known = new KnownSchema(state);
  }

  /** The calls for changes that begin with the schema {@code state}. */
  static List<Chain> of(ChangeSet changes, Schema state, Drops drops) {
    ChangeCode code = new ChangeCode(drops, state);
    List<Chain> statements = new ArrayList<>();
    for (Change change : changes.changes()) {
      statements.add(change.accept(code));
      code.known = code.known.after(change);
    }
    return statements;
  }

  /** The call for a statement of its own. */
  static Chain execute(String sql) {
    return OP.strings("execute", sql);
  }

  @Override
  public Chain createSchema(ObjectChange.CreateSchema change) {
    return OP.strings("createSchema", change.name());
  }

  @Override
  public Chain dropSchema(ObjectChange.DropSchema change) {
    return OP.strings("dropSchema", change.name());
  }

  @Override
  public Chain createTable(TableChange.CreateTable change) {
    Table table = change.definition();
    return OP.call("createTable", name(table.name()), DefinitionCode.table(table));
  }

  @Override
  public Chain dropTable(TableChange.DropTable change) {
    Table table = change.definition();
    return named(table, known.table(table.name()))
        ? OP.call("dropTable", name(table.name()))
        : OP.call("dropTable", name(table.name()), DefinitionCode.table(table));
  }

  @Override
  public Chain renameTable(TableChange.RenameTable change) {
    return OP.call("renameTable", name(change.from()), name(change.to()));
  }

  @Override
  public Chain commentTable(TableChange.CommentTable change) {
    Chain chain = OP.call("commentOnTable", name(change.table()));
    Chain from = change.from().map(text -> chain.strings("from", text)).orElse(chain);
    return change.to().map(text -> from.strings("to", text)).orElse(from);
  }

  @Override
  public Chain alterTable(TableChange.AlterTable change) {
    Chain chain = OP.call("alterTable", name(change.table()));
    Chain from = change.from().isEmpty() ? chain : chain.strings("fromOptions", change.from());
    return change.to().isEmpty() ? from : from.strings("options", change.to());
  }

  @Override
  public Chain addColumn(ColumnChange.AddColumn change) {
    Column column = change.column();
    Chain chain =
        OP.call(
            "addColumn",
            name(change.table()),
            Code.string(column.name()),
            TypeCode.of(column.type()));
    Chain defined = DefinitionCode.facets(chain, column);
    return change.fill().map(sql -> defined.strings("filledWith", sql)).orElse(defined);
  }

  @Override
  public Chain dropColumn(ColumnChange.DropColumn change) {
    Column column = change.column();
    Chain chain =
        named(column, known.column(change.table(), column.name()))
            ? OP.call("dropColumn", name(change.table()), Code.string(column.name()))
            : DefinitionCode.facets(
                OP.call(
                    "dropColumn",
                    name(change.table()),
                    Code.string(column.name()),
                    TypeCode.of(column.type())),
                column);
    return change.fill().map(sql -> chain.strings("filledWith", sql)).orElse(chain);
  }

  @Override
  public Chain alterColumn(ColumnChange.AlterColumn change) {
    requireSameName(change.from().name(), change.to().name());
    return new AlterColumnCode(change)
        .chain(
            OP.call("alterColumn", name(change.table()), Code.string(change.from().name())),
            known.column(change.table(), change.from().name()));
  }

  @Override
  public Chain renameColumn(ColumnChange.RenameColumn change) {
    return renaming("renameColumn", change.table(), change.from(), change.to());
  }

  @Override
  public Chain addConstraint(ConstraintChange.AddConstraint change) {
    Constraint constraint = change.constraint();
    String table = Names.text(change.table());
    if (constraint instanceof PrimaryKey key) {
      return OP.strings("addPrimaryKey", key.name()).call("on", table, key.columns());
    }
    if (constraint instanceof UniqueKey key) {
      return DefinitionCode.unique(OP.strings("addUnique", key.name()), "on", table, key);
    }
    if (constraint instanceof ForeignKey key) {
      return DefinitionCode.foreignKey(OP.strings("addForeignKey", key.name()), "on", table, key);
    }
    Check check = (Check) constraint;
    return OP.strings("addCheck", check.name()).strings("on", table, check.expression());
  }

  @Override
  public Chain dropConstraint(ConstraintChange.DropConstraint change) {
    Constraint constraint = change.constraint();
    QualifiedName name = change.table();
    String table = Names.text(name);
    if (constraint instanceof PrimaryKey key) {
      Chain drop = OP.strings("dropPrimaryKey", key.name());
      return named(key, known.primaryKey(name, key.name()))
          ? drop.strings("from", table)
          : drop.call("from", table, key.columns());
    }
    if (constraint instanceof UniqueKey key) {
      Chain drop = OP.strings("dropUnique", key.name());
      return named(key, known.unique(name, key.name()))
          ? drop.strings("from", table)
          : DefinitionCode.unique(drop, "from", table, key);
    }
    if (constraint instanceof ForeignKey key) {
      Chain drop = OP.strings("dropForeignKey", key.name());
      return key.columns().isEmpty() || named(key, known.foreignKey(name, key.name()))
          ? drop.strings("from", table)
          : DefinitionCode.foreignKey(drop, "from", table, key);
    }
    Check check = (Check) constraint;
    Chain drop = OP.strings("dropCheck", check.name());
    return named(check, known.check(name, check.name()))
        ? drop.strings("from", table)
        : drop.strings("from", table, check.expression());
  }

  @Override
  public Chain renameConstraint(ConstraintChange.RenameConstraint change) {
    return renaming("renameConstraint", change.table(), change.from(), change.to());
  }

  @Override
  public Chain createIndex(ConstraintChange.CreateIndex change) {
    Index index = change.index();
    return DefinitionCode.index(
        OP.strings("createIndex", index.name()), "on", Names.text(change.table()), index);
  }

  @Override
  public Chain dropIndex(ConstraintChange.DropIndex change) {
    Index index = change.index();
    Chain drop = OP.strings("dropIndex", index.name());
    return named(index, known.index(change.table(), index.name()))
        ? drop.call("from", name(change.table()))
        : DefinitionCode.index(drop, "from", Names.text(change.table()), index);
  }

  @Override
  public Chain renameIndex(ConstraintChange.RenameIndex change) {
    return renaming("renameIndex", change.table(), change.from(), change.to());
  }

  @Override
  public Chain createSequence(ObjectChange.CreateSequence change) {
    Sequence sequence = change.sequence();
    return DefinitionCode.sequence(OP.call("createSequence", name(sequence.name())), sequence);
  }

  @Override
  public Chain dropSequence(ObjectChange.DropSequence change) {
    Sequence sequence = change.sequence();
    return named(sequence, known.sequence(sequence.name()))
        ? OP.call("dropSequence", name(sequence.name()))
        : OP.call("dropSequence", name(sequence.name()), DefinitionCode.sequence(sequence));
  }

  @Override
  public Chain alterSequence(ObjectChange.AlterSequence change) {
    requireSameName(change.from().name(), change.to().name());
    return OP.call("alterSequence", name(change.from().name()))
        .call("from", DefinitionCode.sequence(change.from(), change.to()))
        .call("to", DefinitionCode.sequence(change.to(), change.from()));
  }

  @Override
  public Chain renameSequence(ObjectChange.RenameSequence change) {
    return OP.call("renameSequence", name(change.from()), name(change.to()));
  }

  @Override
  public Chain createEnumType(ObjectChange.CreateEnumType change) {
    EnumType type = change.type();
    return casts(
        OP.call("createEnumType", Names.text(type.name()), type.labels()),
        type.casts(),
        Casts.BOTH);
  }

  @Override
  public Chain dropEnumType(ObjectChange.DropEnumType change) {
    EnumType type = change.type();
    return named(type, known.enumType(type.name()))
        ? OP.call("dropEnumType", name(type.name()))
        : casts(
            OP.call("dropEnumType", Names.text(type.name()), type.labels()),
            type.casts(),
            type.labels().isEmpty() ? known.enumType(type.name()).casts() : Casts.BOTH);
  }

  @Override
  public Chain alterEnumType(ObjectChange.AlterEnumType change) {
    requireSameName(change.from().name(), change.to().name());
    Chain chain =
        OP.call("alterEnumType", name(change.from().name()))
            .strings("from", change.from().labels().toArray(String[]::new))
            .strings("to", change.to().labels().toArray(String[]::new));
    for (ObjectChange.AlterEnumType.Use use : change.uses()) {
      chain = chain.call("usedBy", use(use).toArray(Code[]::new));
    }
    chain = casts(chain, change.from().casts(), known.enumType(change.from().name()).casts());
    return change.atOnce() ? chain.call("usedAtOnce") : chain;
  }

  private static Chain casts(Chain chain, Casts casts, Casts presumed) {
    if (casts == presumed) {
      return chain;
    }
    return switch (casts) {
      case BOTH -> chain.call("withCasts");
      case FROM_TEXT -> chain.call("castFromTextOnly");
      case TO_TEXT -> chain.call("castToTextOnly");
      case NONE -> chain.call("withoutCasts");
    };
  }

  @Override
  public Chain renameEnumType(ObjectChange.RenameEnumType change) {
    return OP.call("renameEnumType", name(change.from()), name(change.to()));
  }

  @Override
  public Chain renameValue(ColumnChange.RenameValue change) {
    Iterator<Map.Entry<String, String>> names = change.names().entrySet().iterator();
    Map.Entry<String, String> first = names.next();
    Chain chain =
        OP.strings(
            "renameValue",
            Names.text(change.table()),
            change.column(),
            first.getKey(),
            first.getValue());
    while (names.hasNext()) {
      Map.Entry<String, String> name = names.next();
      chain = chain.strings("and", name.getKey(), name.getValue());
    }
    return chain;
  }

  @Override
  public Chain renameEnumLabel(ObjectChange.RenameEnumLabel change) {
    return OP.strings("renameEnumLabel", Names.text(change.type()), change.from(), change.to());
  }

  private List<Code> use(ObjectChange.AlterEnumType.Use use) {
    Column column = use.column();
    List<Code> named = List.of(name(use.table()), Code.string(column.name()));
    return known.column(use.table(), column.name()).equals(column)
        ? named
        : Stream.of(named, List.of(TypeCode.of(column.type())), DefinitionCode.facetsOf(column))
            .flatMap(List::stream)
            .toList();
  }

  private boolean named(Object dropped, Object found) {
    return drops == Drops.BY_NAME && dropped.equals(found);
  }

  private static Chain renaming(String call, QualifiedName table, String from, String to) {
    return OP.strings(call, Names.text(table), from, to);
  }

  private static Code name(QualifiedName name) {
    return Code.string(Names.text(name));
  }

  private static void requireSameName(Object from, Object to) {
    if (!from.equals(to)) {
      throw new IllegalArgumentException(
          "Cannot write a redefinition of "
              + from
              + " that also renames it to "
              + to
              + ": rename it in a change of its own.");
    }
  }
}
