package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks a database how it writes the defaults, conditions and expressions that entities declare.
 * Each declared expression that means the same as the database's own takes over the database's
 * text, so that what differs afterwards differs in truth.
 *
 * <p>Text is compared first. What differs is declared to the database on temporary tables, all at
 * once, and read back through the same queries. If one of them is refused they are tried one by
 * one; what is still refused is not compared. Nothing is ever evaluated.
 */
public final class DeclaredExpressions {

  /** What the names of scratch tables start with. */
  private static final String PREFIX = "scratch_autogen_";

  /**
   * What came of it.
   *
   * @param declaration the declaration, with the database's text where that says the same
   * @param notCompared what could not be told; its text is the database's too, so that nothing is
   *     proposed for it
   */
  public record Compared(Declaration declaration, List<NotCompared> notCompared) {
    public Compared {
      notCompared = List.copyOf(notCompared);
    }
  }

  private final Connection connection;
  private final Dialect dialect;

  /**
   * @param connection a connection that is in no transaction whose locks matter: temporary tables
   *     are made in it and taken back
   */
  public DeclaredExpressions(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /**
   * Compares the expressions of the tables that both sides have. Nothing of it stays behind.
   *
   * @throws InspectionException if the connection fails; an expression that the database refuses is
   *     no such failure
   */
  public Compared compare(Declaration ours, Schema theirs) {
    return compare(ours, theirs, theirs);
  }

  /**
   * The same where things are to be renamed before anything else.
   *
   * @param theirs the database's schema after the renames
   * @param asItIs the database's schema as it is asked
   */
  public Compared compare(Declaration ours, Schema theirs, Schema asItIs) {
    Map<String, ExpressionProbe> probes = new LinkedHashMap<>();
    for (Table table : ours.schema().tables()) {
      theirs
          .tables()
          .find(table.name().toString())
          .map(found -> ExpressionProbe.of(table, found, ours.implicitNames()))
          .filter(probe -> !probe.asked().isEmpty())
          .ifPresent(probe -> probes.put(PREFIX + (probes.size() + 1), probe));
    }
    if (probes.isEmpty()) {
      return new Compared(ours, List.of());
    }
    SortedMap<ObjectName, String> refused = new TreeMap<>();
    List<EnumType> newTypes = newTypes(ours.schema(), asItIs);
    Map<String, Table> answers = answers(probes, newTypes, refused);
    Map<String, Table> retyped = retyped(probes, newTypes);
    Map<QualifiedName, Table> compared = new HashMap<>();
    probes.forEach(
        (prefix, probe) ->
            compared.put(
                probe.ours().name(),
                adopted(probe, prefix, new Answers(answers, retyped), refused.keySet())));
    return new Compared(
        ours.withSchema(
            ours.schema()
                .withTables(
                    ours.schema()
                        .tables()
                        .map(table -> compared.getOrDefault(table.name(), table)))),
        refused.entrySet().stream()
            .map(entry -> new NotCompared(entry.getKey(), entry.getValue()))
            .toList());
  }

  /**
   * What the database says, by prefix.
   *
   * @param declared of what is declared
   * @param retyped of its own checks, over the types that are declared
   */
  private record Answers(Map<String, Table> declared, Map<String, Table> retyped) {}

  private static Table adopted(
      ExpressionProbe probe, String prefix, Answers answers, Set<ObjectName> refused) {
    ExpressionAdoption adoption = new ExpressionAdoption(probe);
    Table known = probe.ours();
    if (answers.declared().containsKey(prefix)) {
      Table read = answers.declared().get(prefix);
      known = adoption.whereEqual(known, read, prefix);
      if (answers.retyped().containsKey(prefix)) {
        known = adoption.whereRetyped(known, read, answers.retyped().get(prefix), prefix);
      }
    }
    return adoption.whereUnknown(known, refused);
  }

  /** What is refused here is no answer, and nothing to report: nobody declares it. */
  private Map<String, Table> retyped(Map<String, ExpressionProbe> probes, List<EnumType> newTypes) {
    Map<String, ExpressionProbe> retyped = new LinkedHashMap<>();
    probes.forEach(
        (prefix, probe) -> probe.retyped().ifPresent(again -> retyped.put(prefix, again)));
    return retyped.isEmpty() ? Map.of() : answers(retyped, newTypes, new TreeMap<>());
  }

  /** Types of the default schema that the database lacks, or has with other labels. */
  private static List<EnumType> newTypes(Schema ours, Schema theirs) {
    return ours.enumTypes().stream()
        .filter(type -> type.name().schema().isEmpty())
        .filter(type -> !theirs.enumTypes().find(type.name().toString()).equals(Optional.of(type)))
        .toList();
  }

  private Map<String, Table> answers(
      Map<String, ExpressionProbe> probes,
      List<EnumType> newTypes,
      SortedMap<ObjectName, String> refused) {
    try (ScratchSession session = ScratchSession.open(connection, dialect)) {
      for (EnumType type : newTypes) {
        session.create(type);
      }
      return new Round(session, probes, refused).answers();
    } catch (SQLException e) {
      throw new InspectionException(
          "Cannot compare expressions with those of "
              + dialect.version()
              + ": "
              + ScratchSession.reason(e)
              + ". Check the connection and try again.",
          e);
    }
  }

  /** One session's questions and answers. */
  private static final class Round {

    private final ScratchSession session;
    private final Map<String, ExpressionProbe> probes;
    private final SortedMap<ObjectName, String> refused;
    private final Map<String, QualifiedName> tableNames = new HashMap<>();

    Round(
        ScratchSession session,
        Map<String, ExpressionProbe> probes,
        SortedMap<ObjectName, String> refused) {
      this.session = session;
      this.probes = probes;
      this.refused = refused;
      Set<String> taken = new HashSet<>();
      probes.forEach(
          (prefix, probe) -> {
            String own = probe.ours().name().name();
            boolean shared = session.mayShareNames() && taken.add(own);
            tableNames.put(prefix, QualifiedName.of(shared ? own : prefix));
          });
    }

    /** The scratch tables as read back, by prefix. */
    Map<String, Table> answers() throws SQLException {
      List<Table> all = new ArrayList<>();
      probes.forEach((prefix, probe) -> all.add(scratch(prefix, probe.asked(), false)));
      if (session.create(all).isPresent()) {
        Optional<String> refusal = session.refusal(PREFIX + 0);
        if (refusal.isPresent()) {
          probes.values().forEach(probe -> refuse(probe, refusal.get()));
          return Map.of();
        }
        for (Map.Entry<String, ExpressionProbe> entry : probes.entrySet()) {
          createWhatGoes(entry.getKey(), entry.getValue());
        }
      }
      Schema read = session.read();
      Map<String, Table> answers = new HashMap<>();
      tableNames.forEach(
          (prefix, name) ->
              read.tables().find(name.toString()).ifPresent(table -> answers.put(prefix, table)));
      return answers;
    }

    private Table scratch(String prefix, Collection<ObjectName> some, boolean whole) {
      return probes.get(prefix).scratch(tableNames.get(prefix), prefix, some, whole);
    }

    /** Finds out what is refused, one by one, and makes the table with the rest. */
    private void createWhatGoes(String prefix, ExpressionProbe probe) throws SQLException {
      if (create(scratch(prefix, probe.asked(), true)).isEmpty()) {
        return;
      }
      List<ObjectName> accepted = new ArrayList<>();
      for (ObjectName object : probe.asked()) {
        Table alone = scratch(prefix, List.of(object), true);
        Optional<String> refusal = create(alone);
        if (refusal.isPresent()) {
          refused.put(object, refusal.get());
        } else {
          accepted.add(object);
          session.drop(List.of(alone));
        }
      }
      if (!accepted.isEmpty()) {
        create(scratch(prefix, accepted, true))
            .ifPresent(reason -> accepted.forEach(object -> refused.put(object, reason)));
      }
    }

    private Optional<String> create(Table table) throws SQLException {
      return session.create(List.of(table));
    }

    private void refuse(ExpressionProbe probe, String reason) {
      probe.asked().forEach(object -> refused.put(object, reason));
    }
  }
}
