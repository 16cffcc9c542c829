package dev.autogen.inspect.model.shop;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.List;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
public class Book {

  @EmbeddedId BookKey id;

  @NaturalId
  @Column(length = 20)
  String code;

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  @JoinColumn(name = "main_author_id", foreignKey = @ForeignKey(name = "fk_book_author"))
  @OnDelete(action = OnDeleteAction.CASCADE)
  Author mainAuthor;

  @ManyToOne
  @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Author without;

  @ManyToOne
  @JoinColumn(
      foreignKey =
          @ForeignKey(
              name = "fk_custom",
              foreignKeyDefinition =
                  "foreign key (custom_id) references author (id) on update cascade"))
  Author custom;

  @OneToOne Author single;

  @ManyToOne
  @JoinColumn(name = "self_isbn", referencedColumnName = "isbn")
  @JoinColumn(name = "self_ed", referencedColumnName = "edition")
  Book self;

  @OneToMany
  @OrderColumn(name = "ord")
  List<Chapter> chapters;
}
