package io.copydesk.console.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many records each topic received in the last hour and day. Safe for use by several threads. */
public final class Rates {

    private static final int HOUR_SUMS = 60;
    private static final int DAY_WIDTH = 15;
    private static final int DAY_SUMS = MinuteCounts.MINUTES / DAY_WIDTH;

    private final Map<String, MinuteCounts> topics = new LinkedHashMap<>();

    /** Of these topics, shown in this order. */
    public Rates(List<? extends Topic<?>> topics) {
        topics.forEach(topic -> this.topics.put(topic.name(), new MinuteCounts()));
    }

    /** Counts a record that arrived at {@code time}, in epoch milliseconds; one of another topic is left out. */
    public void count(Topic<?> topic, long time) {
        MinuteCounts counts = topics.get(topic.name());
        if (counts != null) {
            counts.add(time);
        }
    }

    /**
     * For each topic {@code hour}, the records of each of the last 60 minutes, and {@code day}, those of each of the last 96 quarters
     * of an hour; the last number is of the minute or quarter that is not over.
     */
    public ArrayNode json(long now) {
        ArrayNode all = Json.object().putArray("rates");
        topics.forEach((topic, counts) -> {
            ObjectNode node = all.addObject().put("topic", topic);
            put(node.putArray("hour"), counts.sums(now, 1, HOUR_SUMS));
            put(node.putArray("day"), counts.sums(now, DAY_WIDTH, DAY_SUMS));
        });
        return all;
    }

    private static void put(ArrayNode array, int[] sums) {
        for (int sum : sums) {
            array.add(sum);
        }
    }
}
