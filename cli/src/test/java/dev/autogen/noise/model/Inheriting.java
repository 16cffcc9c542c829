package dev.autogen.noise.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;

/** Classes above and below entities, and entities that are no tables. */
public interface Inheriting {

  @MappedSuperclass
  abstract class Named<T> {
    @Id T id;

    @Column(length = 60, nullable = false)
    String name;
  }

  @Entity(name = "Animal")
  @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
  class Animal extends Named<Long> {}

  @Entity(name = "Cat")
  class Cat extends Animal {
    @Column(nullable = false)
    int lives;
  }

  @Entity(name = "Dog")
  @SecondaryTable(name = "dog_detail")
  class Dog extends Animal {
    @Column(table = "dog_detail")
    String trick;
  }

  @Entity(name = "Plant")
  @Inheritance
  @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
  @DiscriminatorValue("0")
  class Plant extends Named<Integer> {}

  @Entity(name = "Tree")
  @DiscriminatorValue("7")
  class Tree extends Plant {
    int height;
  }

  @Entity(name = "Stone")
  @Inheritance
  @DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
  @DiscriminatorValue("S")
  class Stone extends Named<Short> {}

  @Entity(name = "Gem")
  @DiscriminatorValue("G")
  class Gem extends Stone {
    int carat;
  }

  @Entity(name = "Vehicle")
  @Inheritance(strategy = InheritanceType.JOINED)
  class Vehicle extends Named<Long> {}

  @Entity(name = "Car")
  class Car extends Vehicle {
    int doors;
    @ManyToOne Vehicle towed;
  }

  @Entity(name = "Truck")
  @PrimaryKeyJoinColumn(name = "truck_ref")
  @OnDelete(action = OnDeleteAction.CASCADE)
  class Truck extends Vehicle {
    int payload;
  }

  @Entity(name = "Party")
  @Inheritance(strategy = InheritanceType.JOINED)
  @DiscriminatorColumn(name = "kind", length = 12)
  abstract class Party extends Named<String> {}

  @Entity(name = "Person")
  class Person extends Party {
    String mail;
  }

  @Entity(name = "Company")
  @Table(name = "firm")
  class Company extends Party {
    String register;
  }

  @Entity(name = "Shape")
  @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  abstract class Shape {
    @Id @GeneratedValue Long id;

    @Column(unique = true, length = 40)
    String label;

    @ManyToOne Animal animal;
  }

  @Entity(name = "Circle")
  class Circle extends Shape {
    double radius;
  }

  @Entity(name = "Square")
  class Square extends Shape {
    double side;
  }

  @Embeddable
  @DiscriminatorColumn(name = "engine_kind")
  class Engine {
    int power;
  }

  @Embeddable
  class Electric extends Engine {
    int volts;
  }

  @Entity(name = "Machine")
  class Machine extends Named<Long> {
    jakarta.persistence.FetchType fetching;
    Engine engine;
  }

  @Entity(name = "Chosen")
  @Subselect("select 1 as id")
  @Immutable
  class Chosen {
    @Id Integer id;
  }

  @Entity(name = "Seen")
  @View(query = "select 1 as id")
  @Immutable
  class Seen {
    @Id Integer id;
  }
}
