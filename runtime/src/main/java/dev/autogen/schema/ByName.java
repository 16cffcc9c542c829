package dev.autogen.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Named things, in the order in which they were declared.
 *
 * <p>Two of these are equal when they hold the same things in any order: no database promises to
 * report columns or indexes in the order in which someone wrote them.
 *
 * @param <T> the thing; its name is found by the function given at creation
 */
public final class ByName<T> implements Iterable<T> {

  private final Function<? super T, String> name;
  private final Map<String, T> byName;

  private ByName(Function<? super T, String> name, Map<String, T> byName) {
    this.name = name;
    this.byName = Collections.unmodifiableMap(byName);
  }

  /**
   * @throws SchemaException if two things have one name
   */
  public static <T> ByName<T> of(Function<? super T, String> name, Collection<? extends T> things) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T thing : things) {
      if (byName.putIfAbsent(name.apply(thing), thing) != null) {
        throw new SchemaException("\"" + name.apply(thing) + "\" is there twice.");
      }
    }
    return new ByName<>(name, byName);
  }

  public Optional<T> find(String wanted) {
    return Optional.ofNullable(byName.get(wanted));
  }

  public boolean contains(String wanted) {
    return byName.containsKey(wanted);
  }

  /**
   * This with one thing more, at the end.
   *
   * @throws SchemaException if the name is taken
   */
  public ByName<T> plus(T thing) {
    Map<String, T> copy = new LinkedHashMap<>(byName);
    if (copy.putIfAbsent(name.apply(thing), thing) != null) {
      throw new SchemaException("\"" + name.apply(thing) + "\" already exists.");
    }
    return new ByName<>(name, copy);
  }

  /**
   * This without the thing of that name.
   *
   * @throws SchemaException if there is none
   */
  public ByName<T> minus(String unwanted) {
    Map<String, T> copy = new LinkedHashMap<>(byName);
    if (copy.remove(unwanted) == null) {
      throw new SchemaException("\"" + unwanted + "\" does not exist.");
    }
    return new ByName<>(name, copy);
  }

  /**
   * This with {@code thing} in the place of the one called {@code replaced}.
   *
   * @throws SchemaException if there is no such thing, or if the new name is another's
   */
  public ByName<T> replacing(String replaced, T thing) {
    if (!contains(replaced)) {
      throw new SchemaException("\"" + replaced + "\" does not exist.");
    }
    if (name.apply(thing).equals(replaced)) {
      Map<String, T> copy = new LinkedHashMap<>(byName);
      copy.put(replaced, thing);
      return new ByName<>(name, copy);
    }
    return map(other -> name.apply(other).equals(replaced) ? thing : other);
  }

  public ByName<T> map(UnaryOperator<T> change) {
    return of(name, byName.values().stream().map(change).toList());
  }

  public ByName<T> filter(Predicate<? super T> kept) {
    return of(name, byName.values().stream().filter(kept).toList());
  }

  public Set<String> names() {
    return byName.keySet();
  }

  public Stream<T> stream() {
    return byName.values().stream();
  }

  public List<T> toList() {
    return List.copyOf(byName.values());
  }

  public int size() {
    return byName.size();
  }

  public boolean isEmpty() {
    return byName.isEmpty();
  }

  @Override
  public Iterator<T> iterator() {
    return byName.values().iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByName<?> that && byName.equals(that.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return byName.values().toString();
  }
}
