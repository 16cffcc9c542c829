package dev.autogen.inspect.entity;

import dev.autogen.inspect.StructType;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.tool.schema.spi.Exporter;

/** Reads the composite types of the bound mapping, those first that others are made of. */
final class StructTypes {

  private StructTypes() {}

  static List<StructType> read(BootMetadata boot, ModelNames names) {
    List<StructType> types = new ArrayList<>();
    for (Namespace namespace : boot.metadata().getDatabase().getNamespaces()) {
      for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
        if (type instanceof UserDefinedObjectType struct) {
          types.add(read(struct, boot, names));
        }
      }
    }
    return types;
  }

  private static StructType read(UserDefinedObjectType type, BootMetadata boot, ModelNames names) {
    Exporter<UserDefinedType> exporter = boot.hibernateDialect().getUserDefinedTypeExporter();
    SqlStringGenerationContext context = boot.qualifyingContext();
    Identifier schema = Identifier.toIdentifier(type.getSchema(), type.isSchemaQuoted());
    return new StructType(
        new QualifiedName(names.schema(schema), names.of(type.getNameIdentifier())),
        type.getColumns().stream()
            .map(
                part ->
                    Column.of(
                        names.of(part),
                        names
                            .dialect()
                            .canonical(new ColumnType(part.getSqlType(boot.metadata())))))
            .toList(),
        List.of(exporter.getSqlCreateStrings(type, boot.metadata(), context)),
        List.of(exporter.getSqlDropStrings(type, boot.metadata(), context)));
  }
}
