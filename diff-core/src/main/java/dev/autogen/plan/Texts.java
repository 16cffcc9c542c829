package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL expressions that a thing holds or a change brings, on either of its sides. */
final class Texts {

  private Texts() {}

  static List<String> of(Index index) {
    List<String> texts = new ArrayList<>();
    index.parts().stream().filter(IndexPart::expression).map(IndexPart::text).forEach(texts::add);
    index.where().ifPresent(texts::add);
    return texts;
  }

  static List<String> of(Change change) {
    List<String> texts = new ArrayList<>();
    if (change instanceof AddColumn add) {
      texts.addAll(of(add.column(), add.fill()));
    } else if (change instanceof DropColumn drop) {
      texts.addAll(of(drop.column(), drop.fill()));
    } else if (change instanceof AlterColumn alter) {
      texts.addAll(of(alter.from(), alter.fill()));
      texts.addAll(of(alter.to(), Optional.empty()));
    } else if (change instanceof AddConstraint add) {
      texts.addAll(of(add.constraint()));
    } else if (change instanceof DropConstraint drop) {
      texts.addAll(of(drop.constraint()));
    } else if (change instanceof CreateIndex create) {
      texts.addAll(of(create.index()));
    } else if (change instanceof DropIndex drop) {
      texts.addAll(of(drop.index()));
    } else if (change instanceof CreateTable create) {
      texts.addAll(of(create.definition()));
    } else if (change instanceof DropTable drop) {
      texts.addAll(of(drop.definition()));
    }
    return texts;
  }

  private static List<String> of(Table table) {
    List<String> texts = new ArrayList<>();
    table.columns().forEach(column -> texts.addAll(of(column, Optional.empty())));
    table.constraints().forEach(constraint -> texts.addAll(of(constraint)));
    table.indexes().forEach(index -> texts.addAll(of(index)));
    return texts;
  }

  private static List<String> of(Column column, Optional<String> fill) {
    List<String> texts = new ArrayList<>(column.defaultValue().stream().toList());
    column.generated().map(Generated::expression).ifPresent(texts::add);
    fill.ifPresent(texts::add);
    return texts;
  }

  private static List<String> of(Constraint constraint) {
    return constraint instanceof Check check ? List.of(check.expression()) : List.of();
  }
}
