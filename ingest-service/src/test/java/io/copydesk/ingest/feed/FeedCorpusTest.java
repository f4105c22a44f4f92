package io.copydesk.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs of a feed and what it says, by the specifications: {@code corpus/x.xml} and {@code x.expected.json}. The
 * expectation names the values that count; {@code null} is an absent one, what is left out may be anything; there are
 * as many items as it lists.
 */
class FeedCorpusTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URL = "https://harbour.example/feeds/news.xml";

    @ParameterizedTest
    @MethodSource("feeds")
    void readsWhatTheFeedSays(Path feed) throws IOException {
        JsonNode expected = expected(feed);
        FeedResult result = FeedParser.parse(
                Files.readAllBytes(feed), URL, expected.path("contentType").asText(null));

        assertThat(differences(expected, result))
                .as(feed.getFileName().toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void everyPrefixOfAFeedIsReadWithoutHarm(Path feed) throws IOException {
        byte[] bytes = Files.readAllBytes(feed);
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 60) {
            assertThat(FeedParser.parse(Arrays.copyOf(bytes, length), URL)).isNotNull();
        }
    }

    @Test
    void thereAreManyPairs() throws Exception {
        assertThat(feeds()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void aPlantedFaultIsSeen() throws Exception {
        for (Path feed : feeds().toList()) {
            ObjectNode expected = (ObjectNode) expected(feed);
            FeedResult result = FeedParser.parse(
                    Files.readAllBytes(feed), URL, expected.path("contentType").asText(null));
            for (JsonNode item : expected.path("items")) {
                String field = item.fieldNames().next();
                ((ObjectNode) item).put(field, "planted");
                assertThat(differences(expected, result)).as(feed + " " + field).hasSize(1);
                break;
            }
            expected.putArray("items").addObject().put("title", "planted");
            assertThat(differences(expected, result)).as(feed.toString()).isNotEmpty();
        }
    }

    static Stream<Path> feeds() throws IOException, URISyntaxException {
        Path folder = Path.of(FeedCorpusTest.class.getResource("corpus").toURI());
        List<Path> feeds;
        try (Stream<Path> files = Files.list(folder)) {
            feeds = files.filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
        return feeds.stream();
    }

    private static JsonNode expected(Path feed) throws IOException {
        String name = feed.getFileName().toString();
        return JSON.readTree(
                Files.readAllBytes(feed.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected.json")));
    }

    private static List<String> differences(JsonNode expected, FeedResult result) {
        if (!(result instanceof FeedResult.Parsed parsed)) {
            return List.of("not read: " + result);
        }
        List<String> differences = new ArrayList<>();
        JsonNode actual = JSON.valueToTree(parsed.document());
        compare("", expected, actual, differences);
        JsonNode items = expected.path("items");
        if (items.size() != actual.path("items").size()) {
            differences.add(items.size() + " items expected, but " + actual.path("items"));
        }
        for (int i = 0; i < Math.min(items.size(), actual.path("items").size()); i++) {
            compare("item " + i + " ", items.get(i), actual.path("items").get(i), differences);
        }
        return differences;
    }

    private static void compare(String where, JsonNode expected, JsonNode actual, List<String> differences) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            boolean other = field.getKey().equals("items") || field.getKey().equals("contentType");
            JsonNode found = actual.path(field.getKey());
            if (!other && !field.getValue().equals(found)) {
                differences.add(where + field.getKey() + ": expected " + field.getValue() + ", but " + found);
            }
        }
    }
}
