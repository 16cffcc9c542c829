package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlObstaclesTest {

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb"})
  void countsWhatIsTrueOrFalseBeforeATextThatIsTooShortForIt(String name) {
    Dialect dialect = Dialects.named(name, 0, 0);
    AlterColumn change =
        new AlterColumn(
            QualifiedName.parse("module"),
            Column.of("encrypted", new ColumnType("boolean")),
            Column.of("encrypted", new ColumnType("varchar(1)")));

    assertEquals(
        Optional.of("encrypted is not null and (char_length(if(encrypted, 'true', 'false')) > 1)"),
        dialect.unconvertible(change));
  }
}
