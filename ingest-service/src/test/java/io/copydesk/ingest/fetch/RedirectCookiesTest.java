package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.SetCookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectCookiesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final String PAGE = "https://www.quay.example/news/1?from=feed";

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "seen=1 > https://www.quay.example/news/1 > seen=1",
                "seen=1 > https://www.quay.example/news/2?a=b > seen=1",
                "seen=1 > https://www.quay.example/sport/2 > -",
                "seen=1; Path=/ > https://www.quay.example/sport/2 > seen=1",
                "seen=1; Path=/ > https://quay.example/sport/2 > -",
                "seen=1; Path=/; Domain=quay.example > https://quay.example/sport/2 > seen=1",
                "seen=1; Path=/; Domain=.quay.example > https://login.quay.example/ > seen=1",
                "seen=1; Path=/; Domain=jetty.example > https://jetty.example/ > -",
                "seen=1; Path=/ > https://jetty.example/ > -",
                "seen=1; Path=/; Secure > http://www.quay.example/ > -",
                "seen=1; Path=/; Secure; HttpOnly; SameSite=Lax > https://www.quay.example/ > seen=1",
                "seen=1; Path=/; Max-Age=600 > https://www.quay.example/ > seen=1",
                "seen=1; Path=/; Expires=Mon, 30-Nov-2026 11:00:00 GMT > https://www.quay.example/ > -",
                "seen=; Path=/ > https://www.quay.example/ > seen=",
                "id=a=b%20c|d; Path=/ > https://www.quay.example/ > id=a=b%20c|d",
                "id={'a': 1, 'b': [2,3]}; Path=/ > https://www.quay.example/ > id={'a': 1, 'b': [2,3]}",
                "no cookie > https://www.quay.example/news/1 > -",
                "=x > https://www.quay.example/news/1 > -",
            })
    void goBackToWhoSetThem(String field, String to, @Nullable String sent) {
        assertThat(sent(after(null, field), to)).isEqualTo(sent == null ? List.of() : List.of(sent));
    }

    @Test
    void aLaterOneReplacesAnEarlierOneAndEndsIt() {
        List<SetCookie> set = after(null, "a=1; Path=/", "b=2; Path=/", "a=3; Path=/");
        assertThat(sent(set, PAGE)).containsExactlyInAnyOrder("a=3", "b=2");

        List<SetCookie> ended = RedirectCookies.after(set, PAGE, fields("b=; Path=/; Max-Age=0"));
        assertThat(sent(ended, PAGE)).containsExactly("a=3");
    }

    @Test
    void thoseOfEarlierRedirectsStay() {
        List<SetCookie> first = after(null, "a=1; Path=/");
        List<SetCookie> second =
                RedirectCookies.after(first, "https://login.jetty.example/check", fields("t=9; Path=/"));

        assertThat(sent(second, PAGE)).containsExactly("a=1");
        assertThat(sent(second, "https://login.jetty.example/")).containsExactly("t=9");
    }

    @Test
    void aRedirectWithoutCookiesHasNone() {
        assertThat(RedirectCookies.after(null, PAGE, List.of(new Header("Location", "/"))))
                .isNull();
        assertThat(RedirectCookies.sent(null, PAGE, NOW)).isEmpty();
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        @Nullable List<SetCookie> set = null;
        for (int i = 0; i < 30; i++) {
            set = RedirectCookies.after(set, PAGE, fields("c" + i + "=1; Path=/"));
        }
        assertThat(sent(set, PAGE)).hasSize(RedirectCookies.MOST_FIELDS).contains("c10=1", "c29=1");

        String large = "x".repeat(RedirectCookies.MOST_CHARACTERS);
        assertThat(after(set, "large=" + large))
                .as("none fits beside one that does not")
                .isNull();
        assertThat(after(set, "half=" + large.substring(0, 4000))).hasSizeBetween(2, 10);
    }

    @Test
    void noneEndsTheLineOfItsField() {
        assertThat(after(null, "a=1\r\nX-Evil: 1", "b=\u0000", "c=\u0416")).isNull();
        List<SetCookie> forged = List.of(new SetCookie(PAGE, "a=1\r\nX-Evil: 1"), new SetCookie("no url", "b=1"));
        assertThat(RedirectCookies.sent(forged, PAGE, NOW)).isEmpty();
    }

    private static @Nullable List<SetCookie> after(@Nullable List<SetCookie> before, String... fields) {
        return RedirectCookies.after(before, PAGE, fields(fields));
    }

    private static List<Header> fields(String... values) {
        List<Header> all = new ArrayList<>();
        for (String value : values) {
            all.add(new Header("set-cookie", value));
        }
        return all;
    }

    private static List<String> sent(@Nullable List<SetCookie> received, String url) {
        return RedirectCookies.sent(received, url, NOW).stream()
                .flatMap(header -> List.of(header.value().split("; ")).stream())
                .toList();
    }
}
