package dev.autogen.product;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code autogen check} on Keycloak's 97 tables in PostgreSQL, as a whole process, beside
 * Hibernate's own {@code validate} and beside reading the mapping alone. Run by {@code make bench};
 * prints wall time, CPU time and peak memory, and the ratios within this one run. Asserts nothing.
 */
class CheckBench {

  private static final int RUNS = Integer.getInteger("bench.runs", 9);
  private static final int WARMUPS = 2;

  @TempDir Path project;

  /** One process's cost: seconds of wall clock, seconds of CPU, MiB of peak memory. */
  private record Cost(double wall, double cpu, double memory) {}

  @Test
  void measure() throws Exception {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      HibernateProcess hibernate = HibernateProcess.on(database, "hibernate");
      hibernate.create();
      Map<String, ProcessBuilder> candidates = new LinkedHashMap<>();
      candidates.put("autogen check", launcher(database));
      List<String> same = HibernateProcess.QUICK;
      candidates.put(
          "Hibernate validate", new ProcessBuilder(hibernate.command("validate", List.of())));
      candidates.put(
          "Hibernate validate, C1", new ProcessBuilder(hibernate.command("validate", same)));
      candidates.put("mapping alone", new ProcessBuilder(hibernate.command("metadata", List.of())));
      candidates.put("mapping alone, C1", new ProcessBuilder(hibernate.command("metadata", same)));
      report(measured(candidates));
    }
  }

  /** The launcher, with its class-data archive, as a person starts it. */
  private ProcessBuilder launcher(TestDatabase database) throws IOException {
    Files.copy(KeycloakJars.POM, project.resolve("pom.xml"));
    Files.writeString(
        project.resolve("autogen.yaml"), "packages: [org.keycloak]\nmigrations: migrations\n");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of("..", "autogen").toAbsolutePath().normalize().toString(),
                "-C",
                project.toString(),
                "check")
            .directory(project.toFile());
    builder.environment().put("AUTOGEN_URL", database.url());
    builder.environment().put("AUTOGEN_USER", database.user());
    builder.environment().put("AUTOGEN_PASSWORD", database.password());
    return builder;
  }

  /** Round by round, so that a busy spell of the machine hits all alike. */
  private Map<String, List<Cost>> measured(Map<String, ProcessBuilder> candidates)
      throws Exception {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int round = 0; round < WARMUPS + RUNS; round++) {
      for (Map.Entry<String, ProcessBuilder> candidate : candidates.entrySet()) {
        Cost cost = cost(candidate.getKey(), candidate.getValue());
        if (round >= WARMUPS) {
          costs.computeIfAbsent(candidate.getKey(), name -> new ArrayList<>()).add(cost);
        }
      }
    }
    return costs;
  }

  private Cost cost(String name, ProcessBuilder builder) throws Exception {
    Path output = project.resolve("bench.out");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    long started = System.nanoTime();
    Process process = builder.start();
    double cpu = 0;
    double memory = 0;
    while (process.isAlive()) {
      memory = Math.max(memory, peakMemory(process.pid()));
      cpu = process.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(cpu);
      Thread.sleep(4);
    }
    double wall = (System.nanoTime() - started) / 1e9;
    if (process.exitValue() != 0) {
      throw new AssertionError(name + " failed:\n" + Files.readString(output));
    }
    return new Cost(wall, cpu, memory);
  }

  /** Linux tells the high-water mark of a process's memory; elsewhere it counts as zero. */
  private static double peakMemory(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
        }
      }
      return 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  private static void report(Map<String, List<Cost>> costs) {
    StringBuilder table = new StringBuilder();
    double floor = median(costs.get("autogen check").stream().map(Cost::wall).toList());
    table.append(
        String.format(
            "%n%-24s %9s %9s %9s %9s %12s%n",
            "", "wall min", "median", "CPU", "peak MiB", "check/this"));
    costs.forEach(
        (name, runs) -> {
          List<Double> walls = runs.stream().map(Cost::wall).toList();
          table.append(
              String.format(
                  Locale.ROOT,
                  "%-24s %8.2fs %8.2fs %8.2fs %9.0f %12.2f%n",
                  name,
                  Collections.min(walls),
                  median(walls),
                  median(runs.stream().map(Cost::cpu).toList()),
                  median(runs.stream().map(Cost::memory).toList()),
                  floor / median(walls)));
        });
    System.out.println(table);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
