package com.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a user has ordered. */
@Entity
@Table(
    name = "orders",
    indexes = @Index(name = "ix_orders_customer_id", columnList = "customer_id, placed_at desc"))
public class Order {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders_seq")
  @SequenceGenerator(name = "orders_seq", sequenceName = "orders_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  @JoinColumn(foreignKey = @ForeignKey(name = "fk_orders_customer"))
  private User customer;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  private OrderStatus status = OrderStatus.NEW;

  @Column(nullable = false)
  private Instant placedAt;

  @Embedded
  @AttributeOverride(
      name = "street",
      column = @Column(name = "ship_to_street", length = 100, nullable = false))
  @AttributeOverride(
      name = "postcode",
      column = @Column(name = "ship_to_postcode", length = 12, nullable = false))
  @AttributeOverride(
      name = "city",
      column = @Column(name = "ship_to_city", length = 60, nullable = false))
  private Address shipTo;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<OrderItem> items = new ArrayList<>();

  @Version private int version;

  protected Order() {}

  public Order(User customer, Address shipTo, Instant placedAt) {
    this.customer = customer;
    this.shipTo = shipTo;
    this.placedAt = placedAt;
  }

  public void add(Product product, int quantity) {
    items.add(new OrderItem(this, product, quantity));
  }

  public OrderStatus status() {
    return status;
  }
}
