package dev.autogen.inspect.model.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

@Embeddable
public class BookKey implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(length = 13)
  String isbn;

  int edition;

  @Override
  public boolean equals(Object other) {
    return other instanceof BookKey that && edition == that.edition && isbn.equals(that.isbn);
  }

  @Override
  public int hashCode() {
    return Objects.hash(isbn, edition);
  }
}
