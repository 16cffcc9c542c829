package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.POSTGRESQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.stream.Stream;

/** Indexes, stated by entities and made by hand. */
final class IndexCases {

  private static final String ROWS =
      "insert into item (id, a, b, c) values (1, 'a', 'b', 'c'), (2, 'x', 'y', null)";

  private static final String NO_EXPRESSION = "indexes hold columns only";

  static final String NO_CONDITION = "indexes hold all rows";

  private IndexCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("index", "added", None.class, OnA.class).rows(ROWS).expect("+ index item.ix_item"),
        Case.of("index", "dropped", OnA.class, None.class)
            .rows(ROWS)
            .expect("- index item.ix_item"),
        Case.of("index", "unnamed, added", None.class, Unnamed.class)
            .rows(ROWS)
            .expect("+ index item.*"),
        Case.of("index", "unnamed, dropped", Unnamed.class, None.class)
            .rows(ROWS)
            .expect("- index item.*"),
        Case.of("index", "more columns", OnA.class, OnAB.class)
            .rows(ROWS)
            .expect("- index item.ix_item", "+ index item.ix_item"),
        Case.of("index", "order of columns", OnAB.class, OnBA.class)
            .rows(ROWS)
            .expect("- index item.ix_item", "+ index item.ix_item"),
        Case.of("index", "descending", OnA.class, Descending.class)
            .rows(ROWS)
            .expect("- index item.ix_item", "+ index item.ix_item"),
        Case.of("index", "renamed (hint)", OnA.class, Renamed.class)
            .rows(ROWS)
            .rename("ix_item=ix_item_a")
            .expect("> index item.ix_item → ix_item_a"),
        Case.of("index", "nulls last", OnA.class, NullsLast.class)
            .only("nulls have one place in an index", POSTGRESQL)
            .rows(ROWS)
            .expect("- index item.ix_item", "+ index item.ix_item"),
        Case.of("index", "on an expression", None.class, Lower.class)
            .without(H2, NO_EXPRESSION)
            .without(MARIADB, NO_EXPRESSION)
            .rows(ROWS)
            .expect("+ index item.ix_item"),
        Case.of("index", "expression changed", Lower.class, Upper.class)
            .without(H2, NO_EXPRESSION)
            .without(MARIADB, NO_EXPRESSION)
            .rows(ROWS)
            .expect("- index item.ix_item", "+ index item.ix_item"),
        Case.of("index", "partial", None.class, Partial.class)
            .only(NO_CONDITION, POSTGRESQL, SQLITE)
            .rows(ROWS)
            .expect("+ index item.ix_item"),
        Case.of("index", "condition changed", Partial.class, OtherPart.class)
            .only(NO_CONDITION, POSTGRESQL, SQLITE)
            .rows(ROWS)
            .expect("- index item.ix_item", "+ index item.ix_item"));
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

  interface OnA {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "a"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface OnAB {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "a, b"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface OnBA {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "b, a"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Descending {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "a desc"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Renamed {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_a", columnList = "a"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Unnamed {
    @Entity(name = "Item")
    @Table(indexes = @Index(columnList = "a"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface NullsLast {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "(a) desc nulls last"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Lower {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "(lower(a))"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Upper {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "(upper(a))"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface Partial {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "a", options = "where b is not null"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }

  interface OtherPart {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item", columnList = "a", options = "where c is not null"))
    class Item {
      @Id Long id;
      String a;
      String b;
      String c;
    }
  }
}
