package dev.autogen.inspect.model.shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class ColorConverter implements AttributeConverter<Color, String> {

  @Override
  public String convertToDatabaseColumn(Color color) {
    return color == null ? null : color.name().substring(0, 1);
  }

  @Override
  public Color convertToEntityAttribute(String text) {
    return null;
  }
}
