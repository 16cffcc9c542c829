package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.stream.Stream;
import org.hibernate.annotations.GeneratedColumn;

/** Computed columns as MySQL and MariaDB word them: text is put together by a function. */
final class MysqlComputedCases {

  private static final String OTHERS = "measured with ||, above";

  private static final String ROWS =
      "insert into item (id, first, last) values (1, 'Ada', 'L'), (2, null, 'M')";

  private MysqlComputedCases() {}

  static Stream<Case> all() {
    return Stream.of(
            Case.of("generated column", "of a function, added", Names.class, FullName.class)
                .expect("+ column item.whole"),
            Case.of("generated column", "of a function, dropped", FullName.class, Names.class)
                .expect("- column item.whole"),
            Case.of("generated column", "function changed", FullName.class, ListName.class)
                .converts("item.whole")
                .expect("~ column item.whole"),
            Case.of("generated column", "of a function, made plain", FullName.class, Plain.class)
                .converts("item.whole")
                .expect("~ column item.whole"),
            Case.of("generated column", "plain made a function", Plain.class, FullName.class)
                .converts("item.whole")
                .expect("~ column item.whole"),
            Case.of("dependents", "column longer with its function", FullName.class, Longer.class)
                .expect("~ column item.first varchar(40) → varchar(60)"),
            Case.of("dependents", "column renamed with its function", FullName.class, Renamed.class)
                .rename("item.first=item.given")
                .expect("> column item.first → given"))
        .map(one -> one.only(OTHERS, MYSQL, MARIADB).rows(ROWS));
  }

  interface Names {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String first;

      @Column(length = 40)
      String last;
    }
  }

  interface FullName {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String first;

      @Column(length = 40)
      String last;

      @GeneratedColumn("concat(first, ' ', last)")
      @Column(length = 100)
      String whole;
    }
  }

  interface ListName {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String first;

      @Column(length = 40)
      String last;

      @GeneratedColumn("concat(last, ', ', first)")
      @Column(length = 100)
      String whole;
    }
  }

  interface Plain {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String first;

      @Column(length = 40)
      String last;

      @Column(length = 100)
      String whole;
    }
  }

  interface Longer {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 60)
      String first;

      @Column(length = 40)
      String last;

      @GeneratedColumn("concat(first, ' ', last)")
      @Column(length = 100)
      String whole;
    }
  }

  interface Renamed {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String given;

      @Column(length = 40)
      String last;

      @GeneratedColumn("concat(given, ' ', last)")
      @Column(length = 100)
      String whole;
    }
  }
}
