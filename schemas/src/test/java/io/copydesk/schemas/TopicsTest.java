package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void namesEveryTopicOnce() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void putsThePrefixBeforeTheName() {
        assertThat(Topics.ARTICLES.name("backfill.")).isEqualTo("backfill.articles");
    }

    @Test
    void keepsEveryVersionOfAnArticleForThirtyDaysAndTheNewestForEver() {
        assertThat(Topics.ARTICLES.settings())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", "2592000000")
                .containsEntry("retention.ms", "-1");
    }

    @Test
    void compressesWhatConsumersReadInACodecThatEveryClientHas() {
        assertThat(Topics.forConsumers())
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("compression.type", "gzip")
                        .containsEntry("compression.gzip.level", "1"));
        assertThat(Topics.PAGES.settings()).doesNotContainKey("compression.gzip.level");
    }

    @Test
    void anotherCodecIsOfPublicTopicsOnly() {
        assertThat(Topics.STORIES.settings(Compression.NONE)).containsEntry("compression.type", "uncompressed");
        assertThat(Topics.PAGES.settings(Compression.NONE)).containsEntry("compression.type", "zstd");
        assertThat(Topics.LINKS.settings(Compression.NONE)).containsEntry("compression.type", "lz4");
    }

    @Test
    void dropsPagesAfterThirtyDays() {
        assertThat(Topics.PAGES.settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000")
                .containsEntry("compression.type", "zstd");
    }

    @Test
    void keepsTombstonesForAsLongAsClustersKeepTheOffsetsOfAGroup() {
        assertThat(Topics.STORIES.settings()).containsEntry("delete.retention.ms", "604800000");
        assertThat(Topics.LEDGER.settings()).containsEntry("delete.retention.ms", "604800000");
        assertThat(Topics.PAGES.settings()).doesNotContainKey("delete.retention.ms");
    }
}
