package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.config.DataSize;
import io.copydesk.kit.config.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchSettingsTest {

    @Test
    void theDefaultsAreThese() {
        assertThat(FetchSettings.defaults())
                .isEqualTo(new FetchSettings(
                        "Copydesk/0.1",
                        Optional.empty(),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        DataSize.ofMebibytes(5),
                        DataSize.ofMebibytes(20),
                        DataSize.ofMebibytes(20),
                        DataSize.ofKibibytes(500),
                        List.of(80, 443),
                        false,
                        1024,
                        64));
    }

    @Test
    void everyKeyMaps() {
        Map<String, String> values = Map.ofEntries(
                Map.entry("fetch.product", "Desk/2"),
                Map.entry("fetch.contact", "https://desk.example/bot"),
                Map.entry("fetch.deadline", "5s"),
                Map.entry("fetch.connect-timeout", "1s"),
                Map.entry("fetch.max-page", "1MiB"),
                Map.entry("fetch.max-feed", "2MiB"),
                Map.entry("fetch.max-sitemap", "3MiB"),
                Map.entry("fetch.max-robots", "600KiB"),
                Map.entry("fetch.ports", "80, 8080"),
                Map.entry("fetch.allow-loopback", "true"),
                Map.entry("fetch.max-connections", "10"),
                Map.entry("fetch.resolver-threads", "3"));
        Configuration loaded = load(values);

        assertThat(loaded.get(FetchSettings.class))
                .isEqualTo(new FetchSettings(
                        "Desk/2",
                        Optional.of("https://desk.example/bot"),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        DataSize.ofMebibytes(1),
                        DataSize.ofMebibytes(2),
                        DataSize.ofMebibytes(3),
                        DataSize.ofKibibytes(600),
                        List.of(80, 8080),
                        true,
                        10,
                        3));
        assertThat(loaded.describe()).extracting(Setting::key).containsExactlyInAnyOrderElementsOf(values.keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "product, ' '",
        "product, (AcmeBot)",
        "contact, me\u00e9",
        "deadline, 0s",
        "connect-timeout, 0s",
        "max-page, 0B",
        "max-feed, 1GiB",
        "max-sitemap, 1GiB",
        "max-robots, 1KiB",
        "ports, ''",
        "ports, 70000",
        "max-connections, 0",
        "resolver-threads, 0"
    })
    void refusesValuesThatCannotWork(String key, String value) {
        assertThatThrownBy(() -> load(Map.of("fetch." + key, value))).hasMessageContaining(key + " must ");
    }

    @Test
    void saysWhomToAskWhenToldSo() {
        assertThat(FetchSettings.defaults().userAgent()).isEqualTo("Copydesk/0.1");
        assertThat(load(Map.of("fetch.contact", "https://desk.example/bot"))
                        .get(FetchSettings.class)
                        .userAgent())
                .isEqualTo("Copydesk/0.1 (+https://desk.example/bot)");
    }

    @ParameterizedTest
    @CsvSource({
        "Copydesk/0.1, Copydesk",
        "AcmeBot, AcmeBot",
        "Acme-Bot_2 (news; +https://acme.example), Acme-Bot_2",
        "'Mozilla/5.0 (compatible; ExampleBot/0.1; https://www.example.com/bot.html)', ExampleBot"
    })
    void robotsTxtKnowsTheCrawlerByItsProductWithoutTheVersion(String product, String token) {
        assertThat(load(Map.of("fetch.product", product))
                        .get(FetchSettings.class)
                        .productToken())
                .isEqualTo(token);
    }

    private static Configuration load(Map<String, String> values) {
        return new ConfigLoader()
                .section("fetch", FetchSettings.defaults())
                .commandLine(values)
                .load();
    }
}
