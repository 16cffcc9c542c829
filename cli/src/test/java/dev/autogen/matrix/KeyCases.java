package dev.autogen.matrix;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Primary keys: of entities, and those that a collection's kind decides. */
final class KeyCases {

  private static final String ROWS = "insert into item (code, region, name) values (1, 2, 'one')";
  private static final String[] LINKS = {
    "insert into item (id) values (1)",
    "insert into tag (id) values (5), (6)",
    "insert into item_tag (item_id, tags_id) values (1, 5), (1, 6)"
  };

  private KeyCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("primary key", "column added", One.class, Two.class)
            .rows(ROWS)
            .expect("- primary key item.*", "+ primary key item.*"),
        Case.of("primary key", "column removed", Two.class, One.class)
            .rows(ROWS)
            .expect("- primary key item.*", "+ primary key item.*"),
        Case.of("primary key", "another column", One.class, Other.class)
            .rows(ROWS)
            .expect("- primary key item.*", "+ primary key item.*"),
        Case.of("primary key", "a text makes way for a number", Text.class, Number.class)
            .rows("insert into item (code, name) values ('a', 'one'), ('b', 'two')")
            .expect(
                "- primary key item.*",
                "+ column item.id",
                "- column item.code",
                "+ primary key item.*"),
        Case.of("primary key", "added: a bag made a set", Bag.class, OfSet.class)
            .rows(LINKS)
            .expect("+ primary key item_tag.*"),
        Case.of("primary key", "dropped: a set made a bag", OfSet.class, Bag.class)
            .rows(LINKS)
            .expect("- primary key item_tag.*"),
        Case.of("primary key", "of an element collection added", Words.class, WordSet.class)
            .rows(
                "insert into item (id) values (1)",
                "insert into item_words (item_id, words) values (1, 'a'), (1, 'b')")
            .expect("+ primary key item_words.*"));
  }

  interface One {
    @Entity(name = "Item")
    class Item {
      @Id Long code;

      @Column(nullable = false)
      Long region;

      String name;
    }
  }

  /** The class of a key of two columns. */
  public record Key(Long code, Long region) implements Serializable {}

  interface Two {
    @Entity(name = "Item")
    @IdClass(Key.class)
    class Item {
      @Id Long code;
      @Id Long region;
      String name;
    }
  }

  interface Other {
    @Entity(name = "Item")
    class Item {
      @Column(nullable = false)
      Long code;

      @Id Long region;
      String name;
    }
  }

  interface Text {
    @Entity(name = "Item")
    class Item {
      @Id String code;
      String name;
    }
  }

  interface Number {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Long id;

      String name;
    }
  }

  interface Bag {
    @Entity(name = "Tag")
    class Tag {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      @ManyToMany List<Tag> tags;
    }
  }

  interface OfSet {
    @Entity(name = "Tag")
    class Tag {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      @ManyToMany Set<Tag> tags;
    }
  }

  interface Words {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ElementCollection
      @Column(nullable = false)
      List<String> words;
    }
  }

  interface WordSet {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ElementCollection
      @Column(nullable = false)
      Set<String> words;
    }
  }
}
