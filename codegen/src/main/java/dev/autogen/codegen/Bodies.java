package dev.autogen.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.autogen.codegen.Code.Block;
import dev.autogen.codegen.Code.Call;
import dev.autogen.codegen.Code.Chain;
import dev.autogen.codegen.Code.Lambda;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Puts statements into the class's methods. A method of a class file holds 64 KB and a class 65,535
 * constants: statements that would be too many go to methods of their own, and if the whole is too
 * large for one class, those methods to classes of their own.
 */
final class Bodies {

  private static final int MOST_BYTES_OF_METHOD = 24_000;
  private static final int MOST_LITERALS_OF_CLASS = 15_000;
  private static final int BODY_INDENT = 4;

  private final TypeSpec.Builder type;
  private final boolean nested;

  /**
   * @param statements all statements of all methods, to see how large the class becomes
   */
  Bodies(TypeSpec.Builder type, List<Chain> statements) {
    this.type = type;
    this.nested = statements.stream().mapToInt(Bodies::literals).sum() > MOST_LITERALS_OF_CLASS;
  }

  /** A public method that overrides one of {@code Migration}. */
  void add(String name, ClassName parameterType, String parameter, List<Chain> statements) {
    List<List<Chain>> parts = parts(statements);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(parameterType, parameter);
    if (parts.size() == 1) {
      type.addMethod(method.addCode(code(statements, BODY_INDENT)).build());
      return;
    }
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = name + (i + 1);
      method.addStatement(
          nested ? "$L.run($L)" : "$L($L)", nested ? className(part) : part, parameter);
      methods.add(part(nested ? "run" : part, parameterType, parameter, parts.get(i)));
    }
    type.addMethod(method.build());
    for (int i = 0; i < methods.size(); i++) {
      if (nested) {
        type.addType(
            TypeSpec.classBuilder(className(name + (i + 1)))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addMethod(methods.get(i))
                .build());
      } else {
        type.addMethod(methods.get(i));
      }
    }
  }

  private MethodSpec part(
      String name, ClassName parameterType, String parameter, List<Chain> statements) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(
            nested ? List.of(Modifier.STATIC) : List.of(Modifier.PRIVATE, Modifier.STATIC))
        .addParameter(parameterType, parameter)
        .addCode(code(statements, nested ? BODY_INDENT + 2 : BODY_INDENT))
        .build();
  }

  /** JavaPoet indents each line itself, so the layout's own margin is taken off again. */
  private static CodeBlock code(List<Chain> statements, int indent) {
    String text = CodeLayout.statements(statements, indent);
    return CodeBlock.of("$L", text.replaceAll("(?m)^ {" + indent + "}", ""));
  }

  private static String className(String method) {
    return Character.toUpperCase(method.charAt(0)) + method.substring(1);
  }

  private List<List<Chain>> parts(List<Chain> statements) {
    List<List<Chain>> parts = new ArrayList<>();
    List<Chain> part = new ArrayList<>();
    parts.add(part);
    int bytes = 0;
    int literals = 0;
    for (Chain statement : statements) {
      bytes += bytes(statement);
      literals += literals(statement);
      if (!part.isEmpty() && (bytes > MOST_BYTES_OF_METHOD || literals > MOST_LITERALS_OF_CLASS)) {
        part = new ArrayList<>();
        parts.add(part);
        bytes = bytes(statement);
        literals = literals(statement);
      }
      part.add(statement);
    }
    return parts;
  }

  /** At most: each string may take an array store, each lambda is a method of its own. */
  private static int bytes(Code code) {
    if (code instanceof Chain chain) {
      return 4
          + chain.calls().stream()
              .mapToInt(call -> 12 + call.arguments().stream().mapToInt(Bodies::bytes).sum())
              .sum();
    }
    return 9;
  }

  private static int literals(Code code) {
    if (code instanceof Chain chain) {
      return chain.calls().stream()
          .map(Call::arguments)
          .flatMap(List::stream)
          .mapToInt(Bodies::literals)
          .sum();
    }
    if (code instanceof Lambda lambda) {
      return 3 + literals(lambda.body());
    }
    return code instanceof Block block
        ? 3 + block.statements().stream().mapToInt(Bodies::literals).sum()
        : 1;
  }
}
