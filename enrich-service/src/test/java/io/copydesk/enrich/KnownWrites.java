package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.snapshot.ChangelogMark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Knows all writes since its last mark by looking at the store. */
final class KnownWrites implements SketchChangelog {

    private final Map<String, ValueAndTimestamp<byte[]>> before = new HashMap<>();
    TimestampedKeyValueStore<String, byte[]> store;
    ChangelogMark mark;
    Set<String> told = Set.of();
    int asked;

    @Override
    public ChangelogMark mark() {
        before.clear();
        before.putAll(content());
        mark = new ChangelogMark(before.size(), "snapshot " + before.size());
        return mark;
    }

    @Override
    public Set<String> since(ChangelogMark from, long limit) {
        assertThat(from).isEqualTo(mark);
        asked++;
        Map<String, ValueAndTimestamp<byte[]>> now = content();
        // A mark that no snapshot was written with may follow.
        told = new HashSet<>(List.of(mark.key()));
        Stream.concat(now.keySet().stream(), before.keySet().stream())
                .filter(id -> !Objects.deepEquals(bytes(now.get(id)), bytes(before.get(id))))
                .forEach(told::add);
        return told;
    }

    private static byte[] bytes(ValueAndTimestamp<byte[]> value) {
        return ValueAndTimestamp.getValueOrNull(value);
    }

    private Map<String, ValueAndTimestamp<byte[]>> content() {
        Map<String, ValueAndTimestamp<byte[]>> content = new HashMap<>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> content.put(entry.key, entry.value));
        }
        return content;
    }
}
