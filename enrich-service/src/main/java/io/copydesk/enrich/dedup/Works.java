package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All texts, the edges between them, and the works they form. Its state is a function of the set of fingerprints that are in it,
 * whatever the order in which they came. For one thread.
 */
public final class Works {

    private final TextIndex index = new TextIndex();

    /**
     * The effect of one change.
     *
     * @param dissolved works that no longer exist
     * @param formed works that exist in their place
     * @param related texts whose edges or whose first copies changed
     * @param moved texts whose work has another id than before
     */
    public record Regrouping(List<Work> dissolved, List<Work> formed, Set<Text> related, List<Text> moved) {}

    /** Replaces the fingerprint of an article, or adds it. */
    public Regrouping put(Fingerprint article) {
        return new Regrouper(index).put(article);
    }

    /** Removes a work that is in. Texts that were linked with it lose the link, and are not changed otherwise. */
    public void forget(Work work) {
        for (Text text : work.texts()) {
            text.links().forEach((other, link) -> other.unlink(text));
            text.unlinkAll();
            index.removeKeys(text);
            index.remove(text);
            text.members().forEach(index::remove);
        }
    }

    /** All texts that are in, in any order. */
    public List<Text> texts() {
        return index.texts();
    }

    /** The fingerprint of the article with this id; {@code null} when it is not in. */
    public @Nullable Fingerprint find(String articleId) {
        return index.article(articleId);
    }

    /**
     * The text of the article with this id.
     *
     * @throws NoSuchElementException when it is not in
     */
    public Text textOf(String articleId) {
        Fingerprint article = index.article(articleId);
        Text text = article == null ? null : index.text(article.textKey());
        if (text == null) {
            throw new NoSuchElementException("no fingerprint of article " + articleId);
        }
        return text;
    }
}
