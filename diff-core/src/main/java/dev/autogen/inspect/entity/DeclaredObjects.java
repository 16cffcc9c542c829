package dev.autogen.inspect.entity;

import dev.autogen.schema.ObjectName;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects, while a mapping is read, what declares each object and which names nobody stated. */
final class DeclaredObjects {

  /** The origin of what belongs to no entity in particular. */
  static final String MAPPING = "mapping";

  private final SortedMap<ObjectName, String> origins = new TreeMap<>();
  private final SortedMap<ObjectName, String> unread = new TreeMap<>();
  private final Set<ObjectName> implicitNames = new TreeSet<>();

  void add(ObjectName object, String origin) {
    origins.put(object, origin);
  }

  /** Notes words of SQL about an object that are not understood. */
  void addUnread(ObjectName object, String text) {
    if (!text.isEmpty()) {
      unread.put(object, text);
    }
  }

  SortedMap<ObjectName, String> unread() {
    return unread;
  }

  void addImplicit(ObjectName object, String origin) {
    add(object, origin);
    implicitNames.add(object);
  }

  String originOf(ObjectName object) {
    return origins.getOrDefault(object, MAPPING);
  }

  SortedMap<ObjectName, String> origins() {
    return origins;
  }

  Set<ObjectName> implicitNames() {
    return implicitNames;
  }
}
