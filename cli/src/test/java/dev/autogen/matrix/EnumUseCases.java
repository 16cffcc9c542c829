package dev.autogen.matrix;

import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Named enum types whose labels stand in defaults, checks, indexes and computed columns. */
final class EnumUseCases {

  private static final String ROWS = "insert into item (id, status) values (1, 'NEW'), (2, 'DONE')";

  private EnumUseCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("enum type", "value added, and made the default", Two.class, Default.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .expect("~ enum type status", "~ column item.status default none → 'VOID'*"),
        Case.of(
                "enum type",
                "value removed that was the default",
                Default.class,
                OtherDefault.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .expect("~ enum type status", "~ column item.status default 'VOID'*"),
        Case.of(
                "enum type",
                "default changed from a removed value to a new one",
                Default.class,
                NewDefault.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .expect("~ enum type status", "~ column item.status default 'VOID'*"),
        Case.of("enum type", "default dropped with its value", Default.class, Two.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .expect("~ enum type status", "~ column item.status default 'VOID'*"),
        Case.of("enum type", "value added, and named in a check", Two.class, Checked.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .expect("~ enum type status", "+ check item.ck_item"),
        Case.of("enum type", "added with a required column (fill)", None.class, Required.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows("insert into item (id) values (1)")
            .fill("item.status='NEW'")
            .expect("+ enum type status", "+ column item.status"),
        Case.of("enum type", "dropped with a required column", Required.class, None.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .expect("- enum type status", "- column item.status"),
        Case.of("enum type", "value removed under a check and an index", Used.class, UsedLess.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows("insert into item (id, status) values (1, 'NEW'), (2, 'DONE')")
            .expect("~ enum type status"),
        Case.of("enum type", "renamed (hint)", Used.class, UsedMood.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .rename("status=mood")
            .expect("> enum type status → mood"),
        Case.of("enum type", "value renamed under its default (hint)", Used.class, UsedFresh.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .rename("item.status.NEW=item.status.FRESH")
            .converts("item.status")
            .expect("> enum label status.NEW → FRESH"),
        Case.of("enum type", "values in another order", InOrder.class, Turned.class)
            .only(EnumCases.NAMED, POSTGRESQL)
            .rows(ROWS)
            .expect("~ enum type status [DONE, NEW] → [NEW, DONE]"));
  }

  interface None {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
    }
  }

  interface Required {
    enum Status {
      DONE,
      NEW
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      @Column(nullable = false)
      Status status;
    }
  }

  interface Two {
    enum Status {
      DONE,
      NEW
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }

  interface Turned {
    enum Status {
      NEW,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.ORDINAL)
      @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
      Status status;
    }
  }

  interface InOrder {
    enum Status {
      DONE,
      NEW
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.ORDINAL)
      @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
      Status status;
    }
  }

  interface Default {
    enum Status {
      DONE,
      NEW,
      VOID
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      @ColumnDefault("'VOID'")
      Status status;
    }
  }

  interface OtherDefault {
    enum Status {
      DONE,
      NEW
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      @ColumnDefault("'NEW'")
      Status status;
    }
  }

  interface NewDefault {
    enum Status {
      DONE,
      NEW,
      FRESH
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      @ColumnDefault("'FRESH'")
      Status status;
    }
  }

  interface Checked {
    enum Status {
      DONE,
      NEW,
      VOID
    }

    @Entity(name = "Item")
    @Table(check = @CheckConstraint(name = "ck_item", constraint = "status <> 'VOID'"))
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }

  interface Used {
    enum Status {
      DONE,
      NEW,
      VOID
    }

    @Entity(name = "Item")
    @Table(
        check = @CheckConstraint(name = "ck_item", constraint = "status <> 'DONE' or id > 1"),
        indexes = @Index(name = "ix_item", columnList = "id", options = "where status = 'NEW'"))
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      @ColumnDefault("'NEW'")
      Status status;
    }
  }

  interface UsedMood {
    enum Mood {
      DONE,
      NEW,
      VOID
    }

    @Entity(name = "Item")
    @Table(
        check = @CheckConstraint(name = "ck_item", constraint = "status <> 'DONE' or id > 1"),
        indexes = @Index(name = "ix_item", columnList = "id", options = "where status = 'NEW'"))
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      @ColumnDefault("'NEW'")
      Mood status;
    }
  }

  interface UsedFresh {
    enum Status {
      DONE,
      FRESH,
      VOID
    }

    @Entity(name = "Item")
    @Table(
        check = @CheckConstraint(name = "ck_item", constraint = "status <> 'DONE' or id > 1"),
        indexes = @Index(name = "ix_item", columnList = "id", options = "where status = 'FRESH'"))
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      @ColumnDefault("'FRESH'")
      Status status;
    }
  }

  interface UsedLess {
    enum Status {
      DONE,
      NEW
    }

    @Entity(name = "Item")
    @Table(
        check = @CheckConstraint(name = "ck_item", constraint = "status <> 'DONE' or id > 1"),
        indexes = @Index(name = "ix_item", columnList = "id", options = "where status = 'NEW'"))
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      @ColumnDefault("'NEW'")
      Status status;
    }
  }
}
