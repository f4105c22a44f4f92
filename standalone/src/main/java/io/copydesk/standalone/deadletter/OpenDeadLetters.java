package io.copydesk.standalone.deadletter;

import io.copydesk.kit.topics.TopicValues;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
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
        TopicValues.Handler<DeadLetter> handler = (id, letter) -> {
            if (letter == null) {
                open.remove(id);
            } else if (wanted.test(letter)) {
                open.put(id, letter);
            }
        };
        new TopicReader(client)
                .read(
                        Topics.DEAD_LETTERS.name(prefix),
                        false,
                        record -> TopicValues.decode(Topics.DEAD_LETTERS, record, handler));
        return List.copyOf(open.values());
    }
}
