package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code information_schema} says in MySQL and MariaDB, one line for each thing. They differ
 * in what they know of indexes, checks and sequences.
 */
final class MysqlCatalog {

  /** Names that a case states start with one of these and an underscore; hashes have none. */
  private static final String NAME =
      "case when lower(%1$s) regexp '^(fk|uk|ux|ix|ck)_' then %1$s"
          + " when %1$s = 'PRIMARY' then %1$s else '?' end";

  private static final String OURS =
      " %1$s.table_schema = database() and lower(%1$s.table_name) not like 'autogen\\_%%' ";

  private static final List<String> BOTH =
      List.of(
          "select concat_ws(' ', 'table', t.table_name, t.engine, t.row_format, t.table_collation,"
              + " nullif(t.create_options, ''), concat('comment ', nullif(t.table_comment, '')))"
              + " from information_schema.tables t where t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED') and"
              + OURS.formatted("t"),
          "select concat_ws(' ', 'column', concat(c.table_name, '.', c.column_name), c.column_type,"
              + " c.character_set_name, c.collation_name,"
              + " case c.is_nullable when 'NO' then 'not null' end,"
              + " concat('default ', c.column_default), nullif(c.extra, ''),"
              + " concat('as ', nullif(c.generation_expression, '')),"
              + " concat('comment ', nullif(c.column_comment, '')))"
              + " from information_schema.columns c where c.table_name not in ("
              + " select v.table_name from information_schema.views v"
              + " where v.table_schema = database()) and"
              + OURS.formatted("c"),
          "select concat_ws(' ', 'constraint', k.table_name, k.constraint_type, "
              + NAME.formatted("k.constraint_name")
              + ", (select group_concat(concat_ws(' -> ', u.column_name,"
              + "   concat(nullif(u.referenced_table_schema, database()), '.'),"
              + "   concat(u.referenced_table_name, '.', u.referenced_column_name))"
              + "   order by u.ordinal_position)"
              + "   from information_schema.key_column_usage u"
              + "   where u.table_schema = database() and u.constraint_schema = k.constraint_schema"
              + "   and u.table_name = k.table_name and u.constraint_name = k.constraint_name),"
              + " (select concat('on update ', r.update_rule, ' on delete ', r.delete_rule)"
              + "   from information_schema.referential_constraints r"
              + "   where r.constraint_schema = database()"
              + "   and r.table_name = k.table_name and r.constraint_name = k.constraint_name"
              + "   and k.constraint_type = 'FOREIGN KEY'))"
              + " from information_schema.table_constraints k"
              + " where k.constraint_type <> 'CHECK' and"
              + OURS.formatted("k"),
          "select concat_ws(' ', 'partition', p.table_name, p.partition_name, p.partition_method,"
              + " p.partition_expression, p.partition_description)"
              + " from information_schema.partitions p where p.partition_name is not null and"
              + OURS.formatted("p"),
          "select concat_ws(' ', 'trigger', trigger_name, action_timing, event_manipulation,"
              + " event_object_table, action_statement)"
              + " from information_schema.triggers where trigger_schema = database()",
          "select concat_ws(' ', 'view', table_name, view_definition, check_option)"
              + " from information_schema.views where table_schema = database()",
          "select concat_ws(' ', 'routine', routine_type, routine_name, routine_definition)"
              + " from information_schema.routines where routine_schema = database()");

  private static final List<String> MYSQL =
      List.of(
          index("s.is_visible", "coalesce(s.column_name, concat('(', s.expression, ')'))"),
          "select concat_ws(' ', 'check', k.table_name, "
              + NAME.formatted("k.constraint_name")
              + ", c.check_clause, case k.enforced when 'NO' then 'not enforced' end)"
              + " from information_schema.table_constraints k"
              + " join information_schema.check_constraints c"
              + " using (constraint_schema, constraint_name)"
              + " where k.constraint_type = 'CHECK' and"
              + OURS.formatted("k"));

  /** A check of a column has the column's name, and is another thing than one of the table. */
  private static final List<String> MARIADB =
      List.of(
          index("s.ignored", "s.column_name"),
          "select concat_ws(' ', 'check', k.table_name, k.level, "
              + "case k.level when 'Column' then k.constraint_name else "
              + NAME.formatted("k.constraint_name")
              + " end, k.check_clause)"
              + " from information_schema.check_constraints k"
              + " where k.constraint_schema = database()"
              + " and lower(k.table_name) not like 'autogen\\_%'");

  private MysqlCatalog() {}

  private static String index(String visible, String part) {
    return "select concat_ws(' ', 'index', s.table_name, "
        + NAME.formatted("s.index_name")
        + ", s.index_type, case s.non_unique when 0 then 'unique' end,"
        + " group_concat(concat_ws(' ', "
        + part
        + ", s.collation, concat('prefix ', s.sub_part)) order by s.seq_in_index),"
        + " min("
        + visible
        + "), nullif(min(s.index_comment), ''))"
        + " from information_schema.statistics s where"
        + OURS.formatted("s")
        + "group by s.table_name, s.index_name, s.index_type, s.non_unique";
  }

  /** The name stands in the queries: what a function tells, MariaDB looks for in all databases. */
  static List<String> lines(Engine engine, Statement statement) throws SQLException {
    statement.execute("set group_concat_max_len = 100000");
    String database = Catalog.query(statement, "select database()").get(0);
    List<String> lines = new ArrayList<>();
    Stream<String> own = (engine == Engine.MARIADB ? MARIADB : MYSQL).stream();
    for (String query : Stream.concat(BOTH.stream(), own).toList()) {
      lines.addAll(Catalog.query(statement, query.replace("database()", "'" + database + "'")));
    }
    if (engine == Engine.MARIADB) {
      lines.addAll(sequences(statement));
    }
    return lines.stream().map(line -> line.replace("`" + database + "`.", "")).toList();
  }

  private static List<String> sequences(Statement statement) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String name :
        Catalog.query(
            statement,
            "select table_name from information_schema.tables"
                + " where table_type = 'SEQUENCE' and table_schema = database()")) {
      lines.addAll(
          Catalog.query(
              statement,
              "select concat_ws(' ', 'sequence', '"
                  + name
                  + "', start_value, increment, minimum_value, maximum_value, cache_size,"
                  + " cycle_option) from `"
                  + name
                  + "`"));
    }
    return lines;
  }
}
