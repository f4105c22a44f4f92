package io.copydesk.lab.console;

import io.copydesk.schemas.Access;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DatePrecision;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Withdrawal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** News of an invented harbour town, as several invented papers bring them. Immutable. */
final class HarbourNews {

    static final List<String> SITES =
            List.of("quaypost.example", "kelpcourier.example", "bahiadiario.example", "hafenblatt.example");

    /** A headline that tries to be markup. */
    static final String HOSTILE =
            "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>\u202Etxet desrever";

    private static final List<String> SUBJECTS = List.of(
            "Ferry line",
            "Harbour office",
            "Lighthouse",
            "Fish market",
            "Dredging of the channel",
            "Sailing school",
            "Customs house",
            "Pilot boat",
            "Breakwater",
            "Kelp farm",
            "Drawbridge",
            "Cold store");

    private static final List<String> EVENTS = List.of(
            "opens a week early",
            "is closed after a storm",
            "gets a new director",
            "asks the town for money",
            "counts more visitors than ever",
            "is moved across the bay",
            "loses its oldest crane",
            "celebrates its hundredth year",
            "is to be sold");

    private final Instant now;

    /** @param now the time of the newest article */
    HarbourNews(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    static String articleId(int number) {
        return "urn:copydesk:article:" + Sha256.hex("article " + number).substring(0, 32);
    }

    static String subject(int story) {
        return SUBJECTS.get(story % SUBJECTS.size());
    }

    static String headline(int story) {
        return subject(story) + " " + EVENTS.get(story / SUBJECTS.size() % EVENTS.size());
    }

    /** The feed of a site. */
    static String feed(String site) {
        return "https://www." + site + "/feed.xml";
    }

    /** The article with this number: four to a story, the first of which is copied by the second. */
    Article article(int number) {
        int story = number / 4;
        int member = number % 4;
        String headline = headline(story) + (member == 0 ? "" : member == 1 ? ", agency says" : ": part " + member);
        return article(number, headline, body(story, member), 1, relations(number), null);
    }

    /** The first and the second of a story are copies of each other. */
    static List<Relation> relations(int number) {
        int other = number % 4 == 0 ? number + 1 : number - 1;
        return number % 4 > 1 ? List.of() : List.of(new Relation(articleId(other), Relation.Kind.NEAR, .94, "near-3"));
    }

    Article article(
            int number,
            String headline,
            String body,
            int version,
            List<Relation> relations,
            @Nullable Withdrawal withdrawn) {
        String site = SITES.get(number % SITES.size());
        String time = now.minus(11L * (number + 1), ChronoUnit.MINUTES).toString();
        String language = site.startsWith("bahia") ? "es" : site.startsWith("hafen") ? "de" : "en-GB";
        boolean metered = number % 7 == 3;
        Access access = metered
                ? new Access(Access.State.METERED, false, null, List.of("notice: You have read 2 of 5 free articles."))
                : Access.FREE;
        String id = articleId(number);
        Pipeline pipeline = Pipeline.builder()
                .inputId("https://www." + site + "/news/" + number + "#" + version)
                .site(site)
                .fetched(time)
                .eventTime(time)
                .datePrecision(DatePrecision.INSTANT)
                .textDigest(Sha256.hex(body))
                .contentDigest(Sha256.hex(headline + body))
                .extractor("copydesk/0.1.0")
                .removed(removed(number))
                .access(access)
                .decision(new Decision(articleId(number / 4 * 4), storyId(number / 4), relations))
                .confidence(.97)
                .announced(List.of(
                        new Announcement(feed(site), "Feed of " + site, "Harbours", null, headline, time, time)))
                .withdrawn(withdrawn)
                .build();
        return Article.builder()
                .id(id)
                .url("https://www." + site + "/news/" + number)
                .headline(headline)
                .articleBody(body)
                .author(List.of())
                .datePublished(time)
                .inLanguage(language)
                .keywords(List.of(subject(number / 4), "harbour"))
                .mentions(HarbourQuotes.mentions(body))
                .quotes(HarbourQuotes.in(body))
                .version(version)
                .pipeline(pipeline)
                .build();
    }

    static String storyId(int story) {
        return articleId(story * 4);
    }

    Story story(int story) {
        List<String> members = List.of(
                        articleId(story * 4),
                        articleId(story * 4 + 1),
                        articleId(story * 4 + 2),
                        articleId(story * 4 + 3))
                .stream()
                .sorted()
                .toList();
        return Story.builder()
                .id(storyId(story))
                .headline(headline(story))
                .workCount(3)
                .works(List.of(articleId(story * 4), articleId(story * 4 + 2), articleId(story * 4 + 3)))
                .memberCount(4)
                .members(members)
                .languages(List.of("de", "en-GB", "es"))
                .firstEventTime(
                        now.minus(11L * (story * 4 + 4), ChronoUnit.MINUTES).toString())
                .lastEventTime(
                        now.minus(11L * (story * 4 + 1), ChronoUnit.MINUTES).toString())
                .terms(List.of(subject(story), "harbour", "Port Calder", "council", "tide"))
                .build();
    }

    static String body(int story, int member) {
        String subject = subject(story).toLowerCase(Locale.ROOT);
        return "The " + subject + " of Port Calder was the talk of the town council on Monday. Some " + (30 + story)
                + " people had come to listen, more than the old hall has chairs.\n\n"
                + "“We have waited for this since the spring tide,” said " + HarbourQuotes.HARBOUR_MASTER
                + ", the harbour master, who has worked with the " + subject + " for " + (5 + story % 20)
                + " years. “Nobody asked the boats,” she added. The council will vote in " + (2 + member)
                + " weeks.\n\n"
                + "Until then nothing changes: the boats leave at seven and at four, and the office is open in the morning. A plan"
                + " of the works hangs beside the door of the town hall, where notes can be left.";
    }

    private static List<Removed> removed(int number) {
        Removed share = new Removed("Share this article", RemovalReason.SHARE, "notices/en/share-1", "en");
        Removed letter = new Removed(
                "The tide tables every morning: sign up for our free letter.",
                RemovalReason.NEWSLETTER,
                "notices/en/newsletter-2",
                "en");
        Removed device = new Removed(
                "¿Quieres añadir otro usuario a tu suscripción? Si continúas leyendo en este dispositivo, no se podrá leer en el otro.",
                RemovalReason.DEVICE_SHARING,
                "notices/es/device-sharing-1",
                "es");
        Removed related = new Removed(
                "More from the harbour\nCold store to be sold\nDrawbridge stays open at night",
                RemovalReason.RELATED,
                "blocks/related-links",
                "en");
        return number % 3 == 0
                ? List.of(share, device, related)
                : number % 3 == 1 ? List.of(letter, share) : List.of(share);
    }
}
