package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Merges one column. Type and nullability are always declared; its default, identity, expression,
 * collation and comment are things of their own, which stay if nobody ever declared them.
 */
final class ColumnMerge {

  private final QualifiedName table;
  private final Predicate<ObjectName> stays;

  ColumnMerge(QualifiedName table, Predicate<ObjectName> stays) {
    this.table = table;
    this.stays = stays;
  }

  Column merge(Column found, Column declared) {
    boolean computed = declared.identity().isPresent() || declared.generated().isPresent();
    return declared
        .withIdentity(identity(found, declared))
        .withGenerated(kept(Kind.COLUMN_GENERATED, found, found.generated(), declared.generated()))
        .withDefaultValue(
            computed
                ? declared.defaultValue()
                : kept(Kind.COLUMN_DEFAULT, found, found.defaultValue(), declared.defaultValue()))
        .withCollation(kept(Kind.COLUMN_COLLATION, found, found.collation(), declared.collation()))
        .withComment(kept(Kind.COLUMN_COMMENT, found, found.comment(), declared.comment()));
  }

  /** A mapping says that a column counts, not where it starts: that stays. */
  private Optional<Identity> identity(Column found, Column declared) {
    if (declared.defaultValue().isPresent() || declared.generated().isPresent()) {
      return declared.identity();
    }
    Optional<Identity> kept =
        kept(Kind.COLUMN_IDENTITY, found, found.identity(), declared.identity());
    return kept.map(
        identity ->
            found.identity().filter(current -> current.mode() == identity.mode()).orElse(identity));
  }

  private <T> Optional<T> kept(Kind kind, Column found, Optional<T> theirs, Optional<T> ours) {
    if (ours.isPresent() || theirs.isEmpty()) {
      return ours;
    }
    return stays.test(new ObjectName(kind, table, found.name())) ? theirs : Optional.empty();
  }
}
