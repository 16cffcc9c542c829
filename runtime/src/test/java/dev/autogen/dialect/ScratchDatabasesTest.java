package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statements a scratch database does not hold. */
class ScratchDatabasesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "postgresql | true | create role reporting",
        "postgresql | true | /* who; reads */ CREATE /* a */ USER reporting",
        "postgresql | true | create table a (id int); drop group g",
        "postgresql | true | do $$ begin if true then create role r; end if; end $$",
        "postgresql | true | do $a$ begin execute format('create role %I', 'it''s'); end $a$",
        "postgresql | true | insert into t values ($$it's$$); alter database shop set a = 1",
        "postgresql | true | grant admin to bob",
        "postgresql | true | grant connect on database shop to bob",
        "postgresql | true | select dblink_exec('dbname=shop', 'delete from users')",
        "postgresql | true | copy users to program 'mail'",
        "postgresql | false | grant select on users to bob with grant option",
        "postgresql | false | revoke grant option for select on users from bob",
        "postgresql | false | create user mapping for bob server s",
        "postgresql | false | alter table users drop role",
        "postgresql | false | insert into audit values ('create role r')",
        "postgresql | false | insert into a values (1) on conflict do nothing",
        "postgresql | false | create table role (database text, \"create role \" int)",
        "postgresql | false | create function f() returns trigger as $$ begin return new; end $$",
        "mysql | true | create user 'a'@'%' identified by 'b'",
        "mysql | true | grant select on users to a",
        "mysql | true | set global max_connections = 5",
        "mysql | true | set @@global.max_connections = 5",
        "mysql | true | create database if not exists crm",
        "mysql | true | /*!50003 drop user a */",
        "mysql | true | select * from users into outfile 'a'",
        "mysql | false | alter database character set utf8mb4",
        "mysql | false | set @a = @@global.max_connections",
        "mysql | false | set foreign_key_checks = 0",
        "mysql | false | update users set a = case when b then c else reset end",
        "mysql | false | alter table users drop role, change a b int",
        "h2 | true | create force linked table a('', '', '', '', 'b')",
        "h2 | false | create user bob password ''",
        "sqlite | true | attach database 'shop.db' as shop",
        "sqlite | true | vacuum into 'copy.db'",
        "sqlite | false | vacuum"
      })
  void tellsWhatReachesBeyondOne(String product, boolean beyond, String sql) {
    assertEquals(beyond, Dialects.named(product, 0, 0).scratchDatabases().reachesBeyond(sql), sql);
  }
}
