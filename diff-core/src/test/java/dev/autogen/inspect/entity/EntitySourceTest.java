package dev.autogen.inspect.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.inspect.EntitySource;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read of the shop, fact by fact. */
class EntitySourceTest {

  private static final Dialect POSTGRESQL = Dialects.named("postgresql", 18, 0);
  private static final Declaration SHOP =
      new EntitySource(Application.shop(), POSTGRESQL).declaration();

  private static Table table(String name) {
    return SHOP.schema().table(QualifiedName.of(name));
  }

  private static Column column(String table, String column) {
    return table(table).column(column);
  }

  private static String origin(String table, String column) {
    return SHOP.origins().get(ObjectName.column(QualifiedName.of(table), column));
  }

  @Test
  void tellsWhichEntityATableComesFrom() {
    Map<ObjectName, String> origins = SHOP.origins();
    assertEquals(
        Application.SHOP + ".Author", origins.get(ObjectName.table(QualifiedName.of("author"))));
    assertEquals(
        Application.SHOP + ".Author.phones",
        origins.get(ObjectName.table(QualifiedName.of("author_phones"))));
    assertEquals(
        Application.SHOP + ".Author.books",
        origins.get(ObjectName.table(QualifiedName.of("author_book"))));
    assertEquals(
        Application.SHOP + ".Author",
        origins.get(ObjectName.sequence(QualifiedName.of("author_sq"))));
  }

  @Test
  void tellsWhichEntityATableOfNumbersComesFrom() {
    assertEquals(
        Application.SHOP + ".Animals$Vehicle",
        SHOP.origins().get(ObjectName.table(QualifiedName.of("hibernate_sequences"))));
  }

  @Test
  void knowsTheRowsThatTablesOfNumbersBeginWith() {
    assertEquals(
        Map.of(
            QualifiedName.of("hibernate_sequences"),
            List.of(
                "insert into hibernate_sequences(sequence_name, next_val) values ('default',0)")),
        SHOP.seeds());
    Declaration withoutSequences =
        new EntitySource(Application.shop(), Dialects.named("mysql", 8, 0)).declaration();
    assertEquals(
        List.of("insert into author_sq ( next_val ) values ( 100 )"),
        withoutSequences.seeds().get(QualifiedName.of("author_sq")));
  }

  @Test
  void declaresAllChecksForAMysqlOfWhichOnlyTheFirstNumbersAreSaid() {
    assertEquals(checksOnMysql(8, 4), checksOnMysql(8, 0));
  }

  private static List<String> checksOnMysql(int major, int minor) {
    return new EntitySource(Application.shop(), Dialects.named("mysql", major, minor))
        .declaration().schema().tables().stream()
            .flatMap(table -> table.checks().stream())
            .map(check -> check.expression())
            .toList();
  }

  /** Hibernate renders the names that it makes up in quotes then. */
  @Test
  void takesMadeUpNamesInQuotesForMadeUp() {
    Declaration quoted =
        new EntitySource(
                Application.shop()
                    .withSettings(Map.of("hibernate.globally_quoted_identifiers", "true")),
                POSTGRESQL)
            .declaration();
    quoted.schema().tables().stream()
        .flatMap(
            table ->
                table.foreignKeys().stream()
                    .map(k -> ObjectName.constraint(table.name(), k.name())))
        .filter(name -> name.name().startsWith("FK"))
        .forEach(name -> assertTrue(quoted.implicitNames().contains(name), name.toString()));
  }

  @Test
  void tellsWhichAttributeAColumnComesFrom() {
    assertEquals("Author.address.street", origin("author", "street"));
    assertEquals("Author.billing.street", origin("author", "bill_street"));
    assertEquals("Author.created", origin("author", "created"));
    assertEquals("Author.phones", origin("author_phones", "phones"));
    assertEquals("Author.stays.street", origin("author_stays", "street"));
    assertEquals("Author.stays", origin("author_stays", "stays_order"));
    assertEquals("Book.id.isbn", origin("book", "isbn"));
    assertEquals("Circle.label", origin("circle", "label"));
    assertEquals("Car.id", origin("car", "id"));
    assertEquals("Chapter.detail", origin("chapter_details", "detail"));
    assertEquals("Cat.lives", origin("animal", "lives"));
  }

  @Test
  void appliesValidationAndGenerators() {
    assertFalse(column("validated", "required").nullable());
    assertEquals("varchar(17)", column("validated", "sized").type().sql());
    assertFalse(column("validated", "sized").nullable());
    assertEquals("numeric(7,2)", column("validated", "digits").type().sql());
    assertEquals(1, table("validated").checks().size());
    assertFalse(column("author", "created").nullable());
  }

  @Test
  void leavesValidationOutWhereTheApplicationTurnsItOff() {
    Declaration declared =
        new EntitySource(
                Application.shop()
                    .withSettings(Map.of("jakarta.persistence.validation.mode", "none")),
                POSTGRESQL)
            .declaration();
    assertTrue(
        declared.schema().table(QualifiedName.of("validated")).column("required").nullable());
  }

  @Test
  void leavesValidationOutWhereTheApplicationHasNoProvider() {
    Declaration declared =
        new EntitySource(
                EntityOptions.of(Application.classPath(jakarta.validation.Validation.class))
                    .withClasses(List.of(Application.SHOP + ".Validated")),
                POSTGRESQL)
            .declaration();
    assertTrue(
        declared.schema().table(QualifiedName.of("validated")).column("required").nullable());
  }

  @Test
  void takesAColumnDefinitionApart() {
    Column country = column("author", "country");
    assertEquals("char(2)", country.type().sql());
    assertEquals(Optional.of("'DE'"), country.defaultValue());
    assertFalse(country.nullable());
    assertEquals("varchar(33)", column("author", "raw").type().sql());
    assertTrue(table("author").checks().stream().anyMatch(c -> c.expression().equals("raw <> ''")));
  }

  @Test
  void knowsWhichNamesNobodyStated() {
    QualifiedName author = QualifiedName.of("author");
    assertTrue(SHOP.implicitNames().contains(ObjectName.constraint(author, "author_pkey")));
    assertTrue(SHOP.implicitNames().contains(ObjectName.constraint(author, "author_login_key")));
    assertFalse(SHOP.implicitNames().contains(ObjectName.constraint(author, "uk_author_nick")));
    assertFalse(SHOP.implicitNames().contains(ObjectName.constraint(author, "ck_author_age")));
    assertFalse(SHOP.implicitNames().contains(ObjectName.index(author, "ix_author_name")));
    assertEquals(
        1,
        table("author").indexes().stream()
            .filter(index -> SHOP.implicitNames().contains(ObjectName.index(author, index.name())))
            .count());
    for (ForeignKey key : table("book").foreignKeys()) {
      assertEquals(
          !key.name().startsWith("fk_"),
          SHOP.implicitNames()
              .contains(ObjectName.constraint(QualifiedName.of("book"), key.name())),
          key.name());
    }
  }

  @Test
  void readsForeignKeys() {
    Table book = table("book");
    ForeignKey main = (ForeignKey) book.constraints().find("fk_book_author").orElseThrow();
    assertEquals(ForeignKey.Action.CASCADE, main.onDelete());
    ForeignKey custom = (ForeignKey) book.constraints().find("fk_custom").orElseThrow();
    assertEquals(ForeignKey.Action.CASCADE, custom.onUpdate());
    assertTrue(
        book.foreignKeys().stream().noneMatch(key -> key.columns().equals(List.of("without_id"))));
  }

  @Test
  void notesPropertiesThatAreDeclared() {
    ObjectName byDefault =
        new ObjectName(ObjectName.Kind.COLUMN_DEFAULT, QualifiedName.of("author"), "defaulted");
    assertEquals("Author.defaulted", SHOP.origins().get(byDefault));
    assertEquals(
        Application.SHOP + ".Author",
        SHOP.origins()
            .get(new ObjectName(ObjectName.Kind.TABLE_COMMENT, QualifiedName.of("author"), "")));
    assertFalse(
        SHOP.origins()
            .containsKey(
                new ObjectName(
                    ObjectName.Kind.COLUMN_DEFAULT, QualifiedName.of("author"), "email")));
  }

  @Test
  void passesOverViewsAndSubselects() {
    assertTrue(SHOP.schema().tables().find("authorview").isEmpty());
    assertTrue(SHOP.schema().tables().find("sub").isEmpty());
    assertTrue(SHOP.schema().tables().find("shape").isEmpty());
  }

  @Test
  void namesAsSpringBootDoes() {
    Declaration spring =
        new EntitySource(Application.shop().withNaming(EntityOptions.SPRING_NAMING), POSTGRESQL)
            .declaration();
    assertTrue(spring.schema().tables().contains("author_books"));
    assertTrue(
        spring.schema().table(QualifiedName.of("chapter")).columns().contains("the_long_name"));
    assertFalse(spring.schema().tables().contains("author_book"));
  }

  @Test
  void putsTablesIntoTheDefaultSchema() {
    EntityOptions options =
        Application.shop().withClasses(List.of()).withDefaultSchema(Optional.of("shop"));
    Declaration declared = new EntitySource(options, POSTGRESQL).declaration();
    assertTrue(declared.schema().tables().contains("shop.author"));
    assertEquals(java.util.Set.of("shop"), declared.schema().namespaces());
    Declaration public_ =
        new EntitySource(options.withDefaultSchema(Optional.of("public")), POSTGRESQL)
            .declaration();
    assertEquals(SHOP.schema(), public_.schema());
  }

  @Test
  void hasAuditTablesOnlyWithEnvers() {
    EntityOptions with =
        EntityOptions.of(Application.classPath(org.hibernate.envers.Audited.class))
            .withPackages(List.of("dev.autogen.inspect.model.audited"));
    EntityOptions without =
        EntityOptions.of(Application.classPath())
            .withPackages(List.of("dev.autogen.inspect.model.audited"));
    assertEquals(
        java.util.Set.of(
            "invoice", "invoice_aud", "invoice_labels", "invoice_labels_aud", "revinfo"),
        new EntitySource(with, POSTGRESQL).read().tables().names());
    assertEquals(
        java.util.Set.of("invoice", "invoice_labels"),
        new EntitySource(without, POSTGRESQL).read().tables().names());
  }

  @Test
  void readsWhatOnlyPostgresqlHas() {
    Declaration declared =
        new EntitySource(
                EntityOptions.of(Application.classPath())
                    .withPackages(List.of("dev.autogen.inspect.model.postgresql")),
                POSTGRESQL)
            .declaration();
    Table post = declared.schema().table(new QualifiedName("blog", "post"));
    assertEquals(List.of("id", "tenant"), post.primaryKey().orElseThrow().columns());
    assertEquals("integer[]", post.column("numbers").type().sql());
    assertEquals(Optional.of("C"), post.column("collated").collation());
    assertTrue(post.column("counter").identity().isPresent());
    assertEquals(
        List.of("GONE", "LIVE", "NEW"), declared.schema().enumTypes().toList().get(0).labels());
    assertTrue(post.indexes().find("ix_post_expression").orElseThrow().parts().get(0).expression());
    assertEquals(
        Optional.of("age > 5"), post.indexes().find("ix_post_partial").orElseThrow().where());
    assertEquals(
        Optional.of("now()"),
        declared.schema().table(QualifiedName.of("post2")).column("at").defaultValue());
  }

  @Test
  void isTheSameEachTime() {
    assertEquals(
        SHOP.schema().toString(),
        new EntitySource(Application.shop(), POSTGRESQL).read().toString());
  }

  @Test
  void hidesTheToolFromTheApplication() throws Exception {
    try (EntityClassLoader loader = new EntityClassLoader(Application.classPath())) {
      assertEquals(
          jakarta.persistence.Entity.class, loader.loadClass("jakarta.persistence.Entity"));
      for (String tools :
          List.of(
              "dev.autogen.dialect.Dialect",
              "io.github.classgraph.ClassGraph",
              "org.hibernate.envers.Audited",
              "org.hibernate.validator.HibernateValidator",
              "jakarta.validation.Validation",
              "org.junit.jupiter.api.Test")) {
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass(tools), tools);
      }
    }
  }

  @Test
  void tellsTheHibernateOfTheApplication() {
    EntityOptions options =
        EntityOptions.of(List.of(Path.of("lib", "hibernate-core-7.2.14.Final.jar")));
    assertEquals(
        Optional.of("7.2.14.Final"), new EntitySource(options, POSTGRESQL).hibernateOnClasspath());
  }
}
