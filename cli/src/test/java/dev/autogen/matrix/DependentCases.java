package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.POSTGRESQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.stream.Stream;
import org.hibernate.annotations.GeneratedColumn;

/** Changes of a column that checks, computed columns and indexes speak of. */
final class DependentCases {

  private static final String ROWS =
      "insert into item (id, code, stock) values (1, 'A1', 5), (2, 'B2', 7)";
  private static final String STATUS =
      "insert into item (id, status) values (1, 'NEW'), (2, 'OPEN')";

  private DependentCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("dependents", "computed column longer", Code20.class, Wide.class)
            .without(MYSQL, DefaultCases.NO_BARS)
            .without(MARIADB, DefaultCases.NO_BARS)
            .rows(ROWS)
            .expect("~ column item.tag varchar(40) → varchar(60)"),
        Case.of("dependents", "column renamed with its computed column", Code20.class, Named.class)
            .without(MYSQL, DefaultCases.NO_BARS)
            .without(MARIADB, DefaultCases.NO_BARS)
            .rows(ROWS)
            .rename("item.code=item.mark")
            .expect("> column item.code → mark"),
        Case.of("dependents", "column longer with its computed column", Code20.class, Code30.class)
            .without(MYSQL, DefaultCases.NO_BARS)
            .without(MARIADB, DefaultCases.NO_BARS)
            .rows(ROWS)
            .expect("~ column item.code varchar(20) → varchar(30)"),
        Case.of("dependents", "column with a check made bigint", Stock.class, BigStock.class)
            .rows(ROWS)
            .expect("~ column item.stock integer → bigint"),
        Case.of("dependents", "text with its check of values longer", Status.class, Status40.class)
            .only("an enum has a type of its own", POSTGRESQL, SQLITE)
            .rows(STATUS)
            .expect("~ column item.status varchar(20) → varchar(40)"),
        Case.of("dependents", "column renamed with its partial index", Part.class, PartNamed.class)
            .only(IndexCases.NO_CONDITION, POSTGRESQL, SQLITE)
            .rows(ROWS)
            .rename("item.code=item.mark")
            .expect("> column item.code → mark"),
        Case.of("dependents", "column longer with its partial index", Part.class, PartLong.class)
            .only(IndexCases.NO_CONDITION, POSTGRESQL, SQLITE)
            .rows(ROWS)
            .expect("~ column item.code varchar(20) → varchar(30)"));
  }

  interface Code20 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 20)
      String code;

      Integer stock;

      @GeneratedColumn("code || '!'")
      @Column(length = 40)
      String tag;
    }
  }

  interface Code30 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 30)
      String code;

      Integer stock;

      @GeneratedColumn("code || '!'")
      @Column(length = 40)
      String tag;
    }
  }

  interface Wide {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 20)
      String code;

      Integer stock;

      @GeneratedColumn("code || '!'")
      @Column(length = 60)
      String tag;
    }
  }

  interface Named {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 20)
      String mark;

      Integer stock;

      @GeneratedColumn("mark || '!'")
      @Column(length = 40)
      String tag;
    }
  }

  interface Stock {
    @Entity(name = "Item")
    @Table(check = @CheckConstraint(name = "ck_stock", constraint = "stock > 0"))
    class Item {
      @Id Long id;
      String code;
      Integer stock;
    }
  }

  interface BigStock {
    @Entity(name = "Item")
    @Table(check = @CheckConstraint(name = "ck_stock", constraint = "stock > 0"))
    class Item {
      @Id Long id;
      String code;
      Long stock;
    }
  }

  interface Status {
    enum Name {
      NEW,
      OPEN
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @Column(length = 20)
      Name status;
    }
  }

  interface Status40 {
    enum Name {
      NEW,
      OPEN
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @Column(length = 40)
      Name status;
    }
  }

  interface Part {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "stock", options = "where code <> 'A'"))
    class Item {
      @Id Long id;

      @Column(length = 20)
      String code;

      Integer stock;
    }
  }

  interface PartNamed {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "stock", options = "where mark <> 'A'"))
    class Item {
      @Id Long id;

      @Column(length = 20)
      String mark;

      Integer stock;
    }
  }

  interface PartLong {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "stock", options = "where code <> 'A'"))
    class Item {
      @Id Long id;

      @Column(length = 30)
      String code;

      Integer stock;
    }
  }
}
