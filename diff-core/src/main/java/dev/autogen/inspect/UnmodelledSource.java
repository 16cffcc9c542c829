package dev.autogen.inspect;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a database knows of its objects beyond the model: triggers, privileges, storage,
 * comments of indexes. Whoever drops such an object needs more than the model to make it again.
 */
public final class UnmodelledSource {

  /**
   * Something that an object has.
   *
   * @param object what has it
   * @param detail what it is, in words
   * @param restoring the statement that gives it back to the object, if one does
   */
  public record Unmodelled(ObjectName object, String detail, Optional<String> restoring) {

    /** Something that nothing gives back. */
    public Unmodelled(ObjectName object, String detail) {
      this(object, detail, Optional.empty());
    }
  }

  private final Connection connection;
  private final Dialect dialect;

  public UnmodelledSource(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /**
   * @param schemas the schemas looked at besides that of the connection, as names of the model
   * @throws InspectionException if the catalog cannot be read
   */
  public List<Unmodelled> read(Collection<String> schemas) {
    String own = dialect.toDatabase(DatabaseSource.connectionSchema(connection, dialect));
    List<String> stored = new ArrayList<>(List.of(own));
    schemas.stream().map(dialect::toDatabase).filter(s -> !s.equals(own)).forEach(stored::add);
    DatabaseNames names = new DatabaseNames(dialect, own);
    try {
      return dialect.catalog().unmodelled(stored).rows(connection).stream()
          .map(
              row ->
                  new Unmodelled(object(row, names), row.text("DETAIL"), row.find("RESTORED_BY")))
          .toList();
    } catch (SQLException e) {
      throw new InspectionException(
          "Cannot read what is dropped besides what the model knows: "
              + e.getMessage()
              + ". Check what the user may read.",
          e);
    }
  }

  private static ObjectName object(CatalogRow row, DatabaseNames names) {
    QualifiedName owner = names.table(row);
    String name = names.name(row.text("OBJECT_NAME"));
    return new ObjectName(ObjectName.Kind.valueOf(row.text("OBJECT_KIND")), owner, name);
  }
}
