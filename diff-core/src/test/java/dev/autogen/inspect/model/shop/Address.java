package dev.autogen.inspect.model.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Address {

  @Column(length = 80)
  String street;

  @Column(length = 9, nullable = false)
  String zip;
}
