package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.ingest.page.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class PageFilterTest {

    @Test
    void wantsEverythingUnlessTold() {
        assertThat(filter().refusal(page("https://a.example/1", null))).isEmpty();
        assertThat(filter().refusal(page(null, null))).isEmpty();
    }

    @Test
    void keepsThePagesOfATime() {
        PageFilter may = filter("--from", "2026-05-01", "--until", "2026-06-01T00:00:00Z");

        assertThat(may.refusal(page("https://a.example/1", "2026-05-01T00:00:00Z")))
                .isEmpty();
        assertThat(may.refusal(page("https://a.example/1", "2026-05-31T23:59:59Z")))
                .isEmpty();
        assertThat(may.refusal(page("https://a.example/1", "2026-06-01T00:00:00Z")))
                .contains("fetched at another time");
        assertThat(may.refusal(page("https://a.example/1", "2026-04-30T23:59:59Z")))
                .contains("fetched at another time");
        assertThat(may.refusal(page("https://a.example/1", null))).contains("without a time of fetching");
    }

    @Test
    void keepsThePagesOfSites() {
        PageFilter two = filter("--site", "gazette.example,www.pier.example");

        assertThat(two.refusal(page("https://sport.gazette.example/1", null))).isEmpty();
        assertThat(two.refusal(page("https://pier.example/1", null))).isEmpty();
        assertThat(two.refusal(page("https://notgazette.example/1", null))).contains("of another site");
        assertThat(two.refusal(page(null, null))).contains("of another site");
    }

    @Test
    void aTimeThatIsNoneIsRefusedWithAnExample() {
        assertThatThrownBy(() -> filter("--from", "May"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("May is no day such as 2026-01-31");
    }

    private static PageFilter filter(String... arguments) {
        return CommandLine.populateCommand(new PageFilter(), arguments);
    }

    private static Page page(@Nullable String url, @Nullable String fetched) {
        return Page.resource(
                "x", url, fetched == null ? null : Instant.parse(fetched), "text/plain", "utf-8", new byte[] {'a'});
    }
}
