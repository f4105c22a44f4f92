package io.copydesk.alerts;

import io.copydesk.schemas.Alert;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.TopicHeader;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What is to know of records that need no state to tell. Pure. */
final class Signals {

    private Signals() {}

    static @Nullable Signal ofStory(Record<String, Story> record) {
        Story story = record.value();
        List<String> from = ids(record.headers(), Topics.STORY_MOVED_FROM);
        List<String> to = ids(record.headers(), Topics.STORY_MOVED_TO);
        return Signal.of(
                story == null
                        ? new Signal.OfStory(record.key(), null, List.of(), List.of(), List.of(), from, to)
                        : new Signal.OfStory(
                                story.id(),
                                story.headline(),
                                story.terms(),
                                story.languages(),
                                story.members(),
                                from,
                                to));
    }

    static @Nullable Signal ofFeed(Record<String, FeedStatus> record) {
        FeedStatus feed = record.value();
        String since = feed == null ? null : feed.silentSince();
        return feed == null || since == null ? null : Signal.of(new Signal.OfFeed(feed.url(), feed.title(), since));
    }

    /** Letters about alerts do not count: an alert about them would lead to more. */
    static @Nullable Signal ofLetter(Record<String, DeadLetter> record) {
        DeadLetter letter = record.value();
        return letter == null || letter.inputId() != null && letter.inputId().startsWith(Alert.ID_PREFIX)
                ? null
                : Signal.of(new Signal.OfLetter(Json.label(letter.stage()), letter.reason()));
    }

    private static List<String> ids(Headers headers, TopicHeader name) {
        List<String> ids = new ArrayList<>();
        for (Header header : headers.headers(name.name())) {
            if (header.value() != null) {
                ids.add(new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return ids;
    }
}
