package dev.autogen.noise.elsewhere;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.envers.Audited;

/** The second schema is called the same wherever it is one. */
public interface Elsewhere {

  /** The schema, and the database where schemas are databases. */
  String SECOND = "autogen_second";

  /** Two words. */
  enum Kind {
    NEW,
    OLD
  }

  @Entity(name = "HereItem")
  @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "name"))
  class HereItem {
    @Id @GeneratedValue Long id;

    @Column(unique = true, length = 40)
    String name;

    @ManyToOne ThereItem there;
    @ManyToMany Set<ThereItem> many;

    @ElementCollection
    @CollectionTable(name = "item_words", schema = Elsewhere.SECOND, catalog = Elsewhere.SECOND)
    List<String> words;
  }

  /** Of the same name as the other, with an index of the same name. */
  @Entity(name = "ThereItem")
  @Table(
      name = "item",
      schema = Elsewhere.SECOND,
      catalog = Elsewhere.SECOND,
      indexes = @Index(name = "ix_item", columnList = "name"),
      uniqueConstraints = @UniqueConstraint(columnNames = {"name", "kind"}))
  @SecondaryTable(name = "item_detail", schema = Elsewhere.SECOND, catalog = Elsewhere.SECOND)
  class ThereItem {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "there_sq")
    @SequenceGenerator(name = "there_sq", schema = Elsewhere.SECOND, catalog = Elsewhere.SECOND)
    Long id;

    @Column(length = 30)
    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(table = "item_detail")
    String detail;

    @ManyToOne HereItem here;
    @ManyToOne ThereItem parent;

    @ManyToMany
    @JoinTable(name = "item_item", schema = Elsewhere.SECOND, catalog = Elsewhere.SECOND)
    Set<HereItem> others;

    @ElementCollection Map<String, Integer> counts;
  }

  @Entity(name = "ThereBase")
  @Table(schema = Elsewhere.SECOND, catalog = Elsewhere.SECOND)
  @Inheritance(strategy = InheritanceType.JOINED)
  class ThereBase {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "there_numbers")
    @TableGenerator(
        name = "there_numbers",
        table = "there_numbers",
        schema = Elsewhere.SECOND,
        catalog = Elsewhere.SECOND)
    Long id;
  }

  @Entity(name = "HereSub")
  class HereSub extends ThereBase {
    String more;
  }

  @Entity(name = "ThereNumbered")
  @Table(schema = Elsewhere.SECOND, catalog = Elsewhere.SECOND)
  @Audited
  class ThereNumbered {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;
  }
}
