package dev.autogen.migration;

import java.util.function.UnaryOperator;

/** A value that a chain of calls is still describing. */
final class Slot<T> {

  private final Scope scope;
  private T value;

  Slot(Scope scope, T value) {
    this.scope = scope;
    this.value = value;
  }

  T get() {
    return value;
  }

  Scope scope() {
    return scope;
  }

  void edit(UnaryOperator<T> edit) {
    scope.requireOpen();
    value = edit.apply(value);
  }
}
