package dev.autogen.noise.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.NativeGenerator;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.UuidGenerator;

/** Primary keys, and where their values come from. */
public interface Identities {

  @Entity(name = "ByAuto")
  class ByAuto {
    @Id @GeneratedValue Long id;
    @Version int version;
  }

  @Entity(name = "ByIdentity")
  class ByIdentity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Version Instant version;
  }

  @Entity(name = "BySequence")
  class BySequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "by_gen")
    @SequenceGenerator(
        name = "by_gen",
        sequenceName = "by_sq",
        initialValue = 100,
        allocationSize = 20)
    Long id;
  }

  @Entity(name = "BySmallSequence")
  class BySmallSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "small_sq", allocationSize = 1)
    int id;
  }

  @Entity(name = "ByTable")
  class ByTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
  }

  @Entity(name = "ByOwnTable")
  class ByOwnTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "own_gen")
    @TableGenerator(
        name = "own_gen",
        table = "own_numbers",
        pkColumnName = "who",
        valueColumnName = "upto",
        pkColumnValue = "owner",
        initialValue = 5,
        allocationSize = 10)
    Long id;
  }

  @Entity(name = "ByNative")
  class ByNative {
    @Id @GeneratedValue @NativeGenerator Long id;
  }

  @Entity(name = "ByUuid")
  class ByUuid {
    @Id @UuidGenerator UUID id;
  }

  @Entity(name = "ByUuidText")
  class ByUuidText {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Column(length = 36)
    String id;
  }

  /** In another order than the alphabet's. */
  @Embeddable
  record OrderKey(@Column(length = 10) String shop, int number, long line) {}

  @Entity(name = "Purchase")
  class Purchase {
    @EmbeddedId OrderKey key;
    @ManyToOne Purchase prior;
  }

  /** Of two columns, the later letter first. */
  record OtherKey(int b, int a) {}

  @Entity(name = "Other")
  @IdClass(OtherKey.class)
  class Other {
    @Id int b;
    @Id int a;
    @ManyToOne Other next;
  }

  /** Of both ends. */
  record PairKey(Long second, Long first, String kind) {}

  @Entity(name = "Pairing")
  @IdClass(PairKey.class)
  class Pairing {
    @Id @ManyToOne ByAuto second;
    @Id @ManyToOne BySequence first;

    @Id
    @Column(length = 5)
    String kind;
  }

  @Entity(name = "Detail")
  class Detail {
    @Id Long id;
    @MapsId @OneToOne ByAuto owner;
  }

  /** One part is the other's key. */
  @Embeddable
  record LineKey(Long parent, int position) {}

  @Entity(name = "PurchaseLine")
  class PurchaseLine {
    @EmbeddedId LineKey key;

    @MapsId("parent")
    @ManyToOne
    ByAuto parent;
  }

  @Entity(name = "Partitioned")
  class Partitioned {
    @Id Long id;

    @PartitionKey
    @Column(length = 20)
    String part;
  }
}
