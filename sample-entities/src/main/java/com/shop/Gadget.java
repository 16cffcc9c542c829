package com.shop;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** Something with a plug. */
@Entity
@DiscriminatorValue("GADGET")
public class Gadget extends Product {

  private Integer warrantyMonths;

  protected Gadget() {}

  public Gadget(String name, BigDecimal price, int warrantyMonths) {
    super(name, price);
    this.warrantyMonths = warrantyMonths;
  }
}
