package dev.autogen.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.autogen.change.Change;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropEnumType;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.codegen.ChangeCode.Drops;
import dev.autogen.codegen.Code.Chain;
import dev.autogen.migration.Declarations;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;
import dev.autogen.migration.Types;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes a migration class. The same request gives the same bytes. Writes no file and decides
 * nothing about the changes or their order.
 */
public final class MigrationWriter {

  private static final int WIDTH = 100;
  private static final int JAVADOC_WIDTH = WIDTH - " * ".length();
  private static final int MOST_ORIGINS = 4;

  /** The source of the class that the request describes. */
  public MigrationSource write(MigrationRequest request) {
    MigrationRequest.Header revision = request.revision();
    String className = MigrationName.of(revision.id(), revision.message()).className();
    List<Chain> upgrade = upgrade(request);
    List<Chain> downgrade = downgrade(request);
    List<Chain> entities = DeclarationsCode.of(request.declared(), request.withdrawn());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className)
            .addJavadoc("$L", javadoc(request))
            .addAnnotation(annotation(revision))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(Migration.class);
    Bodies bodies =
        new Bodies(type, Stream.of(upgrade, downgrade, entities).flatMap(List::stream).toList());
    bodies.add("upgrade", ClassName.get(Operations.class), "op", upgrade);
    bodies.add("downgrade", ClassName.get(Operations.class), "op", downgrade);
    if (!entities.isEmpty()) {
      bodies.add("entities", ClassName.get(Declarations.class), "declared", entities);
    }
    JavaFile.Builder file =
        JavaFile.builder(request.packageName(), type.build())
            .indent("  ")
            .skipJavaLangImports(true);
    if (Stream.of(upgrade, downgrade).flatMap(List::stream).anyMatch(MigrationWriter::hasType)) {
      file.addStaticImport(Types.class, "*");
    }
    String path =
        request.packageName().isEmpty()
            ? className
            : request.packageName().replace('.', '/') + "/" + className;
    return new MigrationSource(
        className, path + ".java", formatted(file.build().toString(), revision));
  }

  private static List<Chain> upgrade(MigrationRequest request) {
    List<Chain> steps =
        new ArrayList<>(ChangeCode.of(request.upgrade(), request.before(), Drops.IN_FULL));
    steps.addAll(grounds(request.upgrade().changes()), executed(request.preparing()));
    steps.addAll(executed(request.seeds()));
    return List.copyOf(steps);
  }

  /** What {@code preparing} made goes before what it was made of. */
  private static List<Chain> downgrade(MigrationRequest request) {
    List<Chain> steps =
        new ArrayList<>(ChangeCode.of(request.downgrade(), request.after(), Drops.BY_NAME));
    List<Change> backwards = new ArrayList<>(request.downgrade().changes());
    Collections.reverse(backwards);
    int behind = request.preparing().isEmpty() ? 0 : grounds(backwards);
    steps.addAll(steps.size() - behind, executed(request.restoring()));
    return List.copyOf(steps);
  }

  /** How many changes at the beginning are of what types may be made of, or made in. */
  private static int grounds(List<Change> changes) {
    return (int)
        changes.stream()
            .takeWhile(
                change ->
                    change instanceof CreateSchema
                        || change instanceof CreateSequence
                        || change instanceof CreateEnumType
                        || change instanceof DropSchema
                        || change instanceof DropSequence
                        || change instanceof DropEnumType)
            .count();
  }

  private static List<Chain> executed(List<String> statements) {
    return statements.stream().map(ChangeCode::execute).toList();
  }

  private static String javadoc(MigrationRequest request) {
    String message = Literal.javadoc(request.revision().message());
    boolean empty =
        request.upgrade().isEmpty()
            && request.downgrade().isEmpty()
            && request.declared().isEmpty()
            && request.withdrawn().isEmpty();
    String review =
        empty
            ? "Without steps so far: write them, then commit."
            : generatedFrom(request.origins()) + ". Review, then commit.";
    return wrapped(message.isEmpty() ? "Without a message." : message)
        + "\n\n"
        + wrapped("<p>" + review)
        + "\n";
  }

  private static String generatedFrom(List<String> origins) {
    if (origins.isEmpty()) {
      return "Generated";
    }
    List<String> named =
        origins.stream()
            .limit(MOST_ORIGINS)
            .map(origin -> "{@code " + Literal.javadoc(origin) + "}")
            .toList();
    int more = origins.size() - named.size();
    return "Generated from "
        + String.join(", ", named)
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** In lines that leave room for the asterisk. */
  private static String wrapped(String words) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : words.split(" ")) {
      boolean fits = column + 1 + word.length() <= JAVADOC_WIDTH;
      text.append(column == 0 ? "" : fits ? " " : "\n").append(word);
      column = column > 0 && fits ? column + 1 + word.length() : word.length();
    }
    return text.toString();
  }

  private static AnnotationSpec annotation(MigrationRequest.Header revision) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(Revision.class);
    members(revision).forEach((name, value) -> annotation.addMember(name, "$L", value));
    return annotation.build();
  }

  private static Map<String, String> members(MigrationRequest.Header revision) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", Literal.string(revision.id()));
    members.putAll(list("revises", revision.links().revises()));
    members.putAll(list("branchLabels", revision.links().branchLabels()));
    members.putAll(list("dependsOn", revision.links().dependsOn()));
    members.putAll(list("replaces", revision.links().replaces()));
    members.put(
        "created", Literal.string(revision.created().truncatedTo(ChronoUnit.SECONDS).toString()));
    members.put("message", Literal.string(revision.message()));
    revision.hibernateVersion().ifPresent(v -> members.put("hibernate", Literal.string(v)));
    return members;
  }

  /** One value stands alone, several in braces, none not at all. */
  private static Map<String, String> list(String name, List<String> values) {
    List<String> literals = values.stream().map(Literal::string).toList();
    return switch (literals.size()) {
      case 0 -> Map.of();
      case 1 -> Map.of(name, literals.get(0));
      default -> Map.of(name, "{" + String.join(", ", literals) + "}");
    };
  }

  /**
   * What a formatter would change in JavaPoet's text: an annotation on more lines than it needs, an
   * empty body on two. No literal holds a line break, so only code is met.
   */
  private static String formatted(String text, MigrationRequest.Header revision) {
    List<String> members = new ArrayList<>();
    members(revision).forEach((name, value) -> members.add(name + " = " + value));
    String line = "@Revision(" + String.join(", ", members) + ")";
    String lines = String.join(",\n    ", members);
    String broken =
        members.stream()
            .map(member -> fits(member) ? member : member.replaceFirst(" = ", " =\n        "))
            .collect(Collectors.joining(",\n    ", "@Revision(\n    ", ")"));
    return text.replace("@Revision(\n    " + lines + "\n)", line.length() <= WIDTH ? line : broken)
        .replace(" implements Migration {\n", " implements Migration {\n\n")
        .replace("(Operations op) {\n  }\n", "(Operations op) {}\n");
  }

  private static boolean fits(String member) {
    return "    ".length() + member.length() + ",".length() <= WIDTH;
  }

  /** Whether it calls something without a receiver: only types are written so. */
  private static boolean hasType(Code code) {
    if (code instanceof Code.Chain chain) {
      return chain.receiver().isEmpty()
          || chain.calls().stream()
              .flatMap(call -> call.arguments().stream())
              .anyMatch(MigrationWriter::hasType);
    }
    if (code instanceof Code.Lambda lambda) {
      return hasType(lambda.body());
    }
    return code instanceof Code.Block block
        && block.statements().stream().anyMatch(MigrationWriter::hasType);
  }
}
