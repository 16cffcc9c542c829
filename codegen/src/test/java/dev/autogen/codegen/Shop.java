package dev.autogen.codegen;

import dev.autogen.change.ChangeSet;
import dev.autogen.migration.KnownSchema;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small shop's schema and what becomes of it: for migrations that a person reads. */
final class Shop {

  static final QualifiedName USERS = QualifiedName.of("users");
  static final QualifiedName PREFERENCES = QualifiedName.of("user_preferences");

  private Shop() {}

  static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }

  static Column required(String name, String type) {
    return column(name, type).withNullable(false);
  }

  static Column id() {
    return required("id", "bigint")
        .withIdentity(Optional.of(Identity.of(Identity.Mode.BY_DEFAULT)));
  }

  static Table users() {
    return Table.of(
        USERS,
        List.of(
            id(),
            required("email", "varchar(100)"),
            column("fax", "varchar(40)"),
            required("status", "varchar(16)").withDefaultValue(Optional.of("'NEW'"))),
        List.of(
            new PrimaryKey("users_pkey", List.of("id")),
            new Check("users_status_check", "status in ('NEW', 'OPEN')")),
        List.of(Index.of("ix_users_fax", "fax")));
  }

  static Table preferences() {
    return Table.of(
        PREFERENCES,
        List.of(
            id(),
            required("user_id", "bigint"),
            column("theme", "varchar(20)").withDefaultValue(Optional.of("'light'")),
            required("created_at", "timestamp(6) with time zone")),
        List.of(new PrimaryKey("user_preferences_pkey", List.of("id"))),
        List.of());
  }

  static ForeignKey preferencesToUsers() {
    return ForeignKey.of("fk_user_preferences_user", List.of("user_id"), USERS, List.of("id"))
        .withActions(Action.CASCADE, Action.NO_ACTION);
  }

  static Schema withUsers() {
    return Schema.of(List.of(), List.of(users()), List.of(), List.of());
  }

  static MigrationRequest.Header header(String id, String message) {
    return new MigrationRequest.Header(
        id,
        Links.after(List.of("51c0aa9d8e77")),
        message,
        Instant.parse("2026-11-21T10:12:00.123Z"),
        Optional.of("7.4.6.Final"));
  }

  static MigrationRequest request(
      MigrationRequest.Header header,
      List<String> origins,
      ChangeSet upgrade,
      Schema before,
      Map<ObjectName, String> declared) {
    KnownSchema after = new KnownSchema(before);
    for (var change : upgrade.changes()) {
      after = after.after(change);
    }
    return new MigrationRequest(
        header,
        "db.migrations",
        origins,
        upgrade,
        List.of(),
        upgrade.reverse(),
        List.of(),
        before,
        after.schema(),
        new TreeMap<>(declared),
        new TreeSet<>());
  }
}
