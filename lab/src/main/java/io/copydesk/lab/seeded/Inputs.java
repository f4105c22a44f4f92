package io.copydesk.lab.seeded;

import io.copydesk.ingest.page.Capture;
import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.SitePartitions;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a seed, invented: articles of a few events, their versions, old captures, copies and near copies, withdrawals and
 * returns, a site with boilerplate, and what becomes dead letters; and feeds that announce them. Some come twice. Immutable once made.
 */
final class Inputs {

    private static final Instant START = Instant.parse("2032-05-01T06:00:00Z");
    private static final int SITES = 5;

    private record Written(String url, String headline, List<String> sentences, Instant published, Instant fetched) {}

    private record Sent(String id, String url, byte[] value) {}

    private final SplittableRandom random;
    private final InventedText text;
    private final String footer;
    private final int partitions;
    private final Map<TopicPartition, List<LogRecord>> pages = new LinkedHashMap<>();
    private final Set<String> accepted = new TreeSet<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final List<Written> written = new ArrayList<>();
    private final List<Written> copies = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private Instant now = START;
    private int count;

    private Inputs(long seed) {
        random = new SplittableRandom(seed);
        text = new InventedText(random.split(), 2 + random.nextInt(3));
        footer = text.footer();
        partitions = 1 + random.nextInt(4);
        for (int i = 0; i < partitions; i++) {
            pages.put(new TopicPartition(Topics.PAGES.name(Stage.PREFIX), i), new ArrayList<>());
        }
    }

    static Inputs of(long seed) {
        Inputs inputs = new Inputs(seed);
        inputs.write(10 + inputs.random.nextInt(20));
        return inputs;
    }

    /** The pages of a seed, in each partition in another order; those without an id, whose dead letters are named by their places, in theirs. */
    static Inputs inOtherOrder(long seed, long order) {
        Inputs inputs = of(seed);
        SplittableRandom random = new SplittableRandom(order);
        inputs.pages.values().forEach(records -> shuffle(records, random));
        return inputs;
    }

    /** They arrive at the same times. */
    private static void shuffle(List<LogRecord> records, SplittableRandom random) {
        List<Integer> places = IntStream.range(0, records.size())
                .filter(place -> Lineage.inputId(records.get(place).headers()) != null)
                .boxed()
                .toList();
        for (int i = places.size() - 1; i > 0; i--) {
            int one = places.get(i);
            int other = places.get(random.nextInt(i + 1));
            LogRecord first = records.get(one);
            LogRecord second = records.get(other);
            records.set(one, second.at(first.timestamp()));
            records.set(other, first.at(second.timestamp()));
        }
    }

    /** At least {@code count} pages. */
    static Inputs of(long seed, int count) {
        Inputs inputs = new Inputs(seed);
        inputs.write(count);
        return inputs;
    }

    int partitions() {
        return partitions;
    }

    int count() {
        return count;
    }

    List<TopicPartition> partitionsOfPages() {
        return List.copyOf(pages.keySet());
    }

    List<LogRecord> pages(TopicPartition partition) {
        return Objects.requireNonNull(pages.get(partition));
    }

    /** The ids of the inputs that are articles, or repeat one. */
    Set<String> accepted() {
        return accepted;
    }

    /** The keys in the ledger of the inputs that become dead letters, and the dead letters' ids. */
    Map<String, String> refused() {
        return refused;
    }

    private void write(int least) {
        int inputs = least;
        int boilerplate = random.nextInt(3) == 0 ? 5 + random.nextInt(2) : 0;
        while (count < inputs + boilerplate) {
            now = now.plus(
                    random.nextInt(12) == 0
                            ? Duration.ofHours(random.nextInt(72) - 36L)
                            : Duration.ofMinutes(1 + random.nextInt(40)));
            if (boilerplate > 0 && random.nextInt(inputs) < 6) {
                boilerplate--;
                inputs++;
                pageWithFooter();
            } else if (written.isEmpty()) {
                article();
            } else {
                any();
            }
        }
    }

    private void any() {
        Written earlier = written.get(random.nextInt(written.size()));
        switch (random.nextInt(22)) {
            case 0, 1, 2 -> again(earlier, text.edited(earlier.sentences), now);
            case 3 ->
                again(
                        earlier,
                        text.edited(earlier.sentences),
                        earlier.fetched.minusSeconds(60 + random.nextInt(90_000)));
            case 4 -> again(earlier, earlier.sentences, now);
            case 5, 6 -> copy(earlier, earlier.sentences, now);
            case 7, 8 -> copy(earlier, text.edited(earlier.sentences), now);
            case 9 -> copy(earlier, earlier.sentences, earlier.published.minusSeconds(60 + random.nextInt(90_000)));
            case 10 -> article(text.joined());
            case 11 -> refusedPage();
            case 12 -> twice();
            case 13 -> rewritten(earlier);
            case 14, 15 -> announced(random.nextInt(4) == 0 ? url() : earlier.url);
            case 16, 17 -> withdrawn(earlier);
            case 18 -> shown(earlier);
            case 19 -> returned(earlier);
            default -> article();
        }
    }

    private void article() {
        article(text.text());
    }

    private void article(List<String> sentences) {
        put(new Written(url(), text.headline(sentences), sentences, now, now));
    }

    private void again(Written earlier, List<String> sentences, Instant fetched) {
        put(new Written(earlier.url, earlier.headline, sentences, earlier.published, fetched));
    }

    private void copy(Written earlier, List<String> sentences, Instant published) {
        Written copy = new Written(url(), earlier.headline, sentences, published, now);
        copies.add(copy);
        put(copy);
    }

    /** A copy that becomes an article of its own, if there is one. */
    private void rewritten(Written article) {
        again(copies.isEmpty() ? article : copies.get(random.nextInt(copies.size())), text.text(), now);
    }

    /** The word that the page of an article is gone. */
    private void withdrawn(Written article) {
        Instant at = after(article);
        Sign sign = random.nextBoolean() ? Sign.GONE : Sign.NOT_FOUND;
        List<Evidence> evidence = List.of(
                new Evidence(at.minusSeconds(4_000).toString(), sign, null), new Evidence(at.toString(), sign, null));
        notice(article.url, at, new WithdrawalNotice(null, false, evidence));
    }

    /** Its page is there again: as it was or edited, or as somebody says. */
    private void returned(Written article) {
        Instant at = after(article);
        if (random.nextInt(3) == 0) {
            notice(article.url, at, new WithdrawalNotice(null, true, List.of()));
        } else {
            again(article, random.nextBoolean() ? article.sentences : text.edited(article.sentences), at);
        }
    }

    private void notice(String url, Instant at, WithdrawalNotice notice) {
        String id = "input-" + number("input");
        accepted.add(id);
        put(id, url, WarcPages.encode(notice.page(id, url, at)));
    }

    /** The page of an article with a notice in place of its text. */
    private void shown(Written article) {
        String id = "input-" + number("input");
        accepted.add(id);
        String html = "<!doctype html><html lang=en><head><title>" + article.headline + "</title></head><body><h1>"
                + article.headline + "</h1><p>This article has been removed.</body></html>";
        put(id, article.url, WarcPages.encode(response(id, article.url, 200, html, after(article))));
    }

    private Instant after(Written article) {
        return now.isAfter(article.fetched) ? now : article.fetched.plusSeconds(1);
    }

    private String url() {
        return "https://www.paper" + random.nextInt(SITES) + ".example/story/" + number("story");
    }

    private int number(String of) {
        return numbers.merge(of, 1, Integer::sum);
    }

    private void put(Written article) {
        written.add(article);
        String body = Json.object()
                .put("headline", article.headline)
                .put("articleBody", String.join(" ", article.sentences))
                .put("datePublished", article.published.toString())
                .put("inLanguage", "en")
                .toString();
        String id = "input-" + number("input");
        accepted.add(id);
        put(
                id,
                article.url,
                WarcPages.encode(
                        Page.resource(id, article.url, article.fetched, "application/ld+json", "utf-8", utf8(body))));
    }

    /** An HTML page of the site whose pages all end in the same line, which the site's boilerplate learns. */
    private void pageWithFooter() {
        List<String> sentences = text.text();
        String headline = text.headline(sentences);
        StringBuilder html = new StringBuilder("<!doctype html><html lang=en><head><title>" + headline
                + "</title></head><body><article><h1>" + headline + "</h1>");
        for (int i = 0; i < sentences.size(); i += 2) {
            html.append("<p>").append(String.join(" ", sentences.subList(i, Math.min(sentences.size(), i + 2))));
        }
        html.append("<p>").append(footer).append("</article></body></html>");
        String id = "input-" + number("input");
        accepted.add(id);
        String url = "https://www.gazette.example/news/" + number("story");
        put(id, url, WarcPages.encode(response(id, url, 200, html.toString())));
    }

    /** A feed names a page, which is known or comes later or never; several may, and one of them twice. */
    private void announced(String url) {
        String feed = "https://www.feeds.example/" + random.nextInt(4) + ".xml";
        append(
                partition(url),
                url,
                new PageAnnouncement(
                                url,
                                new Announcement(feed, "Feed", null, url, "As the feed calls it", null, now.toString()))
                        .encode());
    }

    private void refusedPage() {
        String id = "input-" + number("input");
        String url = url();
        switch (random.nextInt(4)) {
            case 0 -> {
                refused.put(id, "clean/" + id);
                put(id, url, WarcPages.encode(response(id, url, 404, "<p>Not here")));
            }
            case 1 -> {
                refused.put(id, "clean/" + id);
                put(id, url, utf8("no WARC record"));
            }
            case 2 -> refuseUnnamed(url, utf8("no WARC record and no input id"));
            default -> refuseUnnamed(url, null);
        }
    }

    /** A record without the id of an input: its dead letter is named after its place in the log. */
    private void refuseUnnamed(String url, byte @Nullable [] value) {
        TopicPartition to = partition(url);
        String id =
                "clean/" + to.topic() + "/" + to.partition() + "/" + pages(to).size();
        refused.put(id, id);
        append(to, url, value);
    }

    private Page response(String id, String url, int status, String html) {
        return response(id, url, status, html, now);
    }

    private static Page response(String id, String url, int status, String html, Instant at) {
        return new Page(
                id,
                url,
                at,
                Capture.RESPONSE,
                status,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                "text/html",
                "utf-8",
                utf8(html));
    }

    /** The same record again, as after a retry of its producer's application. */
    private void twice() {
        Sent again = sent.get(random.nextInt(sent.size()));
        put(again.id, again.url, again.value);
    }

    private void put(String id, String url, byte[] value) {
        sent.add(new Sent(id, url, value));
        Lineage.mark(append(partition(url), url, value), id);
    }

    private Headers append(TopicPartition to, String url, byte @Nullable [] value) {
        byte[] key = utf8(Site.of(url));
        Headers headers = new ProducerRecord<>(to.topic(), key, value).headers();
        pages(to).add(new LogRecord(key, value, headers, now.toEpochMilli(), null, Transaction.committed()));
        count++;
        return headers;
    }

    private TopicPartition partition(String url) {
        return new TopicPartition(Topics.PAGES.name(Stage.PREFIX), SitePartitions.of(Site.of(url), partitions));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
