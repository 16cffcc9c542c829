package dev.autogen.cli;

import dev.autogen.dialect.Dialect;
import dev.autogen.migration.Interruption;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Replay;
import dev.autogen.plan.Comparison;
import java.util.List;
import java.util.Optional;

/**
 * A comparison and what it was one of.
 *
 * @param comparison what it came to
 * @param dialect the database's dialect
 * @param from what the entities were compared with, for a headline
 * @param replay what the migrations that lead there describe
 * @param pending the migrations that lead further and are not applied
 * @param astray sentences on what is wrong with what was applied
 * @param interruption the run that is not at its end
 */
record Compared(
    Comparison comparison,
    Dialect dialect,
    String from,
    Replay replay,
    List<MigrationScript> pending,
    List<String> astray,
    Optional<Interruption> interruption) {}
