package dev.autogen.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the engine is told of a table besides its columns, keys and comment: one text of options, as
 * a mapping states it or as the catalog is read. Compares option by option, so that what no mapping
 * states is left as it is.
 */
public abstract class TableOptions {

  /** Of a database whose catalog tells nothing of them. */
  public static final TableOptions UNREAD =
      new TableOptions() {
        @Override
        protected SortedMap<String, String> parse(String text) {
          return new TreeMap<>(text.isBlank() ? Map.of() : Map.of(text.strip(), ""));
        }

        @Override
        protected String text(SortedMap<String, String> options) {
          return String.join(" ", options.keySet());
        }

        @Override
        protected boolean isTold(String name) {
          return false;
        }
      };

  /** The options by name, in the spelling of the catalog. What cannot be read is a name. */
  protected abstract SortedMap<String, String> parse(String text);

  /** The text of options, as the catalog is read. Inverse of {@link #parse}. */
  protected abstract String text(SortedMap<String, String> options);

  /** Whether the catalog tells of an option. */
  protected abstract boolean isTold(String name);

  /** Whether an option is about the making of a table alone, and says nothing of it later. */
  protected boolean isOfCreation(String name) {
    return false;
  }

  /** The value of an option that a table does not have, where there is one. */
  protected Optional<String> usual(String name) {
    return Optional.empty();
  }

  /** Whether a table that has been found keeps to an option. */
  protected boolean holds(String name, String value, SortedMap<String, String> found) {
    return Optional.ofNullable(found.get(name))
        .or(() -> usual(name))
        .filter(value::equals)
        .isPresent();
  }

  /** Puts an option among those found, in the place of what it rules out. */
  protected void put(String name, String value, SortedMap<String, String> found) {
    found.put(name, value);
  }

  /** Takes an option away from those found. */
  protected void remove(String name, SortedMap<String, String> found) {
    found.remove(name);
  }

  /** Takes away what another option among those that change says as well. */
  protected void settle(SortedMap<String, String> changed) {}

  /** The names of the options that can be compared. */
  public final Set<String> names(String declared) {
    SortedMap<String, String> options = parse(declared);
    options.keySet().removeIf(name -> !isTold(name) || isOfCreation(name));
    return options.keySet();
  }

  /** What is declared and cannot be compared, for the catalog does not tell of it. */
  public final List<String> untold(String declared) {
    return parse(declared).keySet().stream()
        .filter(name -> !isTold(name) && !isOfCreation(name))
        .toList();
  }

  /**
   * The options of a table that keeps to what is declared: the text that is found, where it does
   * already.
   *
   * @param withdrawn the names of what was declared once, and no longer is
   */
  public final String met(String declared, Set<String> withdrawn, String found) {
    SortedMap<String, String> has = parse(found);
    SortedMap<String, String> met = new TreeMap<>(has);
    withdrawn.forEach(name -> remove(name, met));
    parse(declared)
        .forEach(
            (name, value) -> {
              if (isTold(name) && !isOfCreation(name) && !holds(name, value, met)) {
                put(name, value, met);
              }
            });
    return met.equals(has) ? found : text(met);
  }

  /** The comment among the options, where they can have one. */
  public Optional<String> comment(String declared) {
    return Optional.empty();
  }

  /** The options without the comment among them. */
  public String withoutComment(String declared) {
    return declared;
  }

  /**
   * The options that differ between two texts: for each its new value, for one that is there no
   * more the usual value, or the empty string where there is none.
   */
  public final SortedMap<String, String> changed(String from, String to) {
    SortedMap<String, String> before = parse(from);
    SortedMap<String, String> after = parse(to);
    SortedMap<String, String> changed = new TreeMap<>(after);
    changed.entrySet().removeAll(before.entrySet());
    List<String> gone = new ArrayList<>(before.keySet());
    gone.removeAll(after.keySet());
    gone.forEach(name -> changed.put(name, usual(name).orElse("")));
    settle(changed);
    return changed;
  }
}
