package dev.autogen.inspect.model.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

@Entity
public class Validated {

  @Id Long id;

  @NotNull String required;

  @NotBlank
  @Size(max = 17)
  String sized;

  @Min(3)
  int least;

  @Digits(integer = 5, fraction = 2)
  BigDecimal digits;
}
