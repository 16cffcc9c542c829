package dev.autogen.codegen;

import dev.autogen.codegen.Code.Block;
import dev.autogen.codegen.Code.Chain;
import dev.autogen.codegen.Code.Lambda;
import dev.autogen.migration.Names;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** What tables and their parts are, as chains of calls: everything but the verb. */
final class DefinitionCode {

  private DefinitionCode() {}

  /** {@code table -> { table.column(...); ... }}. */
  static Block table(Table table) {
    Chain variable = Code.variable("table");
    List<Chain> statements = new ArrayList<>();
    for (Column column : table.columns()) {
      Code type = TypeCode.of(column.type());
      statements.add(facets(variable.call("column", Code.string(column.name()), type), column));
    }
    table.constraints().forEach(constraint -> statements.add(constraint(variable, constraint)));
    table.indexes().forEach(i -> statements.add(index(variable, "index", i.name(), i)));
    table.comment().ifPresent(comment -> statements.add(variable.strings("comment", comment)));
    if (!table.options().isEmpty()) {
      statements.add(variable.strings("options", table.options()));
    }
    return new Block("table", statements);
  }

  private static Chain constraint(Chain table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return table.call("primaryKey", key.name(), key.columns());
    }
    if (constraint instanceof UniqueKey key) {
      return unique(table, "unique", key.name(), key);
    }
    if (constraint instanceof ForeignKey key) {
      return foreignKey(table, "foreignKey", key.name(), key);
    }
    return table.strings("check", constraint.name(), ((Check) constraint).expression());
  }

  /** {@code .notNull().defaultValue("x")}: what there is to say besides name and type. */
  static Chain facets(Chain start, Column column) {
    Chain chain = column.nullable() ? start : start.call("notNull");
    if (column.identity().isPresent()) {
      chain = identity(chain, "", column.identity().get());
    }
    if (column.defaultValue().isPresent()) {
      chain = DefaultCode.of(column.defaultValue().get()).call(chain, "");
    }
    if (column.generated().isPresent()) {
      chain = generated(chain, "", column.generated().get());
    }
    if (column.collation().isPresent()) {
      chain = chain.strings("collation", column.collation().get());
    }
    return column.comment().isPresent() ? chain.strings("comment", column.comment().get()) : chain;
  }

  /** {@code column -> column.notNull()...}, or nothing where there is nothing to say. */
  static List<Code> facetsOf(Column column) {
    Chain body = facets(Code.variable("column"), column);
    return body.calls().isEmpty() ? List.of() : List.of(new Lambda("column", body));
  }

  static Chain identity(Chain chain, String verb, Identity identity) {
    String call =
        switch (identity.mode()) {
          case BY_DEFAULT -> "identity";
          case ALWAYS -> "identityAlways";
          case SERIAL -> "serial";
        };
    return identity.start() == 1 && identity.increment() == 1
        ? chain.call(named(verb, call))
        : chain.call(
            named(verb, call), Code.number(identity.start()), Code.number(identity.increment()));
  }

  static Chain generated(Chain chain, String verb, Generated generated) {
    String call = generated.stored() ? "generatedStored" : "generatedVirtual";
    return chain.strings(named(verb, call), generated.expression());
  }

  /** {@code addIdentity} of {@code add} and {@code identity}. */
  static String named(String verb, String call) {
    return verb.isEmpty() ? call : verb + Character.toUpperCase(call.charAt(0)) + call.substring(1);
  }

  /** A unique constraint: {@code call} takes {@code first} and the columns. */
  static Chain unique(Chain start, String call, String first, UniqueKey key) {
    Chain chain = start.call(call, first, key.columns());
    return checked(
        key.nullsDistinct() ? chain : chain.call("nullsNotDistinct"), key.deferrability());
  }

  /** A foreign key: {@code call} takes {@code first} and the columns. */
  static Chain foreignKey(Chain start, String call, String first, ForeignKey key) {
    Chain chain =
        start
            .call(call, first, key.columns())
            .call("references", Names.text(key.target()), key.targetColumns());
    return checked(
        action(action(chain, "onDelete", key.onDelete()), "onUpdate", key.onUpdate()),
        key.deferrability());
  }

  private static Chain action(Chain chain, String event, Action action) {
    return switch (action) {
      case NO_ACTION -> chain;
      case RESTRICT -> chain.call(event + "Restrict");
      case CASCADE -> chain.call(event + "Cascade");
      case SET_NULL -> chain.call(event + "SetNull");
      case SET_DEFAULT -> chain.call(event + "SetDefault");
    };
  }

  private static Chain checked(Chain chain, Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> chain;
      case INITIALLY_IMMEDIATE -> chain.call("deferrable");
      case INITIALLY_DEFERRED -> chain.call("initiallyDeferred");
    };
  }

  /** An index: {@code call} takes {@code first} and, if nothing more is said of them, the keys. */
  static Chain index(Chain start, String call, String first, Index index) {
    boolean plain = index.parts().stream().allMatch(p -> p.equals(IndexPart.column(p.text())));
    Chain chain =
        start.call(
            call, first, plain ? index.parts().stream().map(IndexPart::text).toList() : List.of());
    for (IndexPart part : plain ? List.<IndexPart>of() : index.parts()) {
      chain = key(chain, part);
    }
    chain = index.unique() ? chain.call("unique") : chain;
    chain = index.nullsDistinct() ? chain : chain.call("nullsNotDistinct");
    chain = index.method().isPresent() ? chain.strings("using", index.method().get()) : chain;
    chain =
        index.include().isEmpty()
            ? chain
            : chain.strings("include", index.include().toArray(String[]::new));
    return index.where().isPresent() ? chain.strings("where", index.where().get()) : chain;
  }

  private static Chain key(Chain start, IndexPart part) {
    Chain chain = start.strings(part.expression() ? "keyExpression" : "key", part.text());
    chain = part.descending() ? chain.call("descending") : chain;
    chain =
        switch (part.nulls()) {
          case DEFAULT -> chain;
          case FIRST -> chain.call("nullsFirst");
          case LAST -> chain.call("nullsLast");
        };
    chain =
        part.operatorClass().isEmpty()
            ? chain
            : chain.strings("operatorClass", part.operatorClass());
    return part.prefix().isPresent()
        ? chain.call("prefix", Code.number(part.prefix().getAsInt()))
        : chain;
  }

  /** {@code .startsAt(7).incrementsBy(50)}: what is not as usual. */
  static Chain sequence(Chain start, Sequence sequence) {
    return sequence(start, sequence, sequence);
  }

  /** {@code sequence -> sequence.incrementsBy(50)}. */
  static Lambda sequence(Sequence sequence) {
    return sequence(sequence, sequence);
  }

  /** As usual or not, what {@code other} has in another way is said as well. */
  static Lambda sequence(Sequence sequence, Sequence other) {
    return new Lambda("sequence", sequence(Code.variable("sequence"), sequence, other));
  }

  private static Chain sequence(Chain start, Sequence sequence, Sequence other) {
    Chain chain = start;
    if (sequence.start() != 1 || other.start() != 1) {
      chain = chain.call("startsAt", Code.number(sequence.start()));
    }
    if (sequence.increment() != 1 || other.increment() != 1) {
      chain = chain.call("incrementsBy", Code.number(sequence.increment()));
    }
    if (sequence.minimum().isPresent()) {
      chain = chain.call("minimum", Code.number(sequence.minimum().get()));
    }
    if (sequence.maximum().isPresent()) {
      chain = chain.call("maximum", Code.number(sequence.maximum().get()));
    }
    if (sequence.cache() != 1 || other.cache() != 1) {
      chain = chain.call("cache", Code.number(sequence.cache()));
    }
    return sequence.cycle() ? chain.call("cycle") : chain;
  }
}
