package dev.autogen.inspect.model.shop;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;

/** The forms of inheritance, and entities that are no tables. */
public final class Animals {

  private Animals() {}

  @Entity(name = "Animal")
  @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
  @DiscriminatorColumn(name = "kind", length = 10)
  public static class Animal {
    @Id Long id;
  }

  @Entity(name = "Cat")
  public static class Cat extends Animal {
    @Column(nullable = false)
    int lives;
  }

  @Entity(name = "Vehicle")
  @Inheritance(strategy = InheritanceType.JOINED)
  public static class Vehicle {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;

    String vin;
  }

  @Entity(name = "Car")
  public static class Car extends Vehicle {
    int doors;
  }

  @Entity(name = "Shape")
  @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  public abstract static class Shape {
    @Id @GeneratedValue Long id;

    @Column(unique = true)
    String label;
  }

  @Entity(name = "Circle")
  public static class Circle extends Shape {
    double radius;
  }

  @Entity(name = "Square")
  public static class Square extends Shape {
    double side;
  }

  @Entity(name = "Soft")
  @SoftDelete
  public static class Soft {
    @Id Long id;
  }

  @Entity(name = "Sub")
  @Subselect("select id from author")
  @Immutable
  public static class Sub {
    @Id Long id;
  }

  @Entity(name = "AuthorView")
  @View(query = "select id, email from author")
  @Immutable
  public static class AuthorView {
    @Id Long id;
    String email;
  }
}
