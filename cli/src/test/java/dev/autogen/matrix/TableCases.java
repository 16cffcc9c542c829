package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.POSTGRESQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

/** Tables as a whole, and the schemas that they are in. */
final class TableCases {

  private static final String ROW = "insert into item (id, name) values (1, 'one')";

  private static final String NO_SCHEMAS =
      "a schema is a database of its own, and Hibernate leaves it out of names";

  private TableCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("table", "added", Base.class, Added.class).rows(ROW).expect("+ table note"),
        Case.of("table", "dropped", Added.class, Base.class)
            .rows(ROW, "insert into note (id, text) values (1, 'gone')")
            .expect("- table note"),
        Case.of("table", "renamed (hint)", Base.class, Renamed.class)
            .rows(ROW)
            .rename("item=article")
            .expect("> table item → article"),
        Case.of(
                "table",
                "renamed with its keys and numbers (hint)",
                Whole.class,
                WholeRenamed.class)
            .rows(
                "insert into item (code, kind, name) values ('a', 'BIG', 'one')",
                "insert into part (id, item_id) values (7, 1)")
            .rename("item=article")
            .rename("article.name=article.title")
            .rename("part.item_id=part.article_id")
            .expect(
                "> table item → article",
                "> column article.name → title",
                "> column part.item_id → article_id"),
        Case.of("table", "moved to another schema (hint)", Base.class, Moved.class)
            .rows(ROW)
            .only(NO_SCHEMAS, POSTGRESQL, H2)
            .rename("item=crm.item")
            .without(H2, "H2 cannot move a table: the plan is refused before anything changes")
            .expect("+ schema crm", "> table item → crm.item"),
        Case.of("table", "same name in two schemas", Base.class, InTwoSchemas.class)
            .only(NO_SCHEMAS, POSTGRESQL, H2)
            .rows(ROW)
            .expect("+ schema crm", "+ table crm.item"),
        Case.of("table", "explicit default schema is no change", Base.class, Public.class)
            .without(SQLITE, "a schema is a file of its own: the migration is refused")
            .rows(ROW)
            .expect(),
        Case.of("table", "a subselect entity is no table", Base.class, WithSubselect.class)
            .rows(ROW)
            .expect());
  }

  interface Base {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Added {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }

    @Entity(name = "Note")
    class Note {
      @Id Long id;
      String text;
    }
  }

  interface Renamed {
    @Entity(name = "Article")
    class Article {
      @Id Long id;
      String name;
    }
  }

  enum Kind {
    BIG,
    SMALL
  }

  interface Whole {
    @Entity(name = "Item")
    @Table(name = "item", uniqueConstraints = @UniqueConstraint(columnNames = {"code", "name"}))
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Long id;

      @Column(unique = true, nullable = false, length = 20)
      String code;

      @Column(nullable = false, length = 20)
      String name;

      @Enumerated(EnumType.STRING)
      Kind kind;

      @ManyToOne Item parent;
    }

    @Entity(name = "Part")
    class Part {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "item_id")
      Item item;
    }
  }

  interface WholeRenamed {
    @Entity(name = "Article")
    @Table(name = "article", uniqueConstraints = @UniqueConstraint(columnNames = {"code", "title"}))
    class Article {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Long id;

      @Column(unique = true, nullable = false, length = 20)
      String code;

      @Column(nullable = false, length = 20)
      String title;

      @Enumerated(EnumType.STRING)
      Kind kind;

      @ManyToOne Article parent;
    }

    @Entity(name = "Part")
    class Part {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "article_id")
      Article item;
    }
  }

  interface Moved {
    @Entity(name = "Item")
    @Table(name = "item", schema = "crm")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface InTwoSchemas {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }

    @Entity(name = "CrmItem")
    @Table(name = "item", schema = "crm")
    class CrmItem {
      @Id Long id;
      String label;
    }
  }

  interface Public {
    @Entity(name = "Item")
    @Table(name = "item", schema = "public")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface WithSubselect {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }

    @Entity(name = "Loud")
    @Immutable
    @Subselect("select id, upper(name) as name from item")
    class Loud {
      @Id Long id;
      String name;
    }
  }
}
