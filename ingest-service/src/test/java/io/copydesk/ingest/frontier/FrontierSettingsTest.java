package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FrontierSettingsTest {

    private static final Duration ONE = Duration.ofMillis(1);

    @Test
    void changesWhatIsNamedAndNothingElse() {
        FrontierSettings defaults = FrontierSettings.defaults();
        FrontierSettings all = defaults.toBuilder()
                .minPoll(Duration.ofSeconds(1))
                .maxPoll(Duration.ofSeconds(2))
                .itemsPerPoll(3)
                .hostDelay(Duration.ofSeconds(4))
                .maxCrawlDelay(Duration.ofSeconds(5))
                .lease(Duration.ofSeconds(7))
                .startWithin(Duration.ofSeconds(6))
                .maxInFlight(8)
                .fetchesPerPage(4)
                .revisits(List.of(Duration.ofSeconds(9)))
                .forgetPages(Duration.ofSeconds(10))
                .deadAfter(Duration.ofSeconds(11))
                .deadPoll(Duration.ofSeconds(12))
                .firstPollSpacing(Duration.ofSeconds(13))
                .callback(URI.create("https://news.example/websub/"))
                .callbackBind("0.0.0.0:14")
                .backupPoll(Duration.ofSeconds(15))
                .pushLease(Duration.ofHours(16))
                .build();

        assertThat(defaults.toBuilder().build()).isEqualTo(defaults);
        assertThat(all)
                .isEqualTo(new FrontierSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        3,
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(6),
                        8,
                        4,
                        List.of(Duration.ofSeconds(9)),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(11),
                        Duration.ofSeconds(12),
                        Duration.ofSeconds(13),
                        Optional.of(URI.create("https://news.example/websub/")),
                        "0.0.0.0:14",
                        Duration.ofSeconds(15),
                        Duration.ofHours(16)));
    }

    @Test
    void acceptsItsBounds() {
        FrontierSettings least = FrontierSettings.defaults().toBuilder()
                .minPoll(ONE)
                .maxPoll(ONE)
                .itemsPerPoll(Double.MIN_VALUE)
                .hostDelay(Duration.ZERO)
                .lease(ONE)
                .startWithin(Duration.ZERO)
                .maxInFlight(1)
                .build();

        assertThat(least.maxPoll()).isEqualTo(ONE);
    }

    @Test
    void namesTheSettingThatIsOutOfBounds() {
        refuses("min-poll", builder -> builder.minPoll(Duration.ofNanos(999_999)));
        refuses("max-poll", builder -> builder.maxPoll(Duration.ofMinutes(5).minusNanos(1)));
        refuses("items-per-poll", builder -> builder.itemsPerPoll(0));
        refuses("host-delay", builder -> builder.hostDelay(Duration.ofNanos(-1)));
        refuses("lease", builder -> builder.lease(Duration.ofSeconds(60)));
        for (String url : List.of(
                "ftp://a.example/",
                "https:///x",
                "https://a.example/?a=b",
                "https://a.example/#a",
                "https://u@a.example/")) {
            refuses("callback", builder -> builder.callback(URI.create(url)));
        }
        for (String bind : List.of("8088", ":8088", "a.example", "a.example:", "a.example:65536", "a.example:-1")) {
            refuses("callback-bind", builder -> builder.callbackBind(bind));
        }
        refuses("backup-poll", builder -> builder.backupPoll(Duration.ofSeconds(-1)));
        refuses("push-lease", builder -> builder.pushLease(Duration.ofMinutes(59)));
        refuses("max-in-flight", builder -> builder.maxInFlight(0));
        refuses("fetches-per-page", builder -> builder.fetchesPerPage(0.5));
        refuses("fetches-per-page", builder -> builder.fetchesPerPage(2));
        refuses("fetches-per-page", builder -> builder.fetchesPerPage(Double.NaN));
        refuses("fetches-per-page", builder -> builder.fetchesPerPage(101));
    }

    private static void refuses(String key, UnaryOperator<FrontierSettings.Builder> change) {
        FrontierSettings.Builder builder = change.apply(FrontierSettings.defaults().toBuilder());
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key);
    }
}
