package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dry run says that others wait for. */
class DefiningStatementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table only shop.users add column fax text | shop.users: neither read",
        "alter table if exists users drop constraint fk | users: neither read",
        "alter table a add constraint fk foreign key (b) references b (id) | a: read, but not written; b: read, but not written",
        "alter table a validate constraint fk | ",
        "create unique index ix on users (lower(email)) | users: read, but not written",
        "create index concurrently ix on users (email) | ",
        "create table a (id bigint, b bigint references \"B\" (id)) | \"B\": read, but not written",
        "create table a (id bigint) | ",
        "drop index ix | the table of index ix: neither read",
        "drop table if exists users cascade | users: neither read",
        "create sequence users_seq | ",
        "comment on table users is 'x' | ",
        "update users set a = 1 | "
      })
  void tellsWhatOthersWaitForOnPostgresql(String sql, String waiting) {
    Dialect dialect = Dialects.named("postgresql", 16, 0);
    List<String> waits =
        dialect.locks(sql).stream().map(lock -> lock.replaceAll(" (nor|by) .*", "")).toList();
    assertEquals(waiting == null ? "" : waiting, String.join("; ", waits));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql | alter table `users` add column a int | `users`: begins when no transaction uses it",
        "mariadb | drop index ix on users | users: begins when no transaction uses it",
        "mysql | insert into users values (1) | ",
        "h2 | alter table users add column a int | users: neither read nor written by others",
        "sqlite | create index ix on users (a) | the whole database: not written by others until the migration ends",
        "sqlite | select 1 | "
      })
  void tellsWhatOthersWaitForElsewhere(String engine, String sql, String waiting) {
    List<String> locks = Dialects.named(engine, 8, 0).locks(sql);
    assertEquals(
        waiting == null ? "" : waiting,
        String.join("; ", locks.stream().map(lock -> lock.replaceAll(";.*", "")).toList()));
  }
}
