package dev.autogen.dialect.mysql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Texts of expressions as somebody wrote them: MySQL's information schema shows each of their bytes
 * as a character of Latin-1, so that one letter beyond ASCII becomes two or three.
 */
final class MysqlLetters {

  private MysqlLetters() {}

  /** The text, or the same where it is not shown in that way. */
  static String written(String shown) {
    boolean plain = shown.chars().allMatch(c -> c < 0x80);
    if (plain || shown.chars().anyMatch(c -> c > 0xff)) {
      return shown;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(shown.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException asItIs) {
      return shown;
    }
  }
}
