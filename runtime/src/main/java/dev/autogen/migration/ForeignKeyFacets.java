package dev.autogen.migration;

import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * What can be said about a foreign key besides its name and columns. What it references must be
 * said.
 *
 * @param <S> what each of these calls returns: the same thing, to be described further
 */
public abstract class ForeignKeyFacets<S extends ForeignKeyFacets<S>> {

  private static final QualifiedName NOWHERE = QualifiedName.of("");

  private final Slot<ForeignKey> key;

  ForeignKeyFacets(Slot<ForeignKey> key) {
    this.key = key;
  }

  /** A key of which it is not said yet what it references. */
  static ForeignKey open(String name, List<String> columns) {
    return ForeignKey.of(name, columns, NOWHERE, columns);
  }

  abstract S self();

  /** The key, once it says what it references. */
  static ForeignKey complete(Slot<ForeignKey> key) {
    if (key.get().target().equals(NOWHERE)) {
      throw key.scope()
          .lacks(
              "what foreign key \"" + key.get().name() + "\" references",
              ".references(\"table\", \"column\")");
    }
    return key.get();
  }

  /** The table referred to, and the columns there, one for each of the key's own. */
  public S references(String table, String... columns) {
    QualifiedName target = Names.parse(table);
    key.edit(
        k ->
            new ForeignKey(
                k.name(),
                k.columns(),
                target,
                List.of(columns),
                k.onDelete(),
                k.onUpdate(),
                k.deferrability()));
    return self();
  }

  /** A row goes with the row that it refers to. */
  public S onDeleteCascade() {
    return onDelete(Action.CASCADE);
  }

  /** A row whose target is deleted refers to none. */
  public S onDeleteSetNull() {
    return onDelete(Action.SET_NULL);
  }

  /** A row whose target is deleted refers to the default. */
  public S onDeleteSetDefault() {
    return onDelete(Action.SET_DEFAULT);
  }

  /** A row that is referred to cannot be deleted, not even within the transaction. */
  public S onDeleteRestrict() {
    return onDelete(Action.RESTRICT);
  }

  /** A row follows when the key that it refers to changes. */
  public S onUpdateCascade() {
    return onUpdate(Action.CASCADE);
  }

  /** A row whose target's key changes refers to none. */
  public S onUpdateSetNull() {
    return onUpdate(Action.SET_NULL);
  }

  /** A row whose target's key changes refers to the default. */
  public S onUpdateSetDefault() {
    return onUpdate(Action.SET_DEFAULT);
  }

  /** A key that is referred to cannot change, not even within the transaction. */
  public S onUpdateRestrict() {
    return onUpdate(Action.RESTRICT);
  }

  /** Checked with each statement, unless the transaction asks to wait. */
  public S deferrable() {
    return checked(Deferrability.INITIALLY_IMMEDIATE);
  }

  /** Checked at commit, unless the transaction asks for it sooner. */
  public S initiallyDeferred() {
    return checked(Deferrability.INITIALLY_DEFERRED);
  }

  private S onDelete(Action action) {
    key.edit(k -> k.withActions(action, k.onUpdate()));
    return self();
  }

  private S onUpdate(Action action) {
    key.edit(k -> k.withActions(k.onDelete(), action));
    return self();
  }

  private S checked(Deferrability deferrability) {
    key.edit(
        k ->
            new ForeignKey(
                k.name(),
                k.columns(),
                k.target(),
                k.targetColumns(),
                k.onDelete(),
                k.onUpdate(),
                deferrability));
    return self();
  }
}
