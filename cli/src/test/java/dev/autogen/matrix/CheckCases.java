package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.Table;
import java.util.stream.Stream;

/** CHECK constraints: stated, unnamed, and those that Hibernate makes. */
final class CheckCases {

  private static final String ROWS = "insert into item (id, stock, price) values (1, 5, 9)";
  private static final String STATUS = "insert into item (id, status) values (1, 'NEW')";

  private CheckCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("check", "of a column, added", None.class, OfColumn.class)
            .rows(ROWS)
            .expect("+ check item.ck_stock"),
        Case.of("check", "of a column, dropped", OfColumn.class, None.class)
            .rows(ROWS)
            .expect("- check item.ck_stock"),
        Case.of("check", "of a table, added", None.class, OfTable.class)
            .rows(ROWS)
            .expect("+ check item.ck_stock"),
        Case.of("check", "condition changed", OfTable.class, OtherCondition.class)
            .rows(ROWS)
            .expect("- check item.ck_stock", "+ check item.ck_stock"),
        Case.of(
                "check",
                "condition reprinted by the database is no change",
                OfTable.class,
                SameCondition.class)
            .without(SQLITE, "conditions stay as they are written")
            .rows(ROWS)
            .expect(),
        Case.of("check", "renamed (hint)", OfTable.class, Renamed.class)
            .rows(ROWS)
            .rename("ck_stock=ck_item_stock")
            .expect("> constraint item.ck_stock → ck_item_stock"),
        Case.of("check", "unnamed, added", None.class, Unnamed.class)
            .rows(ROWS)
            .expect("+ check item.*"),
        Case.of("check", "unnamed, dropped", Unnamed.class, None.class)
            .rows(ROWS)
            .expect("- check item.*"),
        Case.of("check", "unnamed, condition changed", Unnamed.class, UnnamedOther.class)
            .rows(ROWS)
            .expect("- check item.*", "+ check item.*"),
        Case.of("check", "two of one table, one changed", Two.class, TwoOther.class)
            .rows(ROWS)
            .expect("- check item.ck_price", "+ check item.ck_price"),
        Case.of("enum as text", "value added", Status3.class, Status4.class)
            .rows(STATUS)
            .expect("- check item.*", "+ check item.*")
            .expectOn(H2, "~ column item.status enum('DONE','NEW','OPEN')* → *")
            .expectOn(MYSQL, "~ column item.status enum('DONE','NEW','OPEN')* → *")
            .expectOn(MARIADB, "~ column item.status enum('DONE','NEW','OPEN')* → *"),
        Case.of("enum as text", "value removed, no row holds it", Status4.class, Status3.class)
            .rows(STATUS)
            .expect("- check item.*", "+ check item.*")
            .expectOn(H2, "~ column item.status")
            .expectOn(MYSQL, "~ column item.status")
            .expectOn(MARIADB, "~ column item.status"),
        Case.of("enum as text", "value renamed (hint)", Status3.class, StatusFresh.class)
            .rows(STATUS)
            .rename("item.status.NEW=item.status.FRESH")
            .converts("item.status")
            .expect("> value item.status.NEW → FRESH", "- check item.*", "+ check item.*")
            .expectOn(H2, "> value item.status.NEW → FRESH", "~ column item.status enum(*")
            .expectOn(MYSQL, "> value item.status.NEW → FRESH", "~ column item.status enum(*")
            .expectOn(MARIADB, "> value item.status.NEW → FRESH", "~ column item.status enum(*"),
        Case.of("enum as number", "value added", Ordinal3.class, Ordinal4.class)
            .rows("insert into item (id, status) values (1, 0)")
            .expect("- check item.*", "+ check item.*"),
        Case.of("discriminator", "subclass added", Animals.class, MoreAnimals.class)
            .rows("insert into item (id, kind) values (1, 'Item')")
            .expect("- check item.*", "+ check item.*", "+ column item.breed"));
  }

  interface None {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Integer stock;
      Integer price;
    }
  }

  interface OfColumn {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(check = @CheckConstraint(name = "ck_stock", constraint = "stock > 0"))
      Integer stock;

      Integer price;
    }
  }

  interface OfTable {
    @Entity(name = "Item")
    @Table(check = @CheckConstraint(name = "ck_stock", constraint = "stock > 0"))
    class Item {
      @Id Long id;
      Integer stock;
      Integer price;
    }
  }

  interface OtherCondition {
    @Entity(name = "Item")
    @Table(check = @CheckConstraint(name = "ck_stock", constraint = "stock between 0 and 100"))
    class Item {
      @Id Long id;
      Integer stock;
      Integer price;
    }
  }

  interface SameCondition {
    @Entity(name = "Item")
    @Table(check = @CheckConstraint(name = "ck_stock", constraint = "(stock) >  0"))
    class Item {
      @Id Long id;
      Integer stock;
      Integer price;
    }
  }

  interface Renamed {
    @Entity(name = "Item")
    @Table(check = @CheckConstraint(name = "ck_item_stock", constraint = "stock > 0"))
    class Item {
      @Id Long id;
      Integer stock;
      Integer price;
    }
  }

  interface Unnamed {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(check = @CheckConstraint(constraint = "stock > 0"))
      Integer stock;

      Integer price;
    }
  }

  interface UnnamedOther {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(check = @CheckConstraint(constraint = "stock > 1"))
      Integer stock;

      Integer price;
    }
  }

  interface Two {
    @Entity(name = "Item")
    @Table(
        check = {
          @CheckConstraint(name = "ck_stock", constraint = "stock > 0"),
          @CheckConstraint(name = "ck_price", constraint = "price > 0")
        })
    class Item {
      @Id Long id;
      Integer stock;
      Integer price;
    }
  }

  interface TwoOther {
    @Entity(name = "Item")
    @Table(
        check = {
          @CheckConstraint(name = "ck_stock", constraint = "stock > 0"),
          @CheckConstraint(name = "ck_price", constraint = "price > 1")
        })
    class Item {
      @Id Long id;
      Integer stock;
      Integer price;
    }
  }

  interface Status3 {
    enum Status {
      NEW,
      OPEN,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      Status status;
    }
  }

  interface StatusFresh {
    enum Status {
      FRESH,
      OPEN,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      Status status;
    }
  }

  interface Status4 {
    enum Status {
      NEW,
      OPEN,
      DONE,
      LOST
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      Status status;
    }
  }

  interface Ordinal3 {
    enum Status {
      NEW,
      OPEN,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.ORDINAL)
      Status status;
    }
  }

  interface Ordinal4 {
    enum Status {
      NEW,
      OPEN,
      DONE,
      LOST
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.ORDINAL)
      Status status;
    }
  }

  interface Animals {
    @Entity(name = "Item")
    @Inheritance
    @DiscriminatorColumn(name = "kind")
    class Item {
      @Id Long id;
    }

    @Entity(name = "Cat")
    class Cat extends Item {}
  }

  interface MoreAnimals {
    @Entity(name = "Item")
    @Inheritance
    @DiscriminatorColumn(name = "kind")
    class Item {
      @Id Long id;
    }

    @Entity(name = "Cat")
    class Cat extends Item {}

    @Entity(name = "Dog")
    class Dog extends Item {
      String breed;
    }
  }
}
