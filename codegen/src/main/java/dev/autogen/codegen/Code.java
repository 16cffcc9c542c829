package dev.autogen.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of Java as a tree, so that its lines can be broken where a formatter would. */
sealed interface Code {

  /** On one line. */
  String flat();

  /** Whether it takes several lines, however short. */
  boolean broken();

  /** A string literal, or several joined where a class file takes no constant of that length. */
  static Code string(String text) {
    List<String> pieces = Literal.pieces(text);
    return pieces.size() == 1
        ? new Text(Literal.string(text))
        : variable("String").call("join", "", pieces);
  }

  static Code number(long value) {
    return new Text(Literal.number(value));
  }

  /** A call without a receiver. */
  static Chain call(String name, Code... arguments) {
    return new Chain("", List.of(new Call(name, List.of(arguments))));
  }

  /** A variable, to be called. */
  static Chain variable(String name) {
    return new Chain(name, List.of());
  }

  /** What stands as it is. */
  record Text(String text) implements Code {
    @Override
    public String flat() {
      return text;
    }

    @Override
    public boolean broken() {
      return false;
    }
  }

  /** A method's name and what it is given. */
  record Call(String name, List<Code> arguments) {

    public Call {
      arguments = List.copyOf(arguments);
    }

    String flat() {
      return name + arguments.stream().map(Code::flat).collect(Collectors.joining(", ", "(", ")"));
    }

    boolean broken() {
      return arguments.stream().anyMatch(Code::broken);
    }
  }

  /** Calls, each on what the one before returns. {@code receiver} may be empty. */
  record Chain(String receiver, List<Call> calls) implements Code {

    public Chain {
      calls = List.copyOf(calls);
    }

    Chain call(String name, Code... arguments) {
      List<Call> more = new ArrayList<>(calls);
      more.add(new Call(name, List.of(arguments)));
      return new Chain(receiver, more);
    }

    /** A call with strings only. */
    Chain call(String name, String first, List<String> others) {
      return call(
          name,
          Stream.concat(Stream.of(first), others.stream()).map(Code::string).toArray(Code[]::new));
    }

    /** A call with strings only. */
    Chain strings(String name, String... arguments) {
      return call(name, Arrays.stream(arguments).map(Code::string).toArray(Code[]::new));
    }

    @Override
    public String flat() {
      String chained = calls.stream().map(Call::flat).collect(Collectors.joining("."));
      return receiver.isEmpty() ? chained : receiver + "." + chained;
    }

    @Override
    public boolean broken() {
      return calls.stream().anyMatch(Call::broken);
    }
  }

  /** {@code parameter -> body}. */
  record Lambda(String parameter, Chain body) implements Code {
    @Override
    public String flat() {
      return body.calls().isEmpty() ? parameter + " -> {}" : parameter + " -> " + body.flat();
    }

    @Override
    public boolean broken() {
      return body.broken();
    }
  }

  /** A lambda of several statements. */
  record Block(String parameter, List<Chain> statements) implements Code {

    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public String flat() {
      return parameter + " -> {}";
    }

    @Override
    public boolean broken() {
      return !statements.isEmpty();
    }
  }
}
