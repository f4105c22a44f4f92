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
    private int articles;

    /** {@code null} until they are asked for, and when articles have left since. */
    private @Nullable Members members;

    /** @param texts its texts, in order */
    Work(Collection<Text> texts) {
        this.texts = new ArrayList<>(texts);
        original = this.texts.get(0).first();
        for (Text text : texts) {
            articles += text.size();
        }
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

    /** All of its articles. */
    public Members members() {
        Members all = members;
        if (all == null) {
            all = new Members();
            all.addAll(texts);
            members = isLarge() ? all : null;
        }
        return all;
    }

    boolean isLarge() {
        return articles > LARGE;
    }

    /** Adds a text that is later than the first one. */
    void add(Text text) {
        int place = -1 - Collections.binarySearch(texts, text, Text.ORDER);
        texts.add(place, text);
        text.members().forEach(this::added);
    }

    /** Removes a text that is not the first one. */
    void remove(Text text) {
        texts.remove(Collections.binarySearch(texts, text, Text.ORDER));
        articles -= text.size();
        members = null;
    }

    /** Says that one of its texts got an article. */
    void added(Fingerprint article) {
        articles++;
        if (members != null) {
            members.add(article);
        }
    }

    /** Says that an article left one of its texts. */
    void left() {
        articles--;
        members = null;
    }
}
