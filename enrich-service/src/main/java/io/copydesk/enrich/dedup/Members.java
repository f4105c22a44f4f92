package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.schemas.Story;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a story says of articles: articles are added one by one, and cost the same however many there are. For one thread. */
public final class Members {

    /** More than are listed are let go when there are twice as many. */
    private static final int MOST_KEPT = 2 * Story.MOST_LISTED;

    /** All of those whose ids come first, and some others. */
    private final List<Fingerprint> kept = new ArrayList<>();

    private final Set<String> languages = new TreeSet<>();
    private @Nullable String lastLanguage;
    private int count;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private boolean outdated;

    /** Adds an article. */
    public void add(Fingerprint article) {
        count++;
        String language = article.language();
        if (language != null && !language.equals(lastLanguage)) {
            languages.add(language);
            lastLanguage = language;
        }
        earliest = Math.min(earliest, article.eventMillisOr(Long.MAX_VALUE));
        latest = Math.max(latest, article.eventMillisOr(Long.MIN_VALUE));
        keep(article);
    }

    /** Adds the articles of others. */
    public void addAll(Members others) {
        count += others.count;
        languages.addAll(others.languages);
        earliest = Math.min(earliest, others.earliest);
        latest = Math.max(latest, others.latest);
        others.kept.forEach(this::keep);
    }

    /** Those of texts. */
    static Members of(Collection<Text> texts) {
        Members all = new Members();
        texts.forEach(text -> text.members().forEach(all::add));
        return all;
    }

    /** Says that some have left. */
    void outdate() {
        outdated = true;
    }

    /** Whether some have left since. */
    boolean isOutdated() {
        return outdated;
    }

    private void keep(Fingerprint article) {
        kept.add(article);
        if (kept.size() == MOST_KEPT) {
            kept.sort(Fingerprint.BY_ID);
            kept.subList(Story.MOST_LISTED, kept.size()).clear();
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** BCP 47 tags. */
    public Set<String> languages() {
        return Collections.unmodifiableSet(languages);
    }

    /** The earliest event time in milliseconds since 1970; after {@link #latest} when none is known. */
    public long earliest() {
        return earliest;
    }

    /** The latest event time in milliseconds since 1970. */
    public long latest() {
        return latest;
    }

    /** The ids that come first, sorted; {@link Story#MOST_LISTED} at most. */
    public List<String> listed() {
        kept.sort(Fingerprint.BY_ID);
        return kept.stream().limit(Story.MOST_LISTED).map(Fingerprint::id).toList();
    }
}
