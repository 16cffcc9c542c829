package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseScopeTest {

  @ParameterizedTest
  @CsvSource({
    "users, users, true",
    "USERS, users, true",
    "user?, users, true",
    "qrtz_*, qrtz_jobs, true",
    "qrtz_*, my_qrtz_jobs, false",
    "a.b, a_b, false",
    "public.users, users, true",
    "crm.*, users, false",
    "*.users, users, true",
    "u+sers, users, false",
  })
  void matchesPatterns(String pattern, String table, boolean matches) {
    DatabaseScope scope = new DatabaseScope(Set.of(), List.of(), List.of(pattern));

    assertEquals(!matches, scope.includesTable("public", table));
  }

  @Test
  void excludesWhatIsIncluded() {
    DatabaseScope scope = new DatabaseScope(Set.of(), List.of("shop_*"), List.of("*_old"));

    assertTrue(scope.includesTable("public", "shop_orders"));
    assertFalse(scope.includesTable("public", "shop_orders_old"));
    assertFalse(scope.includesTable("public", "other"));
    assertTrue(scope.includesObject("public", "other_seq"));
  }
}
