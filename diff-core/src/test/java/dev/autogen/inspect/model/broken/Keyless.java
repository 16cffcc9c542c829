package dev.autogen.inspect.model.broken;

import jakarta.persistence.Entity;

@Entity
public class Keyless {
  String name;
}
