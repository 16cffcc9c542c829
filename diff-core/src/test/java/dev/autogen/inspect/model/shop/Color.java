package dev.autogen.inspect.model.shop;

public enum Color {
  RED,
  GREEN,
  BLUE
}
