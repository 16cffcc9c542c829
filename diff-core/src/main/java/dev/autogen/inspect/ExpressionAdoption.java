package dev.autogen.inspect;

import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives declared expressions the database's text. */
final class ExpressionAdoption {

  private static final Pattern WORD = Pattern.compile("'(?:[^']|'')*'|[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final ExpressionProbe probe;

  ExpressionAdoption(ExpressionProbe probe) {
    this.probe = probe;
  }

  /**
   * The table with the database's text wherever that is how the database writes what is declared.
   *
   * @param table the table as declared, or as far as adopted already
   * @param answer the scratch table, read back
   * @param prefix the prefix of the names in it
   */
  Table whereEqual(Table table, Table answer, String prefix) {
    return table
        .withColumns(table.columns().map(column -> ifEqual(column, answer)))
        .withConstraints(
            table
                .constraints()
                .map(
                    constraint ->
                        constraint instanceof Check check
                            ? ifEqual(check, answer, prefix)
                            : constraint))
        .withIndexes(table.indexes().map(index -> ifEqual(index, answer, prefix)));
  }

  private Column ifEqual(Column column, Table answer) {
    Optional<Column> written = answer.columns().find(column.name());
    Optional<Column> found = probe.theirs().columns().find(column.name());
    if (written.isEmpty() || found.isEmpty()) {
      return column;
    }
    Column adopted = column;
    if (isAsked(Kind.COLUMN_DEFAULT, column)
        && written.get().defaultValue().equals(found.get().defaultValue())) {
      adopted = withTheirDefault(adopted);
    }
    if (isAsked(Kind.COLUMN_GENERATED, column)
        && written
            .get()
            .generated()
            .map(Generated::expression)
            .equals(found.get().generated().map(Generated::expression))) {
      adopted = withTheirGenerated(adopted);
    }
    return adopted;
  }

  private Constraint ifEqual(Check check, Table answer, String prefix) {
    ObjectName name = probe.name(check);
    if (!probe.asked().contains(name)) {
      return check;
    }
    return answer
        .constraints()
        .find(probe.scratchName(prefix, name))
        .map(Check.class::cast)
        .map(Check::expression)
        .filter(text -> probe.candidates(check).stream().anyMatch(c -> c.expression().equals(text)))
        .map(text -> new Check(check.name(), text))
        .orElse(check);
  }

  private Index ifEqual(Index index, Table answer, String prefix) {
    ObjectName name = probe.name(index);
    if (!probe.asked().contains(name)) {
      return index;
    }
    return answer
        .indexes()
        .find(probe.scratchName(prefix, name))
        .map(ExpressionTexts::of)
        .filter(
            texts ->
                probe.candidates(index).stream().anyMatch(c -> ExpressionTexts.of(c).equals(texts)))
        .map(texts -> ExpressionTexts.replaced(index, texts))
        .orElse(index);
  }

  /**
   * The table with the database's text for checks that differ from it only as long as a column has
   * its old type.
   *
   * @param answer the scratch table, read back
   * @param theirs the same with the database's checks
   */
  Table whereRetyped(Table table, Table answer, Table theirs, String prefix) {
    return table.withConstraints(
        table
            .constraints()
            .map(
                constraint ->
                    constraint instanceof Check check
                            && written(check, answer, prefix).isPresent()
                            && written(check, answer, prefix).equals(written(check, theirs, prefix))
                        ? probe.namesake(check).orElse(check)
                        : constraint));
  }

  private Optional<Constraint> written(Check check, Table answer, String prefix) {
    return answer.constraints().find(probe.scratchName(prefix, probe.name(check)));
  }

  /** The table with the database's text for what could not be compared, where it has any. */
  Table whereUnknown(Table table, Set<ObjectName> unknown) {
    return table
        .withColumns(
            table
                .columns()
                .map(
                    column ->
                        unknown.contains(probe.name(Kind.COLUMN_DEFAULT, column))
                            ? withTheirDefault(column)
                            : column)
                .map(
                    column ->
                        unknown.contains(probe.name(Kind.COLUMN_GENERATED, column))
                            ? withTheirGenerated(column)
                            : column))
        .withConstraints(
            table
                .constraints()
                .map(
                    constraint ->
                        constraint instanceof Check check && unknown.contains(probe.name(check))
                            ? withTheirText(check)
                            : constraint))
        .withIndexes(
            table
                .indexes()
                .map(index -> unknown.contains(probe.name(index)) ? withTheirTexts(index) : index));
  }

  private boolean isAsked(Kind kind, Column column) {
    return probe.asked().contains(probe.name(kind, column));
  }

  private Column withTheirDefault(Column column) {
    return column.withDefaultValue(probe.theirs().column(column.name()).defaultValue());
  }

  private Column withTheirGenerated(Column column) {
    Optional<Generated> theirs = probe.theirs().column(column.name()).generated();
    return column.withGenerated(
        column
            .generated()
            .map(own -> new Generated(theirs.orElse(own).expression(), own.stored())));
  }

  /** Its namesake's, else that of a check which mentions the same columns. */
  private Check withTheirText(Check check) {
    List<Check> candidates = probe.candidates(check);
    return candidates.stream()
        .filter(other -> other.name().equals(check.name()))
        .findFirst()
        .or(
            () ->
                candidates.stream()
                    .filter(other -> columns(other).equals(columns(check)))
                    .findFirst())
        .map(other -> new Check(check.name(), other.expression()))
        .orElse(check);
  }

  private Set<String> columns(Check check) {
    Set<String> words =
        WORD.matcher(check.expression())
            .results()
            .map(word -> word.group().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return probe.theirs().columns().names().stream()
        .filter(column -> words.contains(column.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private Index withTheirTexts(Index index) {
    List<Index> candidates = probe.candidates(index);
    return candidates.stream()
        .filter(other -> other.name().equals(index.name()))
        .findFirst()
        .map(other -> ExpressionTexts.replaced(index, ExpressionTexts.of(other)))
        .orElse(index);
  }
}
