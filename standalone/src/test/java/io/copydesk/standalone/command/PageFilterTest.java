package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.clean.CleanResult;
import io.copydesk.ingest.clean.Cleaner;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WithdrawalNotice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class PageFilterTest {

    private static final Function<Page, CleanResult> UNREAD = page -> {
        throw new AssertionError("not to be cleaned");
    };
    private static final Cleaner CLEANER = new Cleaner(Extractor.create());
    private static final String GERMAN =
            "Alte Brücke in Tarnholm für Lastwagen gesperrt\n\nDie alte steinerne Brücke ist ab Montag"
                    + " für Lastwagen gesperrt, weil Taucher zwei Risse im mittleren Pfeiler gefunden haben. Autos und Busse dürfen noch"
                    + " hinüber, sagte der Bezirk am Sonntagabend.";
    private static final String ENGLISH =
            "Old bridge at Tarnholm closes to lorries\n\nThe old stone bridge is closed to lorries from"
                    + " Monday, after divers found two cracks in the middle pier. Cars and buses may still cross, the district said on"
                    + " Sunday evening.";

    @Test
    void wantsEverythingUnlessTold() {
        assertThat(filter().refusal(page("https://a.example/1", null), UNREAD)).isEmpty();
        assertThat(filter().refusal(page(null, null), UNREAD)).isEmpty();
    }

    @Test
    void keepsThePagesOfATime() {
        PageFilter may = filter("--from", "2026-05-01", "--until", "2026-06-01T00:00:00Z");

        assertThat(may.refusal(page("https://a.example/1", "2026-05-01T00:00:00Z"), UNREAD))
                .isEmpty();
        assertThat(may.refusal(page("https://a.example/1", "2026-05-31T23:59:59Z"), UNREAD))
                .isEmpty();
        assertThat(may.refusal(page("https://a.example/1", "2026-06-01T00:00:00Z"), UNREAD))
                .contains("fetched at another time");
        assertThat(may.refusal(page("https://a.example/1", "2026-04-30T23:59:59Z"), UNREAD))
                .contains("fetched at another time");
        assertThat(may.refusal(page("https://a.example/1", null), UNREAD)).contains("without a time of fetching");
    }

    @Test
    void keepsThePagesOfSites() {
        PageFilter two = filter("--site", "gazette.example,www.pier.example");

        assertThat(two.refusal(page("https://sport.gazette.example/1", null), UNREAD))
                .isEmpty();
        assertThat(two.refusal(page("https://pier.example/1", null), UNREAD)).isEmpty();
        assertThat(two.refusal(page("https://notgazette.example/1", null), UNREAD))
                .contains("of another site");
        assertThat(two.refusal(page(null, null), UNREAD)).contains("of another site");
    }

    @Test
    void aTimeThatIsNoneIsRefusedWithAnExample() {
        assertThatThrownBy(() -> filter("--from", "May"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("May is no day such as 2026-01-31");
    }

    @Test
    void keepsThePagesWhoseArticleIsInALanguage() {
        PageFilter german = filter("--language", "DE,zh-hans");

        assertThat(german.refusal(text(GERMAN), CLEANER::clean)).isEmpty();
        assertThat(german.refusal(text(ENGLISH), CLEANER::clean)).contains("in another language");
        assertThat(german.refusal(text("1 2 3\n\n4 5 6"), CLEANER::clean)).contains("in an unknown language");
        assertThat(german.refusal(text(""), CLEANER::clean)).contains("no article, so in no language");
    }

    @Test
    void keepsNoticesOfWithdrawalWhateverLanguageTheirPageWasIn() {
        Instant now = Instant.parse("2026-05-01T00:00:00Z");
        Page notice = new WithdrawalNotice(null, true, List.of()).page("n", "https://a.example/1", now);

        assertThat(filter("--language", "de").refusal(notice, UNREAD)).isEmpty();
    }

    @Test
    void cleansNoPageThatAnotherFilterPassesOver() {
        assertThat(filter("--language", "de", "--site", "a.example").refusal(page("https://b.example/1", null), UNREAD))
                .contains("of another site");
    }

    @Test
    void aPrimaryLanguageHasAllItsFormsAndALongerTagOnlyItsOwn() {
        assertThat(wanted("zh").takes("zh-Hant")).isTrue();
        assertThat(wanted("no").takes("nb")).isTrue();
        assertThat(wanted("zh-Hant").takes("zh-Hant-HK")).isTrue();
        assertThat(wanted("zh_hant").takes("zh-Hant")).isTrue();
        assertThat(wanted("zh-Hant").takes("zh")).isFalse();
        assertThat(wanted("en").takes("es")).isFalse();
    }

    @Test
    void aWordThatIsNoTagIsRefusedWithExamples() {
        assertThatThrownBy(() -> filter("--language", "german"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("german is no language tag such as en, pt-BR or zh-Hans");
    }

    private static WantedLanguage wanted(String tag) {
        return new WantedLanguage.Tag().convert(tag);
    }

    private static Page text(String text) {
        return Page.resource(
                "x", "https://a.example/1", null, "text/plain", "utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static PageFilter filter(String... arguments) {
        return CommandLine.populateCommand(new PageFilter(), arguments);
    }

    private static Page page(@Nullable String url, @Nullable String fetched) {
        return Page.resource(
                "x", url, fetched == null ? null : Instant.parse(fetched), "text/plain", "utf-8", new byte[] {'a'});
    }
}
