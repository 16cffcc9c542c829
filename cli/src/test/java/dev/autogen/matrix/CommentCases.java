package dev.autogen.matrix;

import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.stream.Stream;

/** Comments on tables and columns. */
final class CommentCases {

  private static final String ROWS = "insert into item (id, name) values (1, 'one')";

  private CommentCases() {}

  static Stream<Case> all() {
    return Stream.of(
            Case.of("comment", "of a table, added", None.class, OnTable.class)
                .rows(ROWS)
                .expect("~ comment item Things to buy"),
            Case.of("comment", "of a table, changed", OnTable.class, OnTableOther.class)
                .rows(ROWS)
                .expect("~ comment item"),
            Case.of("comment", "of a table, dropped", OnTable.class, None.class)
                .rows(ROWS)
                .expect("~ comment item removed"),
            Case.of("comment", "of a column, added", None.class, OnColumn.class)
                .rows(ROWS)
                .expect("~ column item.name comment *"),
            Case.of("comment", "of a column, changed", OnColumn.class, OnColumnOther.class)
                .rows(ROWS)
                .expect("~ column item.name comment *"),
            Case.of("comment", "of a column, dropped", OnColumn.class, None.class)
                .rows(ROWS)
                .expect("~ column item.name comment removed"))
        .map(one -> one.without(SQLITE, "there are no comments"));
  }

  interface None {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface OnTable {
    @Entity(name = "Item")
    @Table(comment = "Things to buy")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface OnTableOther {
    @Entity(name = "Item")
    @Table(comment = "All \\u0022sold\" */ $L here")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface OnColumn {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(comment = "What it is called")
      String name;
    }
  }

  interface OnColumnOther {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(comment = "The buyer\"s word for it\nin two lines")
      String name;
    }
  }
}
