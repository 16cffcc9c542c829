package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What servers answer to those who may not come in. */
class DatabaseErrorsTest {

  private static String connecting(String message, String state, int code) {
    return DatabaseErrors.connecting(
        "jdbc:mysql://db/shop", Optional.of("ann"), new SQLException(message, state, code));
  }

  @Test
  void takesASettingForNoTimeThatRanOut() {
    assertEquals(
        "Cannot connect to jdbc:mysql://db/shop: Data conversion error converting \"10s\"; SQL"
            + " statement: SET LOCK_TIMEOUT '10s'.",
        connecting(
            "Data conversion error converting \"10s\"; SQL statement:\nSET LOCK_TIMEOUT '10s'",
            "22018",
            22018));
  }

  @Test
  void tellsAFailedHandshakeFromSilence() {
    SQLException thrown = new SQLException("Communications link failure", "08S01");
    thrown.initCause(new SSLHandshakeException("PKIX path building failed"));
    assertEquals(
        "Cannot connect to jdbc:mysql://db/shop: the encrypted connection failed: PKIX path"
            + " building failed. Correct what the URL says of TLS, or have the server's certificate"
            + " trusted.",
        DatabaseErrors.connecting("jdbc:mysql://db/shop", Optional.of("ann"), thrown));
  }

  @Test
  void tellsAMissingGrantFromAWrongPassword() {
    assertEquals(
        "Cannot connect to jdbc:mysql://db/shop: the password is right, but the user \"ann\" has no"
            + " rights on that database. Have them granted, or correct the URL or --user.",
        connecting("Access denied for user 'ann'@'%' to database 'shop'", "42000", 1044));
    assertEquals(
        "Cannot connect to jdbc:mysql://db/shop: the database refused the password for user \"ann\"."
            + " Set AUTOGEN_PASSWORD, or use --password-file; check --user.",
        connecting("Access denied for user 'ann'@'%' (using password: YES)", "28000", 1045));
  }
}
