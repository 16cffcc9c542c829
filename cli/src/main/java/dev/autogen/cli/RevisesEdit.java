package dev.autogen.cli;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.autogen.migration.MigrationScript;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Changes what a migration's source says it revises, and leaves the rest byte for byte. */
final class RevisesEdit {

  private RevisesEdit() {}

  /**
   * The source with that one parent.
   *
   * @throws Failure if the annotation is not found in it
   */
  static String of(String source, MigrationScript script, String parent) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new Failure("To change a migration needs a JDK; this Java has no compiler.");
    }
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, problem -> {}, null, null, List.of(file(source)));
    CompilationUnitTree unit = task.parse().iterator().next();
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    String className = script.origin().className();
    AnnotationTree annotation =
        named(unit.getTypeDecls(), className.substring(className.lastIndexOf('.') + 1)).stream()
            .flatMap(type -> type.getModifiers().getAnnotations().stream())
            .filter(RevisesEdit::isRevision)
            .findFirst()
            .orElseThrow(
                () -> new Failure("There is no @Revision in " + script.origin() + " to change."));
    String value = "\"" + parent + "\"";
    Optional<ExpressionTree> old = member(annotation, "revises");
    if (old.isPresent()) {
      return replaced(source, unit, positions, old.get(), value);
    }
    ExpressionTree id = member(annotation, "id").orElseThrow();
    int end = (int) positions.getEndPosition(unit, id);
    return source.substring(0, end) + ", revises = " + value + source.substring(end);
  }

  /** The class of that name, or within others as in {@code Outer$Inner}. */
  private static Optional<ClassTree> named(List<? extends Tree> declared, String name) {
    for (Tree tree : declared) {
      if (tree instanceof ClassTree type) {
        String own = type.getSimpleName().toString();
        Optional<ClassTree> found =
            name.startsWith(own + "$")
                ? named(type.getMembers(), name.substring(own.length() + 1))
                : Optional.of(type).filter(it -> own.equals(name));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String replaced(
      String source, CompilationUnitTree unit, SourcePositions positions, Tree tree, String value) {
    return source.substring(0, (int) positions.getStartPosition(unit, tree))
        + value
        + source.substring((int) positions.getEndPosition(unit, tree));
  }

  private static boolean isRevision(AnnotationTree annotation) {
    String type = annotation.getAnnotationType().toString();
    return type.substring(type.lastIndexOf('.') + 1).equals("Revision");
  }

  private static Optional<ExpressionTree> member(AnnotationTree annotation, String name) {
    return annotation.getArguments().stream()
        .filter(AssignmentTree.class::isInstance)
        .map(AssignmentTree.class::cast)
        .filter(assignment -> assignment.getVariable().toString().equals(name))
        .map(AssignmentTree::getExpression)
        .findFirst();
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Migration.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
