package dev.autogen.noise.model;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;

/** References, collections and parts. */
public interface Associations {

  /** Two letters. */
  enum Side {
    LEFT,
    RIGHT
  }

  @Embeddable
  class Country {
    @Column(length = 2)
    String code;

    @ManyToOne Tag flag;
  }

  @Embeddable
  class Address {
    String street;

    @Column(nullable = false, length = 10)
    String zip;

    @Embedded Country country;
  }

  @Entity(name = "Tag")
  class Tag {
    @Id Long id;

    @Column(unique = true, nullable = false, length = 30)
    String slug;

    @ManyToMany(mappedBy = "tags")
    Set<Item> items;
  }

  @Entity(name = "Item")
  @Table(
      indexes = {
        @Index(columnList = "name"),
        @Index(name = "ix_item_two", columnList = "name desc, rank_of"),
        @Index(name = "ux_item_rank", columnList = "rank_of", unique = true)
      },
      uniqueConstraints = {
        @UniqueConstraint(columnNames = {"rank_of", "name"}),
        @UniqueConstraint(
            name = "uk_item_parent",
            columnNames = {"parent_id", "name"})
      })
  @SecondaryTable(name = "item_detail", pkJoinColumns = @PrimaryKeyJoinColumn(name = "item_ref"))
  @SecondaryTable(
      name = "item_more",
      foreignKey = @ForeignKey(name = "fk_more_item"),
      indexes = @Index(columnList = "more_text"))
  class Item {
    @Id Long id;

    @Column(length = 80)
    String name;

    @Column(name = "rank_of")
    int rank;

    @Column(table = "item_detail")
    String detail;

    @Column(table = "item_more", name = "more_text", length = 90)
    String more;

    @ManyToOne Item parent;

    @ManyToOne(optional = false)
    @JoinColumn(name = "tag_slug", referencedColumnName = "slug")
    Tag bySlug;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_named"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Tag named;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Tag free;

    @ManyToOne
    @NotFound(action = NotFoundAction.IGNORE)
    Tag lost;

    @OneToOne Tag own;

    @ManyToOne
    @JoinTable(name = "item_by_table")
    Tag byTable;

    @Embedded Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 77))
    @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
    @AttributeOverride(name = "country.code", column = @Column(name = "work_code"))
    @AssociationOverride(name = "country.flag", joinColumns = @JoinColumn(name = "work_flag"))
    Address work;

    @ManyToMany Set<Tag> tags;

    @ManyToMany
    @JoinTable(
        name = "item_topic",
        joinColumns = @JoinColumn(name = "item_ref"),
        inverseJoinColumns = @JoinColumn(name = "topic_ref"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"topic_ref", "item_ref"}),
        indexes = @Index(name = "ix_topic", columnList = "topic_ref"))
    List<Tag> topics;

    @ManyToMany
    @OrderColumn(name = "place")
    @ListIndexBase(1)
    @JoinTable(name = "item_ordered")
    List<Tag> ordered;

    @OneToMany(mappedBy = "item")
    @OrderBy("text")
    List<Note> notes;

    @OneToMany
    @JoinColumn(name = "owner_ref")
    Set<Note> owned;

    @OneToMany Set<Note> joined;

    @OneToMany
    @JoinColumn(name = "listed_ref", nullable = false)
    @OrderColumn(name = "listed_at")
    List<Note> listed;

    @OneToMany(mappedBy = "item")
    @MapKey(name = "text")
    Map<String, Note> byText;
  }

  @Entity(name = "Note")
  class Note {
    @Id Long id;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Item item;

    @Column(length = 40)
    String text;
  }

  @Entity(name = "Gatherer")
  class Gatherer {
    @Id Long id;
    @ElementCollection Set<String> words;
    @ElementCollection List<String> bag;
    @ElementCollection @OrderColumn List<Address> stays;
    @ElementCollection @SortNatural SortedSet<Integer> numbers;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Side> sides;

    @ElementCollection
    @CollectionTable(
        name = "gatherer_mail",
        joinColumns = @JoinColumn(name = "who"),
        uniqueConstraints = @UniqueConstraint(columnNames = "mail"),
        indexes = @Index(columnList = "mail"))
    @Column(name = "mail", length = 90, nullable = false)
    Set<String> mails;

    @ElementCollection
    @MapKeyColumn(name = "lang", length = 2)
    @Column(name = "label")
    Map<String, String> labels;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Side, Integer> bySide;

    @ElementCollection
    @MapKeyJoinColumn(name = "tag_ref")
    Map<Tag, Address> byTag;

    @ElementCollection
    @AttributeOverride(name = "value.street", column = @Column(name = "road"))
    Map<Integer, Address> byNumber;

    @ElementCollection
    @CollectionId(column = @Column(name = "row_id"), generator = "sequence")
    @CollectionIdJavaClass(idType = Long.class)
    @CollectionTable(name = "gatherer_numbered")
    Collection<String> numbered;

    @ElementCollection @SoftDelete Set<String> soft;
  }

  @Entity(name = "Anywhere")
  class Anywhere {
    @Id Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorValue(discriminator = "T", entity = Tag.class)
    @AnyDiscriminatorValue(discriminator = "I", entity = Item.class)
    @Column(name = "kind", length = 1)
    @JoinColumn(name = "thing_id")
    Object thing;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorValue(discriminator = "T", entity = Tag.class)
    @Column(name = "kind")
    @JoinTable(
        name = "anywhere_things",
        joinColumns = @JoinColumn(name = "anywhere_id"),
        inverseJoinColumns = @JoinColumn(name = "thing_id"))
    Set<Object> things;
  }

  @Entity(name = "SoftOne")
  @SoftDelete
  class SoftOne {
    @Id Long id;
    @ManyToMany @SoftDelete Set<Tag> tags;
  }

  @Entity(name = "SoftActive")
  @SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "is_active")
  class SoftActive {
    @Id Long id;
  }

  @Entity(name = "SoftTime")
  @SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
  class SoftTime {
    @Id Long id;
  }

  /** The sides in numbers. */
  @Entity(name = "Coded")
  class Coded {
    @Id
    @JdbcTypeCode(SqlTypes.SMALLINT)
    int id;

    @OneToOne(mappedBy = "main")
    Coding coding;
  }

  @Entity(name = "Coding")
  class Coding {
    @Id long id;

    @OneToOne(optional = false)
    @JoinColumn(unique = true)
    Coded main;
  }
}
