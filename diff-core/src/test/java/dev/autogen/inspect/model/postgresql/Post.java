package dev.autogen.inspect.model.postgresql;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
    name = "Post",
    schema = "blog",
    indexes = {
      @Index(name = "ix_post_expression", columnList = "(lower(title)), age desc"),
      @Index(name = "ix_post_nulls", columnList = "(age) desc nulls last"),
      @Index(name = "ix_post_partial", columnList = "title", options = "where age > 5")
    },
    uniqueConstraints =
        @UniqueConstraint(
            name = "uk_post_deferrable",
            columnNames = {"title", "age"},
            options = "deferrable initially deferred"))
public class Post {

  public enum Status {
    NEW,
    LIVE,
    GONE
  }

  @Embeddable
  public static class Part {
    String street;

    @Column(nullable = false)
    String zip;
  }

  @Id Long id;

  @PartitionKey String tenant;

  @Column(length = 50)
  String title;

  int age;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  Status status;

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, String> json;

  @Embedded
  @JdbcTypeCode(SqlTypes.JSON)
  Part part;

  String[] tags;

  List<Integer> numbers;

  @Array(length = 7)
  Integer[] seven;

  UUID token;

  @Collate("C")
  String collated;

  @Column(columnDefinition = "bigserial")
  Long counter;

  @Column(columnDefinition = "citext")
  String loose;

  @ManyToOne
  @JoinColumn(
      foreignKey = @ForeignKey(name = "fk_post_parent", options = "deferrable initially deferred"))
  Post2 parent;

  @Entity(name = "Post2")
  @Table(name = "post2")
  public static class Post2 {
    @Id Long id;

    @Column(columnDefinition = "bigint references post2 on delete set null")
    Long above;

    @Column(columnDefinition = "timestamptz default now() not null")
    java.time.OffsetDateTime at;
  }
}
