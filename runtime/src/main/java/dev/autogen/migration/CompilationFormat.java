package dev.autogen.migration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A {@link Compilation} as bytes, and back. */
final class CompilationFormat {

  private CompilationFormat() {}

  static byte[] write(Compilation compilation) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(compilation.classes().size());
    for (CompiledClass compiled : compilation.classes()) {
      out.writeUTF(compiled.name());
      out.writeUTF(compiled.sourceFile());
      out.writeInt(compiled.bytes().length);
      out.write(compiled.bytes());
    }
    out.writeInt(compilation.entries().size());
    for (Compilation.Entry entry : compilation.entries()) {
      out.writeUTF(entry.className());
      out.writeUTF(entry.sourceFile());
      out.writeUTF(entry.checksum());
      write(entry.header(), out);
    }
    return bytes.toByteArray();
  }

  private static void write(MigrationScript.Header header, DataOutputStream out)
      throws IOException {
    out.writeUTF(header.id());
    write(header.links().revises(), out);
    write(header.links().dependsOn(), out);
    write(header.links().branchLabels(), out);
    write(header.links().replaces(), out);
    out.writeUTF(header.created());
    out.writeUTF(header.message());
    out.writeUTF(header.hibernate());
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static Compilation read(byte[] content) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    List<CompiledClass> classes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.add(new CompiledClass(in.readUTF(), in.readUTF(), in.readNBytes(in.readInt())));
    }
    List<Compilation.Entry> entries = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String className = in.readUTF();
      String sourceFile = in.readUTF();
      String checksum = in.readUTF();
      entries.add(new Compilation.Entry(header(in), className, sourceFile, checksum));
    }
    return new Compilation(classes, entries);
  }

  private static MigrationScript.Header header(DataInputStream in) throws IOException {
    String id = in.readUTF();
    var links = new MigrationScript.Links(texts(in), texts(in), texts(in), texts(in));
    return new MigrationScript.Header(id, links, in.readUTF(), in.readUTF(), in.readUTF());
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
