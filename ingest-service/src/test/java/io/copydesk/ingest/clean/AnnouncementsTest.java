package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.JsonSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final Instant START = Instant.parse("2031-03-01T00:00:00Z");

    private final KeyValueStore<String, AnnouncedPage> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("announced"), Serdes.String(), JsonSerde.of(AnnouncedPage.class))
            .withLoggingDisabled()
            .build();
    private final RevertibleWrites writes = new RevertibleWrites();
    private final Set<String> articles = new HashSet<>();
    private final Announcements announcements = new Announcements(store, writes, articles::contains);

    @BeforeEach
    void open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void pagesThatNeverGaveAnArticleAreForgottenAndTheStoreStopsGrowing() {
        int mostAfterwards = 0;
        for (int day = 0; day < 365; day++) {
            for (int i = 0; i < 20; i++) {
                add("https://quay.example/" + day + "/" + i, day);
            }
            mostAfterwards = day < 90 ? 0 : Math.max(mostAfterwards, size());
        }

        int kept = (int) Announcements.KEPT.toDays() * 20;
        assertThat(mostAfterwards).isBetween(kept, kept * 13 / 10);
    }

    @Test
    void whatGaveAnArticleOrWasNamedLatelyStays() {
        String article = add("https://quay.example/article", 0);
        articles.add(article);
        String page = add("https://quay.example/page?from=feed", 0);
        String canonical = add("https://quay.example/page", 0);
        writes.run(() -> announcements.connect(page, canonical));
        String again = add("https://quay.example/again", 0);
        add("https://quay.example/again", 59);
        for (int i = 0; i < 200; i++) {
            add("https://quay.example/more/" + i, 70);
        }

        assertThat(announcements.of(article)).hasSize(1);
        assertThat(announcements.of(canonical)).hasSize(1);
        assertThat(announcements.of(again)).isNotEmpty();
    }

    @Test
    void aRecordThatFailsTakesBackWhatItForgot() {
        String old = add("https://quay.example/old", 0);
        for (int i = 0; i < 400 && store.get(old) != null; i++) {
            String url = "https://quay.example/more/" + i;
            try {
                writes.run(() -> {
                    announcements.add(ArticleIds.of(url, ""), announcement(70));
                    throw new IllegalArgumentException("as a record that cannot be processed");
                });
            } catch (IllegalArgumentException expected) {
                assertThat(size()).isEqualTo(1);
            }
        }
        assertThat(store.get(old)).isNotNull();
    }

    private String add(String url, int day) {
        String id = ArticleIds.of(url, "");
        writes.run(() -> announcements.add(id, announcement(day)));
        return id;
    }

    private static Announcement announcement(int day) {
        String feed = "https://quay.example/" + day + ".xml";
        return new Announcement(
                feed,
                null,
                null,
                "1",
                null,
                null,
                START.plus(Duration.ofDays(day)).toString());
    }

    private int size() {
        int size = 0;
        try (var all = store.all()) {
            for (; all.hasNext(); all.next()) {
                size++;
            }
        }
        return size;
    }
}
