package io.copydesk.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.alerts.StoryWatch.SiteOfArticle;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Alert.Kind;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the stores and of the repartition topic as they were first written: they must be read as they were. */
class StateFormatTest {

    private record Stored(Class<?> type, String json) {}

    static List<Stored> stored() {
        return List.of(
                new Stored(Sighting.class, "{\"digest\":-7,\"at\":1774432800000}"),
                new Stored(SiteOfArticle.class, "{\"site\":\"quay.example\",\"at\":1774432800000}"),
                new Stored(SiteOfArticle.class, "{\"at\":1774432800000,\"story\":\"s\"}"),
                new Stored(HourCount.class, "{\"start\":1774432800000,\"raised\":100,\"suppressed\":3}"),
                new Stored(
                        LetterRate.class,
                        "{\"slots\":[{\"start\":1774432800000,\"count\":21}],\"highSince\":1774432800000}"),
                new Stored(LetterRate.class, "{\"slots\":[],\"highSince\":-1}"),
                new Stored(
                        StoryState.class,
                        "{\"headline\":\"Vautrin wins\",\"terms\":[\"vautrin\"],\"languages\":[\"en\"],\"members\":[\"a\",\"b\"],"
                                + "\"told\":[\"wide\"],\"at\":1774432800000}"),
                new Stored(
                        Signal.class,
                        "{\"article\":{\"id\":\"a\",\"site\":\"quay.example\",\"story\":\"s\",\"url\":\"https://quay.example/a\","
                                + "\"headline\":\"h\",\"language\":\"en\",\"met\":{\"strike\":[\"harbour strike\"]}}}"),
                new Stored(
                        Signal.class,
                        "{\"story\":{\"id\":\"s\",\"headline\":\"h\",\"terms\":[],\"languages\":[],\"members\":[\"a\"],\"from\":[\"t\"],"
                                + "\"to\":[]}}"),
                new Stored(
                        Signal.class,
                        "{\"feed\":{\"url\":\"https://quay.example/feed\",\"title\":\"Quay\",\"since\":\"2026-03-25T10:00:00Z\"}}"),
                new Stored(Signal.class, "{\"letter\":{\"stage\":\"fetch\",\"reason\":\"dns\"}}"));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isReadAndWrittenAsItWas(Stored stored) throws IOException {
        Object value = Json.read(stored.json().getBytes(StandardCharsets.UTF_8), stored.type());

        assertThat(Json.line(value)).isEqualTo(stored.json());
    }

    @Test
    void theIdOfAnAlertStaysTheSame() {
        assertThat(Alert.id("strike", Kind.ARTICLE, "a"))
                .isEqualTo("urn:copydesk:alert:fa2285ca9285d5f774a9ca3b65098ec4");
    }
}
