package dev.autogen.codegen;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.codegen.Code.Chain;
import dev.autogen.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A column's redefinition: both sides of each property that changes. */
final class AlterColumnCode {

  private final AlterColumn change;

  AlterColumnCode(AlterColumn change) {
    this.change = change;
  }

  /**
   * @param known the column as the migration knows it: what differs from it besides the change is
   *     spelled out
   */
  Chain chain(Chain start, Column known) {
    Chain chain =
        overlaid(known).equals(change.from()) && !change.facets().isEmpty()
            ? start
            : existing(start);
    for (AlterColumn.Facet facet : change.facets()) {
      chain = facet(chain, facet);
    }
    return change.fill().isPresent() ? chain.strings("filledWith", change.fill().get()) : chain;
  }

  /** The known column with the old side of each property that changes. */
  private Column overlaid(Column known) {
    Column column = known;
    for (AlterColumn.Facet facet : change.facets()) {
      column =
          switch (facet) {
            case TYPE -> column.withType(change.from().type());
            case NULLABILITY -> column.withNullable(change.from().nullable());
            case DEFAULT -> column.withDefaultValue(change.from().defaultValue());
            case IDENTITY -> column.withIdentity(change.from().identity());
            case GENERATED -> column.withGenerated(change.from().generated());
            case COLLATION -> column.withCollation(change.from().collation());
            case COMMENT -> column.withComment(change.from().comment());
          };
    }
    return column;
  }

  private Chain existing(Chain start) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(TypeCode.of(change.from().type()));
    arguments.addAll(DefinitionCode.facetsOf(change.from()));
    return start.call("existing", arguments.toArray(Code[]::new));
  }

  private Chain facet(Chain chain, AlterColumn.Facet facet) {
    return switch (facet) {
      case TYPE ->
          chain.call("type", TypeCode.of(change.from().type()), TypeCode.of(change.to().type()));
      case NULLABILITY -> chain.call(change.to().nullable() ? "nullable" : "notNull");
      case DEFAULT -> defaults(chain);
      case IDENTITY ->
          sides(chain, Column::identity, (c, verb) -> i -> DefinitionCode.identity(c, verb, i));
      case GENERATED ->
          sides(chain, Column::generated, (c, verb) -> g -> DefinitionCode.generated(c, verb, g));
      case COLLATION ->
          texts(chain, "collation", change.from().collation(), change.to().collation());
      case COMMENT -> texts(chain, "comment", change.from().comment(), change.to().comment());
    };
  }

  private Chain defaults(Chain chain) {
    Optional<DefaultCode> from = change.from().defaultValue().map(DefaultCode::of);
    Optional<DefaultCode> to = change.to().defaultValue().map(DefaultCode::of);
    if (from.isPresent() && to.isPresent() && from.get().kind() == to.get().kind()) {
      return chain.call(from.get().call(), from.get().argument(), to.get().argument());
    }
    Chain dropped = from.isPresent() ? from.get().call(chain, "drop") : chain;
    return to.isPresent() ? to.get().call(dropped, "add") : dropped;
  }

  private <T> Chain sides(
      Chain chain,
      Function<Column, Optional<T>> side,
      BiFunction<Chain, String, Function<T, Chain>> call) {
    Chain dropped = side.apply(change.from()).map(call.apply(chain, "drop")).orElse(chain);
    return side.apply(change.to()).map(call.apply(dropped, "add")).orElse(dropped);
  }

  private static Chain texts(Chain chain, String call, Optional<String> from, Optional<String> to) {
    if (from.isPresent() && to.isPresent()) {
      return chain.strings(call, from.get(), to.get());
    }
    return from.isPresent()
        ? chain.strings(DefinitionCode.named("drop", call), from.get())
        : chain.strings(DefinitionCode.named("add", call), to.orElseThrow());
  }
}
