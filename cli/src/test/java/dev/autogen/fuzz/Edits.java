package dev.autogen.fuzz;

import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Made-up edits to a model. Renames come first, so that a hint names a thing as the database does.
 * What they make can be undone: it holds for the rows that there are, and for those that a
 * downgrade brings back with neutral values.
 */
final class Edits {

  /** Attempts at an edit that the model can take. */
  private static final int PATIENCE = 40;

  private final Parts parts;
  private final Vocabulary vocabulary;
  private final Made made;
  private final List<Function<Schema, Optional<Edit>>> kinds = new ArrayList<>();

  Edits(Parts parts, Vocabulary vocabulary) {
    this.parts = parts;
    this.vocabulary = vocabulary;
    this.made = new Made(vocabulary::name);
    TableEdits tables = new TableEdits(parts, vocabulary, made);
    ColumnEdits columns = new ColumnEdits(parts, vocabulary, made);
    KeyEdits keys = new KeyEdits(parts, vocabulary, made);
    kinds.addAll(tables.kinds());
    kinds.addAll(columns.kinds());
    kinds.addAll(keys.kinds());
    kinds.addAll(new ObjectEdits(parts, vocabulary, made).kinds());
  }

  List<Edit> edits(Schema before, int count) {
    List<Edit> edits = new ArrayList<>();
    Schema schema = before;
    for (Edit rename : renames(before)) {
      if (edits.size() < count) {
        schema = rename.change().apply(schema);
        edits.add(rename);
      }
    }
    for (int attempt = 0; edits.size() < count && attempt < PATIENCE; attempt++) {
      Optional<Edit> edit =
          parts.pick(kinds).apply(schema).map(made -> made.checked(vocabulary::possible));
      try {
        schema = edit.isEmpty() ? schema : edit.get().change().apply(schema);
        edit.ifPresent(edits::add);
      } catch (SchemaException refused) {
        continue;
      }
    }
    return edits;
  }

  private List<Edit> renames(Schema before) {
    List<Edit> renames = new ArrayList<>();
    QualifiedName table = parts.pick(before.tables().toList()).name();
    if (parts.chance(6)) {
      QualifiedName to = table.named(made.name("renamed"));
      made.keep(to.toString());
      renames.add(
          Edit.of("rename " + table, new RenameTable(table, to)::applyTo)
              .renaming(table + "=" + to));
      table = to;
    }
    Table other = parts.pick(before.tables().toList());
    List<Column> columns = other.columns().stream().filter(c -> !c.name().equals("id")).toList();
    if (parts.chance(5) && !columns.isEmpty() && !made.keeps(table.toString())) {
      String from = parts.pick(columns).name();
      String to = made.name("Renamed");
      made.keep(other.name().toString());
      made.keep(other.name() + "." + to);
      renames.add(
          Edit.of(
                  "rename " + other.name() + "." + from,
                  new RenameColumn(other.name(), from, to)::applyTo)
              .renaming(other.name() + "." + from + "=" + other.name() + "." + to));
    }
    return renames;
  }
}
