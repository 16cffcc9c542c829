package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineTest {

  @ParameterizedTest
  @CsvSource({"h2,2,4", "postgresql,17,0", "mysql,8,0", "mariadb,11,4"})
  void takesAVersionOfTodayWhereNoneIsNamed(String name, int major, int minor) {
    DatabaseVersion assumed = Dialects.named(name, 0, 0).version();

    assertEquals(major, assumed.major());
    assertEquals(minor, assumed.minor());
  }
}
