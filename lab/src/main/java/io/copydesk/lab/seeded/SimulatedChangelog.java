package io.copydesk.lab.seeded;

import io.copydesk.enrich.SketchChangelog;
import io.copydesk.enrich.snapshot.ChangelogMark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The changelog of the sketches in the simulated log. Not thread-safe. */
final class SimulatedChangelog implements SketchChangelog {

    private final SimulatedLog log;
    private final TopicPartition partition;
    private boolean told;

    SimulatedChangelog(SimulatedLog log, TopicPartition partition) {
        this.log = log;
        this.partition = partition;
    }

    /** Whether a start learned from it what was written. */
    boolean hasTold() {
        return told;
    }

    @Override
    public ChangelogMark mark() {
        return new ChangelogMark(log.records(partition).size(), "snapshot " + log.number());
    }

    @Override
    public @Nullable Set<String> since(ChangelogMark mark, long limit) {
        List<LogRecord> records = log.records(partition);
        if (records.size() - mark.offset() > limit) {
            return null;
        }
        Set<String> keys = null;
        for (LogRecord record : records.subList((int) mark.offset(), records.size())) {
            if (log.isRestored(record)) {
                if (keys != null) {
                    keys.add(record.keyText());
                } else if (record.keyText().equals(mark.key())) {
                    keys = new HashSet<>();
                }
            }
        }
        told = keys != null;
        return keys;
    }
}
