package com.shop;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** A book. */
@Entity
@DiscriminatorValue("BOOK")
public class Book extends Product {

  @Column(length = 13)
  private String isbn;

  protected Book() {}

  public Book(String name, BigDecimal price, String isbn) {
    super(name, price);
    this.isbn = isbn;
  }
}
