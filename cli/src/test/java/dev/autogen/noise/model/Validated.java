package dev.autogen.noise.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/** What Bean Validation says of columns. */
@Entity(name = "Validated")
public class Validated {
  @Id Long id;
  @NotNull Integer required;
  @NotBlank String text;
  @NotEmpty String filled;

  @Size(max = 17)
  String shorter;

  @Digits(integer = 6, fraction = 2)
  BigDecimal amount;

  @Min(3)
  @Max(90)
  int bounded;

  @NotNull UUID token;
}
