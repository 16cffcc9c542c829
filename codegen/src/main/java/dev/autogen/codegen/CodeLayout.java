package dev.autogen.codegen;

import dev.autogen.codegen.Code.Block;
import dev.autogen.codegen.Code.Call;
import dev.autogen.codegen.Code.Chain;
import dev.autogen.codegen.Code.Lambda;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes code in lines of at most 100 columns, as google-java-format breaks them: a chain that does
 * not fit has each call on a line of its own, arguments that do not fit go to the next line
 * together, or else each to its own. A string is never broken.
 */
final class CodeLayout {

  private static final int WIDTH = 100;
  private static final int CONTINUATION = 4;
  private static final int BLOCK = 2;
  private static final Pattern FORMAT = Pattern.compile("^\".*(%|\\{[0-9]})");

  private final StringBuilder out = new StringBuilder();
  private int lineStart;

  private CodeLayout() {}

  /** Statements, each on lines of its own, that stand {@code indent} columns from the margin. */
  static String statements(List<Chain> statements, int indent) {
    CodeLayout layout = new CodeLayout();
    for (Chain statement : statements) {
      layout.pad(indent);
      layout.chain(statement, indent, ";");
      layout.out.append(";\n");
      layout.lineStart = layout.out.length();
    }
    return layout.out.toString();
  }

  /**
   * @param suffix what follows on the same line whatever happens, and must find room there
   */
  private void code(Code code, int indent, String suffix) {
    if (!code.broken() && fits(code.flat() + suffix)) {
      out.append(code.flat());
    } else if (code instanceof Chain chain) {
      chain(chain, indent, suffix);
    } else if (code instanceof Lambda lambda) {
      out.append(lambda.parameter()).append(" ->");
      newLine(indent + CONTINUATION);
      chain(lambda.body(), indent + CONTINUATION, suffix);
    } else if (code instanceof Block block) {
      block(block, indent);
    } else {
      out.append(code.flat());
    }
  }

  private void chain(Chain chain, int indent, String suffix) {
    if (!chain.broken() && fits(chain.flat() + suffix)) {
      out.append(chain.flat());
      return;
    }
    boolean single = chain.calls().size() == 1;
    int inner = single ? indent : indent + CONTINUATION;
    boolean together = single || chain.receiver().length() <= CONTINUATION;
    out.append(chain.receiver());
    for (int i = 0; i < chain.calls().size(); i++) {
      if (i > 0 || !together) {
        newLine(inner);
      }
      out.append(i > 0 || !chain.receiver().isEmpty() ? "." : "");
      call(chain.calls().get(i), inner, i == chain.calls().size() - 1 ? suffix : "");
    }
  }

  private void call(Call call, int indent, String suffix) {
    if (!call.broken() && fits(call.flat() + suffix) || call.arguments().isEmpty()) {
      out.append(call.flat());
      return;
    }
    out.append(call.name()).append('(');
    int inner = indent + CONTINUATION;
    newLine(inner);
    String flat = call.flat().substring(call.name().length() + 1);
    if (!call.broken() && fits(flat + suffix)) {
      out.append(flat);
      return;
    }
    int last = call.arguments().size() - 1;
    int first = 0;
    if (last > 0 && looksLikeFormat(call.arguments().get(0))) {
      code(call.arguments().get(0), inner, ",");
      out.append(',');
      newLine(inner);
      String rest = flat.substring(call.arguments().get(0).flat().length() + ", ".length());
      if (!call.broken() && fits(rest + suffix)) {
        out.append(rest);
        return;
      }
      first = 1;
    }
    for (int i = first; i < last; i++) {
      code(call.arguments().get(i), inner, ",");
      out.append(',');
      newLine(inner);
    }
    code(call.arguments().get(last), inner, ")" + suffix);
    out.append(')');
  }

  /** The formatter keeps what follows such a string together: it might be printf's arguments. */
  private static boolean looksLikeFormat(Code argument) {
    return FORMAT.matcher(argument.flat()).find();
  }

  private void block(Block block, int indent) {
    out.append(block.parameter()).append(" -> {");
    for (Chain statement : block.statements()) {
      newLine(indent + BLOCK);
      chain(statement, indent + BLOCK, ";");
      out.append(';');
    }
    newLine(indent);
    out.append('}');
  }

  private boolean fits(String text) {
    return out.length() - lineStart + text.length() <= WIDTH;
  }

  private void newLine(int indent) {
    out.append('\n');
    lineStart = out.length();
    pad(indent);
  }

  private void pad(int indent) {
    out.append(" ".repeat(indent));
  }
}
