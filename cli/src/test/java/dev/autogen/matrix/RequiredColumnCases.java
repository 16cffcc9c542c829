package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.stream.Stream;

/** Required columns dropped under keys and checks: a downgrade must find values that these pass. */
final class RequiredColumnCases {

  private static final String[] OWNED = {
    "insert into person (id) values (3), (4), (5)",
    "insert into item (id, name, owner_id) values (1, 'one', 3), (2, 'two', 4)"
  };

  private RequiredColumnCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("column", "dropped, not null, under checks", Checked.class, Plain.class)
            .rows(
                "insert into item (id, name, grade, amount, code)"
                    + " values (1, 'one', 'OLD', 12, 'abc'), (2, 'two', 'NEW', 13, 'abcd')")
            .expect(
                "- column item.grade",
                "- column item.amount",
                "- column item.code",
                "- check item.ck_item_grade",
                "- check item.ck_item_amount",
                "- check item.ck_item_code"),
        Case.of("column", "dropped, not null, unique", Unique.class, Plain.class)
            .rows("insert into item (id, name, code) values (1, 'one', 'a'), (2, 'two', 'b')")
            .expect("- column item.code", "- unique item.*"),
        Case.of("column", "dropped, not null, unique, beside a text key", Called.class, Named.class)
            .rows("insert into item (name, code) values ('one', 'a'), ('two', 'b')")
            .expect("- column item.code", "- unique item.*"),
        Case.of("column", "dropped, not null, unique moments", UniqueMoments.class, Plain.class)
            .without(SQLITE, "an identifier is any bytes there, and neither a text nor a number")
            .rows(
                "insert into item (id, name, born, moment, token) values"
                    + " (1, 'one', '2020-01-01', '2020-01-01 10:00:00', "
                    + "'00000000-0000-0000-0000-00000000000a'),"
                    + " (2, 'two', '2020-01-02', '2020-01-01 11:00:00', "
                    + "'00000000-0000-0000-0000-00000000000b')")
            .rowsOn(
                MYSQL,
                "insert into item (id, name, born, moment, token) values"
                    + " (1, 'one', '2020-01-01', '2020-01-01 10:00:00', unhex(repeat('0a', 16))),"
                    + " (2, 'two', '2020-01-02', '2020-01-01 11:00:00', unhex(repeat('0b', 16)))")
            .expect(
                "- column item.born",
                "- column item.moment",
                "- column item.token",
                "- unique item.*",
                "- unique item.*",
                "- unique item.*"),
        Case.of(
                "column",
                "dropped, not null, with a foreign key",
                Owned.class,
                PlainAndPerson.class)
            .rows(OWNED)
            .expect("- column item.owner_id", "- foreign key item.fk_item_owner"),
        Case.of("column", "dropped, not null, one to one", OwnedAlone.class, PlainAndPerson.class)
            .rows(OWNED)
            .expect(
                "- column item.owner_id", "- unique item.*", "- foreign key item.fk_item_owner"),
        Case.of("column", "dropped, not null, referring to itself", Parented.class, Plain.class)
            .rows("insert into item (id, name, parent_id) values (1, 'one', 1), (2, 'two', 1)")
            .expect("- column item.parent_id", "- foreign key item.fk_item_parent"));
  }

  interface Plain {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface PlainAndPerson {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Checked {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(
          nullable = false,
          check = @CheckConstraint(name = "ck_item_grade", constraint = "grade in ('NEW', 'OLD')"))
      String grade;

      @Column(check = @CheckConstraint(name = "ck_item_amount", constraint = "amount > 10"))
      long amount;

      @Column(
          nullable = false,
          check = @CheckConstraint(name = "ck_item_code", constraint = "length(code) >= 3"))
      String code;
    }
  }

  interface Unique {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(nullable = false, unique = true)
      String code;
    }
  }

  interface Named {
    @Entity(name = "Item")
    class Item {
      @Id String name;
    }
  }

  interface Called {
    @Entity(name = "Item")
    class Item {
      @Id String name;

      @Column(nullable = false, unique = true)
      String code;
    }
  }

  interface UniqueMoments {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(nullable = false, unique = true)
      LocalDate born;

      @Column(nullable = false, unique = true)
      LocalDateTime moment;

      @Column(nullable = false, unique = true)
      UUID token;
    }
  }

  interface Owned {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @ManyToOne(optional = false)
      @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface OwnedAlone {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @OneToOne(optional = false)
      @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface Parented {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @ManyToOne(optional = false)
      @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_parent"))
      Item parent;
    }
  }
}
