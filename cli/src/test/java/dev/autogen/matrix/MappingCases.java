package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.type.SqlTypes;

/** What JPA's ways to map a model make of tables and columns. */
final class MappingCases {

  private static final String ROWS = "insert into item (id, name) values (1, 'one')";

  private MappingCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("mapping", "element collection added", Base.class, Elements.class)
            .rows(ROWS)
            .expect("+ table item_words", "(+ foreign key *)"),
        Case.of("mapping", "element collection dropped", Elements.class, Base.class)
            .rows(ROWS)
            .expect("- table item_words", "(- foreign key *)"),
        Case.of("mapping", "map of elements added", Base.class, MapOfElements.class)
            .rows(ROWS)
            .expect("+ table item_words", "(+ foreign key *)"),
        Case.of("mapping", "order column added", Elements.class, Ordered.class)
            .rows(ROWS, "insert into item_words (item_id, words) values (1, 'a')")
            .fill("item_words.words_order=0")
            .expect("+ column item_words.words_order", "+ primary key item_words.*", "(+ check *)"),
        Case.of("mapping", "join table added", Tags.class, Joined.class)
            .rows(ROWS, "insert into tag (id) values (1)")
            .expect("+ table item_tag", "(+ foreign key *)", "(+ foreign key *)"),
        Case.of("mapping", "one-to-one added", Tags.class, OneTag.class)
            .rows(ROWS, "insert into tag (id) values (1)")
            .expect("+ column item.tag_id", "+ unique item.*", "+ foreign key item.*"),
        Case.of("mapping", "embeddable added", Base.class, WithAddress.class)
            .rows(ROWS)
            .expect("+ column item.city", "+ column item.street"),
        Case.of("mapping", "secondary table added", Base.class, Secondary.class)
            .rows(ROWS)
            .expect("+ table item_detail", "(+ foreign key *)"),
        Case.of("mapping", "version added (fill)", Base.class, Versioned.class)
            .rows(ROWS)
            .fill("item.version=0")
            .expect("+ column item.version"),
        Case.of("mapping", "soft delete added (fill)", Base.class, Soft.class)
            .rows(ROWS)
            .fill("item.deleted=false")
            .expect("+ column item.deleted"),
        Case.of("mapping", "joined subclass added", JoinedBase.class, JoinedSub.class)
            .rows(ROWS)
            .expect("+ table book", "(+ foreign key *)"),
        Case.of(
                "mapping",
                "subclass with its own table added",
                PerClassBase.class,
                PerClassSub.class)
            .rows(ROWS)
            .expect("+ table book"),
        Case.of("mapping", "attribute of a mapped superclass added", Super.class, SuperMore.class)
            .rows(ROWS)
            .expect("+ column item.author", "+ column note.author"),
        Case.of("mapping", "every basic type, added", Base.class, Types.class)
            .rows(ROWS)
            .expect("+ table thing", "(+ sequence *)"),
        Case.of("mapping", "every basic type, dropped", Types.class, Base.class)
            .rows(ROWS)
            .expect("- table thing"),
        Case.of("mapping", "reserved and mixed-case names in quotes", Base.class, Quoted.class)
            .rows(ROWS)
            .expect("+ table Order Line")
            .expectOn(SQLITE, "+ table order line"),
        Case.of("mapping", "reserved name of a column", Base.class, Reserved.class)
            .rows(ROWS)
            .expect("+ column item.order")
            .expectOn(H2, "+ column item.ORDER"));
  }

  interface Base {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Elements {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      @ElementCollection List<String> words;
    }
  }

  interface MapOfElements {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      @ElementCollection Map<String, String> words;
    }
  }

  interface Ordered {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      @ElementCollection @OrderColumn List<String> words;
    }
  }

  interface Tags {
    @Entity(name = "Tag")
    class Tag {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Joined {
    @Entity(name = "Tag")
    class Tag {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      @ManyToMany Set<Tag> tags;
    }
  }

  interface OneTag {
    @Entity(name = "Tag")
    class Tag {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      @OneToOne Tag tag;
    }
  }

  interface WithAddress {
    @Embeddable
    class Address {
      String street;
      String city;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      @Embedded Address address;
    }
  }

  interface Secondary {
    @SecondaryTable(name = "item_detail")
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(table = "item_detail")
      String detail;
    }
  }

  interface Versioned {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      @Version int version;
    }
  }

  interface Soft {
    @SoftDelete
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface JoinedBase {
    @Inheritance(strategy = InheritanceType.JOINED)
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface JoinedSub {
    @Entity(name = "Book")
    class Book extends Item {
      String isbn;
    }

    @Inheritance(strategy = InheritanceType.JOINED)
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface PerClassBase {
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface PerClassSub {
    @Entity(name = "Book")
    class Book extends Item {
      String isbn;
    }

    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Super {
    @MappedSuperclass
    class Base {
      @Id Long id;
      String name;
    }

    @Entity(name = "Item")
    class Item extends Base {}

    @Entity(name = "Note")
    class Note extends Base {}
  }

  interface SuperMore {
    @MappedSuperclass
    class Base {
      @Id Long id;
      String name;
      String author;
    }

    @Entity(name = "Item")
    class Item extends Base {}

    @Entity(name = "Note")
    class Note extends Base {}
  }

  interface Types {
    enum Color {
      RED,
      BLUE
    }

    @Entity(name = "Thing")
    class Thing {
      @Id @GeneratedValue UUID id;
      boolean active;
      byte tiny;
      short small;
      int number;
      long large;
      float single;
      double ratio;
      char letter;
      BigDecimal amount;
      LocalDate dayOf;
      LocalTime timeOf;
      Instant instant;
      OffsetDateTime moment;
      Duration duration;
      Color color;
      byte[] bytes;
      @Lob byte[] picture;
      @Lob String story;

      @JdbcTypeCode(SqlTypes.JSON)
      Map<String, String> json;

      Integer[] numbers;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Quoted {
    @Entity(name = "Line")
    @Table(name = "`Order Line`")
    class Line {
      @Id
      @Column(name = "`lineId`")
      Long id;

      @Column(name = "`select`")
      String choice;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Reserved {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(name = "`order`")
      Integer order;
    }
  }
}
