package dev.autogen.matrix;

import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.stream.Stream;

/** Unique constraints, stated and unnamed. */
final class UniqueCases {

  private static final String ROWS =
      "insert into item (id, a, b, c) values (1, 'a', 'b', 'c'), (2, 'x', 'y', 'z')";

  private UniqueCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("unique", "added", None.class, Named.class)
            .rows(ROWS)
            .expect("+ unique item.uk_item"),
        Case.of("unique", "dropped", Named.class, None.class)
            .rows(ROWS)
            .expect("- unique item.uk_item"),
        Case.of("unique", "unnamed, of a column, added", None.class, OfColumn.class)
            .rows(ROWS)
            .expect("+ unique item.*"),
        Case.of("unique", "unnamed, of a column, dropped", OfColumn.class, None.class)
            .rows(ROWS)
            .expect("- unique item.*"),
        Case.of("unique", "unnamed, of two columns, added", None.class, Unnamed.class)
            .rows(ROWS)
            .expect("+ unique item.*"),
        Case.of("unique", "other columns", Named.class, OtherColumns.class)
            .rows(ROWS)
            .expect("- unique item.uk_item", "+ unique item.uk_item"),
        Case.of("unique", "order of columns", Named.class, OtherOrder.class)
            .rows(ROWS)
            .expect("- unique item.uk_item", "+ unique item.uk_item"),
        Case.of("unique", "renamed (hint)", Named.class, Renamed.class)
            .rows(ROWS)
            .rename("uk_item=uk_item_ab")
            .expect("> constraint item.uk_item → uk_item_ab"),
        Case.of("unique", "made of a unique @Index", None.class, OfIndex.class)
            .rows(ROWS)
            .expect("+ unique item.ux_item_a"),
        Case.of("unique", "deferrable", Named.class, Deferrable.class)
            .only("unique constraints are checked at once", POSTGRESQL)
            .rows(ROWS)
            .expect("- unique item.uk_item", "+ unique item.uk_item"));
  }

  interface None {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Named {
    @Entity(name = "Item")
    @Table(
        uniqueConstraints =
            @UniqueConstraint(
                name = "uk_item",
                columnNames = {"a", "b"}))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface OtherColumns {
    @Entity(name = "Item")
    @Table(
        uniqueConstraints =
            @UniqueConstraint(
                name = "uk_item",
                columnNames = {"a", "c"}))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface OtherOrder {
    @Entity(name = "Item")
    @Table(
        uniqueConstraints =
            @UniqueConstraint(
                name = "uk_item",
                columnNames = {"b", "a"}))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Renamed {
    @Entity(name = "Item")
    @Table(
        uniqueConstraints =
            @UniqueConstraint(
                name = "uk_item_ab",
                columnNames = {"a", "b"}))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Unnamed {
    @Entity(name = "Item")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"a", "b"}))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Deferrable {
    @Entity(name = "Item")
    @Table(
        uniqueConstraints =
            @UniqueConstraint(
                name = "uk_item",
                columnNames = {"a", "b"},
                options = "deferrable"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface OfIndex {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ux_item_a", columnList = "a", unique = true))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface OfColumn {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(unique = true)
      String a;

      String b;
      String c;
    }
  }
}
