package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicRecordTest {

    private static final String REQUEST = "{\"id\":\"a#1\",\"url\":\"https://a.example/\",\"target\":\"page\"}";

    @Test
    void aRecordOfTheTopicHasItsKeyAndValue() {
        assertThat(read(Topics.FETCH_REQUESTS, "a.example", REQUEST)).isEqualTo("a.example a#1");
    }

    @Test
    void aNullValueEndsAKeyOnlyWhereTheTopicIsCompacted() {
        assertThat(read(Topics.SUBSCRIPTIONS, "https://a.example/feed", null))
                .isEqualTo("ended https://a.example/feed");
        assertThat(read(Topics.DEAD_LETTERS, "x", null)).isEqualTo("ended x");
        assertThat(read(Topics.LINKS, "a.example", null))
                .isEqualTo("unreadable record in news.links-2@17: it has no value");
    }

    @Test
    void aRecordWithoutAKeyIsUnreadable() {
        assertThat(read(Topics.FETCH_REQUESTS, null, REQUEST))
                .isEqualTo("unreadable record in news.fetch-requests-2@17: it has no key");
    }

    @Test
    void whatIsNotTheJsonOfItsTopicIsUnreadableAndSaysWhy() {
        assertThat(read(Topics.FETCH_REQUESTS, "k", "garbage")).contains("@17: Unrecognized token 'garbage'");
        assertThat(read(Topics.FETCH_REQUESTS, "k", "null")).contains("JSON null");
        assertThat(read(Topics.FETCH_REQUESTS, "k", "[1]")).contains("Cannot deserialize");
        assertThat(read(Topics.FETCH_REQUESTS, "k", REQUEST.replace("page", "poem")))
                .contains("\"poem\"")
                .doesNotContain("\n");
    }

    @Test
    void aRequiredFieldThatIsMissingMakesARecordUnreadableAlsoWithinIt() {
        assertThat(read(Topics.FETCH_REQUESTS, "k", "{\"id\":\"a#1\",\"target\":\"page\"}"))
                .endsWith("a FetchRequest without the field url");
        assertThat(read(Topics.ENRICHED_ARTICLES, "k", article("{\"inputId\":\"i\"}")))
                .endsWith("a Pipeline without the field site");
        assertThat(read(
                        Topics.ENRICHED_ARTICLES,
                        "k",
                        article("{\"inputId\":\"i\",\"site\":\"s\",\"textDigest\":\"t\",\"contentDigest\":\"c\","
                                + "\"extractor\":\"e\",\"removed\":[{\"text\":\"x\"}]}")))
                .endsWith("a Removed without the field reason");
    }

    @Test
    void theSerdeOfATopicRequiresTheFieldsAndThatOfATypeDoesNot() {
        byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonSerde.of(Link.class).deserializer().deserialize("t", empty))
                .isNotNull();
        assertThatThrownBy(() -> JsonSerde.of(Topics.LINKS).deserializer().deserialize("t", empty))
                .isInstanceOf(SerializationException.class)
                .hasMessage("not a Link in topic t: a Link without the field url");
    }

    @Test
    void aValueThatNoTopicTakesIsRefusedByItsSerializer() {
        var serializer = JsonSerde.of(Subscription.class).serializer();
        int others = serializer.serialize("t", new Subscription("", "", null, null)).length;
        String longest = "x".repeat(Topics.MAX_VALUE_BYTES - others);

        assertThat(serializer.serialize("t", new Subscription("", longest, null, null)))
                .hasSize(Topics.MAX_VALUE_BYTES);
        assertThatThrownBy(() -> serializer.serialize("t", new Subscription("", longest + "x", null, null)))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessageContaining("Subscription of " + (Topics.MAX_VALUE_BYTES + 1) + " bytes for t");
    }

    private static String article(String pipeline) {
        return "{\"@context\":\"c\",\"@type\":\"t\",\"@id\":\"i\",\"articleBody\":\"b\",\"pipeline\":" + pipeline + "}";
    }

    private static <V> String read(Topic<V> topic, @Nullable String key, @Nullable String value) {
        return TopicRecord.read(topic, new ConsumerRecord<>(topic.name("news."), 2, 17, bytes(key), bytes(value)))
                .fold(
                        (k, v) -> v instanceof FetchRequest request ? k + " " + request.id() : k,
                        k -> "ended " + k,
                        TopicRecord.Unreadable::message);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
