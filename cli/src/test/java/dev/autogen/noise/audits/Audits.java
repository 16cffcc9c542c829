package dev.autogen.noise.audits;

import dev.autogen.noise.model.Values;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** Entities whose history Envers keeps. */
public interface Audits {

  @Embeddable
  class Price {
    BigDecimal amount;

    @Column(length = 3)
    String unit;
  }

  @Entity(name = "Article")
  @Audited
  class Article {
    @Id Long id;

    @Column(nullable = false, unique = true, length = 70)
    String title;

    @Lob String body;
    @NotAudited String secret;
    @Embedded Price price;

    @Enumerated(EnumType.STRING)
    Values.Color color;

    @ManyToOne Article above;
    @ElementCollection Set<String> keywords;
    @ElementCollection @OrderColumn List<Integer> scores;
    @ElementCollection Map<String, String> texts;
    @ManyToMany Set<Shelf> shelves;

    @OneToMany
    @JoinColumn(name = "article_ref")
    @AuditJoinTable(name = "article_shelf_history")
    Set<Shelf> owned;
  }

  @Entity(name = "Shelf")
  @Audited
  @AuditTable("shelf_history")
  class Shelf {
    @Id Long id;
    String place;
  }
}
