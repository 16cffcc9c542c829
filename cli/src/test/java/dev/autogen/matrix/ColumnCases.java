package dev.autogen.matrix;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnDefault;

/** Columns added, dropped and renamed, with what stands on them; nullability. */
final class ColumnCases {

  private static final String ROWS =
      "insert into item (id, name) values (1, 'one'), (2, 'two'), (3, 'it''s')";
  private static final String FULL = "insert into item (id, name, fax) values (1, 'one', '555')";

  private ColumnCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("column", "added, nullable", Base.class, WithFax.class)
            .rows(ROWS)
            .expect("+ column item.fax"),
        Case.of("column", "added, not null, with a default", Base.class, RequiredDefault.class)
            .rows(ROWS)
            .expect("+ column item.stock"),
        Case.of("column", "added, not null, filled by a hint", Base.class, Required.class)
            .rows(ROWS)
            .fill("item.stock=7")
            .expect("+ column item.stock"),
        Case.of("column", "two added", Base.class, TwoMore.class)
            .rows(ROWS)
            .expect("+ column item.fax", "+ column item.phone"),
        Case.of("column", "dropped", WithFax.class, Base.class)
            .rows(FULL)
            .expect("- column item.fax"),
        Case.of("column", "dropped, not null", Required.class, Base.class)
            .rows("insert into item (id, name, stock) values (1, 'one', 5)")
            .expect("- column item.stock"),
        Case.of("column", "dropped with its index", WithIndex.class, Base.class)
            .rows(FULL)
            .expect("- column item.fax", "- index item.ix_item_fax"),
        Case.of("column", "dropped with its unique", WithUnique.class, Base.class)
            .rows(FULL)
            .expect("- column item.fax", "- unique item.*"),
        Case.of("column", "dropped with its check", WithCheck.class, Base.class)
            .rows(FULL)
            .expect("- column item.fax", "- check item.ck_item_fax"),
        Case.of("column", "dropped with its foreign key", WithOwner.class, WithoutOwner.class)
            .rows(
                "insert into person (id) values (1)",
                "insert into item (id, name, owner_id) values (1, 'one', 1)")
            .expect("- column item.owner_id", "- foreign key item.fk_item_owner"),
        Case.of("column", "renamed (hint)", WithFax.class, WithPhone.class)
            .rows(FULL)
            .rename("item.fax=item.phone")
            .expect("> column item.fax → phone"),
        Case.of("column", "renamed with its index (hint)", WithIndex.class, RenamedIndexed.class)
            .rows(FULL)
            .rename("item.fax=item.phone")
            .expect("> column item.fax → phone"),
        Case.of("column", "renamed with its check (hint)", WithCheck.class, RenamedChecked.class)
            .rows(FULL)
            .rename("item.fax=item.phone")
            .expect("> column item.fax → phone"),
        Case.of("column", "renamed without a hint: one dropped, one added", Only.class, Other.class)
            .rows("insert into item (id, fax) values (1, '555')")
            .expect("- column item.fax", "+ column item.phone"),
        Case.of("nullability", "tightened over clean rows", Base.class, NameRequired.class)
            .rows(ROWS)
            .expect("~ column item.name null → not null"),
        Case.of("nullability", "tightened over nulls (fill)", Base.class, NameRequired.class)
            .rows("insert into item (id, name) values (1, null)")
            .fill("item.name='none'")
            .converts("item.name")
            .expect("~ column item.name null → not null"),
        Case.of("nullability", "loosened", NameRequired.class, Base.class)
            .rows(ROWS)
            .expect("~ column item.name not null → null"));
  }

  interface Base {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface WithFax {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(length = 40)
      String fax;
    }
  }

  interface WithPhone {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(length = 40)
      String phone;
    }
  }

  interface TwoMore {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      String fax;
      String phone;
    }
  }

  interface RequiredDefault {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @ColumnDefault("0")
      int stock;
    }
  }

  interface Required {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      int stock;
    }
  }

  interface WithIndex {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_fax", columnList = "fax"))
    class Item {
      @Id Long id;
      String name;

      @Column(length = 40)
      String fax;
    }
  }

  interface RenamedIndexed {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_fax", columnList = "phone"))
    class Item {
      @Id Long id;
      String name;

      @Column(length = 40)
      String phone;
    }
  }

  interface WithUnique {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(unique = true)
      String fax;
    }
  }

  interface WithCheck {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(check = @CheckConstraint(name = "ck_item_fax", constraint = "fax <> ''"))
      String fax;
    }
  }

  interface RenamedChecked {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @Column(check = @CheckConstraint(name = "ck_item_fax", constraint = "phone <> ''"))
      String phone;
    }
  }

  interface WithOwner {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;

      @ManyToOne
      @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface WithoutOwner {
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

  interface Only {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String fax;
    }
  }

  interface Other {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String phone;
    }
  }

  interface NameRequired {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(nullable = false)
      String name;
    }
  }
}
