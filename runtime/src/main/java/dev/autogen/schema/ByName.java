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
 * <p>One that was made from another by a few additions shares the rest with it: a history of a
 * thousand migrations has a thousand schemas of a thousand tables.
 *
 * @param <T> the thing; its name is found by the function given at creation
 */
public final class ByName<T> implements Iterable<T> {

  /** How many differences are kept apart, each of which is copied for the next. */
  private static final int MOST_APART = 32;

  private final Function<? super T, String> name;
  private final Map<String, T> shared;
  private final Map<String, T> apart;
  private volatile Map<String, T> all;

  private ByName(Function<? super T, String> name, Map<String, T> all) {
    this.name = name;
    this.shared = Collections.unmodifiableMap(all);
    this.apart = Map.of();
    this.all = shared;
  }

  /**
   * @param apart what is not in {@code shared}, or in the place of what is there
   */
  private ByName(Function<? super T, String> name, Map<String, T> shared, Map<String, T> apart) {
    this.name = name;
    this.shared = shared;
    this.apart = apart;
  }

  private Map<String, T> all() {
    Map<String, T> known = all;
    if (known == null) {
      Map<String, T> copy = new LinkedHashMap<>(shared);
      copy.putAll(apart);
      known = Collections.unmodifiableMap(copy);
      all = known;
    }
    return known;
  }

  /** This with one thing more, or with another in the place of one. */
  private ByName<T> with(T thing) {
    Map<String, T> copy = new LinkedHashMap<>(apart);
    copy.put(name.apply(thing), thing);
    if (copy.size() <= MOST_APART) {
      return new ByName<>(name, shared, copy);
    }
    Map<String, T> together = new LinkedHashMap<>(shared);
    together.putAll(copy);
    return new ByName<>(name, together);
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
    T found = apart.get(wanted);
    return Optional.ofNullable(found == null ? shared.get(wanted) : found);
  }

  public boolean contains(String wanted) {
    return apart.containsKey(wanted) || shared.containsKey(wanted);
  }

  /**
   * This with one thing more, at the end.
   *
   * @throws SchemaException if the name is taken
   */
  public ByName<T> plus(T thing) {
    if (contains(name.apply(thing))) {
      throw new SchemaException("\"" + name.apply(thing) + "\" already exists.");
    }
    return with(thing);
  }

  /**
   * This without the thing of that name.
   *
   * @throws SchemaException if there is none
   */
  public ByName<T> minus(String unwanted) {
    Map<String, T> copy = new LinkedHashMap<>(all());
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
      return with(thing);
    }
    return map(other -> name.apply(other).equals(replaced) ? thing : other);
  }

  public ByName<T> map(UnaryOperator<T> change) {
    return of(name, all().values().stream().map(change).toList());
  }

  public ByName<T> filter(Predicate<? super T> kept) {
    return of(name, all().values().stream().filter(kept).toList());
  }

  public Set<String> names() {
    return all().keySet();
  }

  public Stream<T> stream() {
    return all().values().stream();
  }

  public List<T> toList() {
    return List.copyOf(all().values());
  }

  public int size() {
    return all().size();
  }

  public boolean isEmpty() {
    return shared.isEmpty() && apart.isEmpty();
  }

  @Override
  public Iterator<T> iterator() {
    return all().values().iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByName<?> that && all().equals(that.all());
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }

  @Override
  public String toString() {
    return all().values().toString();
  }
}
