package io.copydesk.ingest.boilerplate;

import io.copydesk.kit.streams.RevertibleWrites;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The pages of each site, and what was learned from them. What is learned in a period is a pure function of
 * a sample: the pages of the {@value #SAMPLE} least article ids of the period and as many of the period before, one page for
 * each article. Article ids are digests, so that is a fair sample, and the same for every order of arrival.
 *
 * <p>Not thread-safe: it belongs to one task.
 */
public final class SiteMemory {

    static final int SAMPLE = 64;

    /** Sorts behind the space that ends an article's id, and behind everything that follows a prefix. */
    private static final char AFTER_SPACE = ' ' + 1;

    private static final char END = Character.MAX_VALUE;

    private final KeyValueStore<String, PageLines> pages;
    private final KeyValueStore<String, LearnedSet> learned;
    private final LineTexts texts;
    private final RevertibleWrites writes;

    /**
     * A memory in two stores.
     *
     * @param pages lines by site, period and observation
     * @param learned what was learned, by site and period
     * @param bodies the text of an observation by its key, empty when it is nowhere any more
     * @param writes for all writes to the two stores
     */
    public SiteMemory(
            KeyValueStore<String, PageLines> pages,
            KeyValueStore<String, LearnedSet> learned,
            UnaryOperator<String> bodies,
            RevertibleWrites writes) {
        this.pages = pages;
        this.learned = learned;
        this.texts = new LineTexts(bodies);
        this.writes = writes;
    }

    /** What is known now about the site and the period of a page. */
    public LearnedSet learned(SeenPage page) {
        return learned(page.site(), page.period());
    }

    /** Where the paragraphs of a page that was learned from stand; all unknown when it was not. */
    public int[] places(SeenPage page) {
        int paragraphs = PageLines.split(page.body()).size();
        PageLines known = pages.get(prefix(page.site(), page.period()) + page.key());
        return known == null ? new int[paragraphs] : known.places(paragraphs);
    }

    /** Everything learned of a site, by the name of the period, the earliest first. */
    public SortedMap<String, LearnedSet> learned(String site) {
        SortedMap<String, LearnedSet> all = new TreeMap<>();
        String prefix = site + " ";
        try (KeyValueIterator<String, LearnedSet> range = learned.prefixScan(prefix, new StringSerializer())) {
            while (range.hasNext()) {
                KeyValue<String, LearnedSet> entry = range.next();
                all.put(entry.key.substring(prefix.length()), entry.value);
            }
        }
        return all;
    }

    /**
     * Takes in a page of an article, and forgets others of the same article.
     *
     * @param arrived the new page, if it is to be learned from
     * @param gone observations that were replaced
     */
    public LearnedChange learn(Optional<SeenPage> arrived, List<SeenPage> gone) {
        Set<Period> touched = new LinkedHashSet<>();
        texts.begin();
        gone.forEach(page -> texts.changed(page.key()));
        arrived.ifPresent(page -> texts.changed(page.key()));
        for (SeenPage page : gone) {
            writes.put(pages, prefix(page.site(), page.period()) + page.key(), null);
            touched.add(page.period());
        }
        if (arrived.isPresent()) {
            SeenPage page = arrived.get();
            String key = prefix(page.site(), page.period()) + page.key();
            writes.put(pages, key, PageLines.of(page.headline(), page.body(), page.places()));
            if (sample(page.site(), page.period()).containsKey(key)) {
                touched.add(page.period());
            }
        }
        Map<Period, LearnedSet> before = new LinkedHashMap<>();
        Set<String> articles = new LinkedHashSet<>();
        Stream.concat(arrived.stream(), gone.stream())
                .map(SeenPage::site)
                .findFirst()
                .ifPresent(site -> touched.stream()
                        .flatMap(period -> Stream.of(period, period.next()))
                        .distinct()
                        .forEach(period -> relearn(site, period, before, articles)));
        return new LearnedChange(before, articles);
    }

    private void relearn(String site, Period period, Map<Period, LearnedSet> before, Set<String> articles) {
        LearnedSet known = learned(site, period);
        LearnedSet now = relearned(site, period);
        if (!now.equals(known)) {
            writes.put(learned, site + " " + period.name(), now.equals(LearnedSet.NOTHING) ? null : now);
            before.put(period, known);
            articles.addAll(articlesWith(now.differences(known), now.placesThatDiffer(known), site, period));
        }
    }

    private LearnedSet learned(String site, Period period) {
        LearnedSet known = learned.get(site + " " + period.name());
        return known == null ? LearnedSet.NOTHING : known;
    }

    private LearnedSet relearned(String site, Period period) {
        Map<String, PageLines> sample = sample(site, period);
        if (sample.isEmpty()) {
            return LearnedSet.NOTHING;
        }
        Map<String, KeyValue<String, PageLines>> byArticle = new LinkedHashMap<>();
        for (Period from : List.of(period, period.previous())) {
            int prefix = prefix(site, from).length();
            sample(site, from).forEach((key, page) -> {
                String observation = key.substring(prefix);
                byArticle.putIfAbsent(article(observation), KeyValue.pair(observation, page));
            });
        }
        List<KeyValue<String, PageLines>> window = List.copyOf(byArticle.values());
        return Evidence.learn(
                window.stream().map(entry -> entry.value).toList(),
                (page, line) -> texts.of(window.get(page).key, line));
    }

    /** The earliest page of each article of the sample, by key. */
    private Map<String, PageLines> sample(String site, Period period) {
        Map<String, PageLines> sample = new LinkedHashMap<>();
        String prefix = prefix(site, period);
        String from = prefix;
        while (from != null && sample.size() < SAMPLE) {
            from = firstOfEach(prefix, from, sample);
        }
        return sample;
    }

    /** Reads on until an article comes a second time; returns where to go on behind that article, or {@code null}. */
    private @Nullable String firstOfEach(String prefix, String from, Map<String, PageLines> sample) {
        String last = null;
        try (KeyValueIterator<String, PageLines> range = pages.range(from, prefix + END)) {
            while (range.hasNext() && sample.size() < SAMPLE) {
                String article = article(range.peekNextKey().substring(prefix.length()));
                if (article.equals(last)) {
                    return prefix + article + AFTER_SPACE;
                }
                KeyValue<String, PageLines> entry = range.next();
                sample.put(entry.key, entry.value);
                last = article;
            }
        }
        return null;
    }

    private Set<String> articlesWith(List<LearnedLine> lines, Set<Integer> places, String site, Period period) {
        Set<String> articles = new LinkedHashSet<>();
        if (lines.isEmpty() && places.isEmpty()) {
            return articles;
        }
        LineIndex index = new LineIndex(lines);
        String prefix = prefix(site, period);
        try (KeyValueIterator<String, PageLines> range = pages.prefixScan(prefix, new StringSerializer())) {
            while (range.hasNext()) {
                KeyValue<String, PageLines> entry = range.next();
                PageLines page = entry.value;
                if (page.cut()
                        || page.lines().stream()
                                .anyMatch(line -> places.contains(line.place())
                                        || index.find(line.key()).isPresent())) {
                    articles.add(article(entry.key.substring(prefix.length())));
                }
            }
        }
        return articles;
    }

    private static String prefix(String site, Period period) {
        return site + " " + period.name() + " ";
    }

    private static String article(String observation) {
        return observation.substring(0, observation.indexOf(' '));
    }
}
