package io.copydesk.standalone.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleSitesTest {

    private static final Instant LAST = Instant.parse("2026-10-31T23:59:59Z");

    private static final int DAY = "2026-01-31".length();

    private final List<SampleCapture> captures = SampleSites.load();

    @Test
    void holdsFiveSitesAndFiftyThreeArticlesInFiveLanguages() {
        assertThat(SampleSites.sites())
                .extracting(SampleSite::host)
                .containsExactly(
                        "www.harbourledger.example",
                        "www.diariotorrevela.example",
                        "www.fenmarchobserver.example",
                        "www.averlandtoday.example",
                        "www.troisrives.example");
        Map<String, String> languages = new LinkedHashMap<>();
        captures.forEach(capture -> capture.gold().ifPresent(gold -> languages.put(capture.url(), gold.language())));
        assertThat(new TreeMap<>(languages.values().stream().collect(groupingBy(x -> x, counting()))))
                .isEqualTo(new TreeMap<>(Map.of("en", 27L, "es", 14L, "fr", 4L, "de", 4L, "pt", 4L)));
    }

    @Test
    void listsEachCaptureUnderItsOwnSite() {
        assertThat(SampleSites.sites())
                .allSatisfy(site -> assertThat(site.captures())
                        .isNotEmpty()
                        .allMatch(capture -> URI.create(capture.url()).getHost().equals(site.host())));
        assertThat(SampleSites.sites().stream()
                        .mapToInt(site -> site.captures().size())
                        .sum())
                .isEqualTo(captures.size());
    }

    @Test
    void namesOnlyAbsoluteUrlsOnInventedHosts() {
        assertThat(captures).allSatisfy(capture -> {
            URI url = URI.create(capture.url());
            assertThat(url.getScheme()).isEqualTo("https");
            assertThat(url.getHost()).endsWith(".example");
            assertThat(url.getPath()).hasSizeGreaterThan(1);
        });
    }

    @Test
    void neverRepeatsAUrlAtOneTime() {
        assertThat(captures)
                .extracting(capture -> capture.url() + " " + capture.fetched())
                .doesNotHaveDuplicates();
    }

    @Test
    void ordersCapturesByFetchTime() {
        assertThat(captures).extracting(SampleCapture::fetched).isSorted();
    }

    @Test
    void givesTheSameBytesEachTime() {
        List<SampleCapture> again = SampleSites.load();
        assertThat(again).hasSameSizeAs(captures);
        for (int i = 0; i < captures.size(); i++) {
            assertThat(again.get(i).url()).isEqualTo(captures.get(i).url());
            assertThat(again.get(i).body()).isEqualTo(captures.get(i).body());
            assertThat(again.get(i).gold()).isEqualTo(captures.get(i).gold());
        }
    }

    @Test
    void fetchesNothingBeforeItWasPublishedNorAfterOctober2026() {
        assertThat(captures).allSatisfy(capture -> {
            assertThat(capture.fetched()).isBefore(LAST);
            capture.gold()
                    .ifPresent(gold -> assertThat(gold.datePublished().substring(0, DAY))
                            .isLessThanOrEqualTo(capture.fetched().toString().substring(0, DAY)));
        });
    }

    @Test
    void fetchesEveryArticleAfterItsMinuteOfPublication() {
        for (SiteFile site : SampleSites.siteFiles()) {
            assertThat(site.articles())
                    .allSatisfy(article -> assertThat(article.fetched())
                            .isNotEmpty()
                            .allSatisfy(fetched -> assertThat(fetched)
                                    .isAfter(article.published().toInstant())));
        }
    }

    @Test
    void givesOnlyTheDayWhereThePagePrintsNoTime() {
        assertThat(SampleSites.sites()).allSatisfy(site -> {
            boolean dayOnly = site.host().equals("www.fenmarchobserver.example");
            assertThat(site.captures())
                    .allSatisfy(capture -> capture.gold()
                            .ifPresent(gold -> assertThat(gold.datePublished().length() == DAY)
                                    .isEqualTo(dayOnly)));
        });
    }

    @Test
    void tellsSixEventsInThreeToFiveArticlesEach() {
        Map<String, Integer> works = new TreeMap<>();
        List<String> copies = SampleSites.relations().stream()
                .filter(relation -> relation.kind().equals("exact"))
                .map(SampleRelation::url)
                .toList();
        SampleSites.stories()
                .forEach((name, urls) -> works.put(name, (int)
                        urls.stream().filter(url -> !copies.contains(url)).count()));
        assertThat(works)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ferry", 5, "quake", 5, "merger", 5, "strike", 5, "mayor", 4, "hosepipe", 4));
    }

    @Test
    void tellsFiveOfTheEventsInSeveralLanguages() {
        Map<String, String> languages = new LinkedHashMap<>();
        captures.forEach(capture -> capture.gold().ifPresent(gold -> languages.put(capture.url(), gold.language())));
        Map<String, Long> byStory = new TreeMap<>();
        SampleSites.stories()
                .forEach((name, urls) -> byStory.put(
                        name, urls.stream().map(languages::get).distinct().count()));
        assertThat(byStory)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ferry", 3L, "quake", 3L, "merger", 2L, "strike", 2L, "mayor", 4L, "hosepipe", 1L));
    }
}
