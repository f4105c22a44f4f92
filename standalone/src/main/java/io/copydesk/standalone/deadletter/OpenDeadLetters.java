package io.copydesk.standalone.deadletter;

import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.state.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The dead letters that have not been retried: the last value of each id, unless it was taken back. */
public final class OpenDeadLetters {

    private OpenDeadLetters() {}

    /**
     * Those that {@code wanted} accepts, by id.
     *
     * @throws IOException when the cluster stops answering
     */
    public static List<DeadLetter> read(Properties client, String prefix, Predicate<DeadLetter> wanted)
            throws IOException {
        TreeMap<String, DeadLetter> open = new TreeMap<>();
        new TopicReader(client).read(Topics.DEAD_LETTERS.name(prefix), false, record -> {
            String id = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                open.remove(id);
            } else {
                DeadLetter letter = Json.read(record.value(), DeadLetter.class);
                if (wanted.test(letter)) {
                    open.put(id, letter);
                }
            }
            return true;
        });
        return List.copyOf(open.values());
    }
}
