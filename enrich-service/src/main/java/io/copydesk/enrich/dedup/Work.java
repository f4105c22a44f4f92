package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are copies of each other, under the earliest article. Compared by identity: a regrouping forms new works, but a large one that only
 * gets further texts stays, so that a copy costs the same however many there are. For one thread.
 */
public final class Work {

    /** A work of more articles is large. */
    static final int LARGE = 64;

    private final Fingerprint original;
    private final List<Text> texts;

    /** Of a large work; {@code null} for another one. */
    private @Nullable Members members;

    /** @param texts its texts, in order */
    Work(Collection<Text> texts) {
        int articles = 0;
        for (Text text : texts) {
            articles += text.size();
        }
        boolean large = articles > LARGE;
        this.texts = large ? new ArrayList<>(texts) : List.copyOf(texts);
        original = this.texts.get(0).first();
        members = large ? Members.of(texts) : null;
    }

    /** The earliest article of all. */
    public Fingerprint original() {
        return original;
    }

    /** The original's article id. */
    public String id() {
        return original().id();
    }

    /** The texts, that of the original first; not to be kept. */
    public List<Text> texts() {
        return Collections.unmodifiableList(texts);
    }

    /** Whether one of the texts contains another text as a part, as a digest of the day does. */
    public boolean holdsOthers() {
        return texts.stream().anyMatch(Text::holdsOthers);
    }

    /** Adds all of its articles to those of others. */
    public void addTo(Members all) {
        if (members == null) {
            texts.forEach(text -> text.members().forEach(all::add));
            return;
        }
        if (members.isOutdated()) {
            members = Members.of(texts);
        }
        all.addAll(members);
    }

    /** Whether it had more than {@value #LARGE} articles when it was formed. */
    boolean isLarge() {
        return members != null;
    }

    /** Adds a text that is later than the first one, to a large work. */
    void add(Text text) {
        texts.add(-1 - Collections.binarySearch(texts, text, Text.ORDER), text);
        text.members().forEach(this::added);
    }

    /** Removes a text that is not the first one, from a large work. */
    void remove(Text text) {
        texts.remove(Collections.binarySearch(texts, text, Text.ORDER));
        left();
    }

    /** Says that one of its texts got an article. */
    void added(Fingerprint article) {
        if (members != null) {
            members.add(article);
        }
    }

    /** Says that an article left one of its texts, or will. */
    void left() {
        if (members != null) {
            members.outdate();
        }
    }
}
