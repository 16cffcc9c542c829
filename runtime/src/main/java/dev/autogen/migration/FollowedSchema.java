package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A schema as changes leave it, which is worked out only when it is asked for. */
final class FollowedSchema {

  private final List<Change> ahead = new ArrayList<>();
  private Replay known;

  FollowedSchema(Schema state) {
    known = new Replay(state, Collections.emptySortedMap(), true);
  }

  void follow(List<Change> changes) {
    ahead.addAll(changes);
  }

  Schema schema() {
    if (!ahead.isEmpty()) {
      known = known.then(new ChangeSet(ahead));
      ahead.clear();
    }
    return known.schema();
  }
}
