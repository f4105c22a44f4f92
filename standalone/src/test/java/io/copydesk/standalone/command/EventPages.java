package io.copydesk.standalone.command;

import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Invented inputs that lead to events which a mere set of pages has not: a story that parts, pages that go and return, a feed's word. */
final class EventPages {

    private static final String BRIDGE = "https://www.valley-post.example/tarnholm-bridge";
    private static final String LORRIES = "https://www.eastmere-times.example/lorries-banned";
    private static final String PIER = "https://www.ostervale.example/pier";
    private static final Instant MORNING = Instant.parse("2026-03-09T09:30:00Z");

    private static final String BRIDGE_TEXT = """
            Old bridge at Tarnholm closes to lorries

            The old stone bridge at Tarnholm is closed to lorries from Monday, after divers found two cracks in the middle pier. Cars and \
            buses may still cross, one lane at a time, the district of Eastmere said on Sunday evening.

            Engineers want to measure the pier every night for three weeks. "We would rather lose a month than the bridge," said the \
            district's engineer, Orla Finbeck. Lorries have to take the crossing at Vellmouth, 31 kilometres downstream.
            """;
    private static final String LORRIES_TEXT = """
            Lorries banned from Tarnholm bridge after divers find cracks

            Divers have found two cracks in the middle pier of the bridge at Tarnholm, and the district of Eastmere has banned lorries \
            from it as of Monday. Drivers of lorries are sent to Vellmouth, half an hour away.

            Orla Finbeck, the engineer of the district, said that the pier would be measured every night for three weeks. The haulage \
            firms of the valley asked for a ferry for the time being.
            """;
    private static final String MAYOR_TEXT = """
            Council elects its first woman as mayor

            The council of Ostervale has elected Talia Brock as mayor, the first woman in the office since the town was given its \
            charter. She won with seventeen of thirty-one voices, after two rounds that no candidate decided.

            Brock, a teacher of mathematics, said that schools and the swimming pool would come before anything else. Her opponent \
            congratulated her and called for patience.
            """;

    private static final String PEARS_TEXT = """
            Pear harvest is the smallest in twenty years

            Growers in the valley have picked a third of the pears that they picked last year. Frost in April took the blossom, and a \
            dry August the rest, said the association of orchards.

            Juice will be dearer by winter. The press at Lower Ostervale opens on two days a week only and takes apples from abroad.
            """;

    private EventPages() {}

    /** Two reports of one event, and a copy of one of them. */
    static List<Page> ofOneStory() {
        return List.of(
                text("copy", PIER, MORNING.plus(Duration.ofHours(4)), BRIDGE_TEXT),
                text("bridge", BRIDGE, MORNING.plus(Duration.ofHours(2)), BRIDGE_TEXT),
                text("lorries", LORRIES, MORNING, LORRIES_TEXT));
    }

    /**
     * A day later one of the two reports is about something else, so that their story parts, and the copy is none any more; the other
     * report as it was an hour before it was captured first.
     */
    static List<Page> later() {
        return List.of(
                text("mayor", LORRIES, MORNING.plus(Duration.ofDays(1)), MAYOR_TEXT),
                text("pears", PIER, MORNING.plus(Duration.ofDays(1)), PEARS_TEXT),
                text("bridge earlier", BRIDGE, MORNING.plus(Duration.ofHours(1)), BRIDGE_TEXT));
    }

    /** The word of a feed that it names that page. */
    static PageAnnouncement announcement() {
        return new PageAnnouncement(
                BRIDGE,
                new Announcement(
                        "https://www.valley-post.example/feed.xml",
                        "Valley Post",
                        null,
                        "bridge-1",
                        null,
                        null,
                        MORNING.plus(Duration.ofHours(3)).toString()));
    }

    /** Notices a day after the capture of each page that it is gone. */
    static List<Page> notices(List<Page> pages) {
        return pages.stream()
                .map(page -> new WithdrawalNotice(
                                null, false, List.of(new Evidence(dayAfter(page).toString(), Sign.GONE, null)))
                        .page("gone " + page.url(), Objects.requireNonNull(page.url()), dayAfter(page)))
                .toList();
    }

    /** The page as it was, two days after its capture. */
    static Page returned(Page page) {
        return new Page(
                "back " + page.url(),
                page.url(),
                dayAfter(page).plus(Duration.ofDays(1)),
                page.capture(),
                page.status(),
                page.headers(),
                page.mediaType(),
                page.charset(),
                page.body());
    }

    private static Instant dayAfter(Page page) {
        return Objects.requireNonNull(page.fetched()).plus(Duration.ofDays(1));
    }

    private static Page text(String id, String url, Instant fetched, String text) {
        return Page.resource(id, url, fetched, "text/plain", "utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
