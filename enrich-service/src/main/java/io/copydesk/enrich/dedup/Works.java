package io.copydesk.enrich.dedup;

import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All texts, the edges between them, and the works they form. Its state is a function of the set of fingerprints that are in it,
 * whatever the order in which they came. For one thread.
 */
public final class Works {

    /** The versions of the rules that its state depends on. */
    public static final String RULES =
            EdgeConstants.EXACT.label() + " " + EdgeConstants.COPY.label() + " " + EdgeConstants.PART.label();

    private static final int NO_MORE = -1;

    private final TextIndex index = new TextIndex();

    /** The samples of all fingerprints that are in. */
    private final ByteBlocks blocks;

    /** None yet; all is kept on the heap. */
    public Works() {
        this(ByteBlocks.onHeap());
    }

    /** @param blocks for what is compared of each text; of no other use */
    public Works(ByteBlocks blocks) {
        this.blocks = blocks;
    }

    /**
     * The effect of one change.
     *
     * @param dissolved works that no longer exist
     * @param formed works that exist in their place
     * @param related texts whose edges or whose first copies changed
     * @param moved texts whose work has another id than before
     * @param changed large works that got or lost articles and have the original that they had
     */
    public record Regrouping(
            List<Work> dissolved, List<Work> formed, Set<Text> related, List<Text> moved, List<Work> changed) {}

    /** Replaces the fingerprint of an article, or adds it. */
    public Regrouping put(Fingerprint article) {
        blocks.reclaim();
        Fingerprint before = index.article(article.id());
        Regrouping regrouping = new Regrouper(index).put(article.heldIn(blocks));
        if (before != null) {
            before.release();
        }
        return regrouping;
    }

    /** Removes the fingerprint of an article that is in, as if it had never been. */
    public Regrouping remove(String articleId) {
        blocks.reclaim();
        Fingerprint before = index.article(articleId);
        Regrouping regrouping = new Regrouper(index).remove(articleId);
        if (before != null) {
            before.release();
        }
        return regrouping;
    }

    /** Writes all texts and the links between them; the works follow from these. */
    public void write(SnapshotWriter out) throws IOException {
        List<Text> texts = texts();
        Map<Text, Integer> numbers = new HashMap<>();
        out.putInt(index.articleCount());
        out.putInt(texts.size());
        for (Text text : texts) {
            out.putInt(text.members().size());
            for (Fingerprint member : text.members()) {
                member.write(out);
            }
            writeLinks(text, numbers, out);
            numbers.put(text, numbers.size());
        }
    }

    /** Those to texts with a number: each link is written with the later of the two. */
    private static void writeLinks(Text text, Map<Text, Integer> numbers, SnapshotWriter out) throws IOException {
        for (Map.Entry<Text, SharedText> link : text.links().entrySet()) {
            Integer number = numbers.get(link.getKey());
            if (number != null) {
                out.putInt(number);
                link.getValue().write(out);
            }
        }
        out.putInt(NO_MORE);
    }

    /** The texts that were written, and the links between them; {@link #complete} is to be called before anything else is changed. */
    public static Works read(SnapshotReader in, ByteBlocks blocks) throws IOException {
        Works works = new Works(blocks);
        int articles = in.getInt();
        int count = in.getInt();
        works.index.reserve(articles, count);
        List<Text> texts = new ArrayList<>();
        while (texts.size() < count) {
            texts.add(works.readText(in, texts));
        }
        return works;
    }

    /** Finds what follows from the texts and links that were read. Articles may be {@linkplain #find found} meanwhile. */
    public void complete() {
        index.addAllKeys();
        new Regrouper(index).groupAll(texts());
    }

    private Text readText(SnapshotReader in, List<Text> before) throws IOException {
        List<Fingerprint> members = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            members.add(Fingerprint.read(in).heldIn(blocks));
        }
        members.forEach(index::add);
        Text text = Text.of(members);
        index.add(text);
        for (int number = in.getInt(); number != NO_MORE; number = in.getInt()) {
            SharedText link = SharedText.read(in);
            text.link(before.get(number), link);
            before.get(number).link(text, link);
        }
        return text;
    }

    /** Removes a work that is in. Texts that were linked with it lose the link, and are not changed otherwise. */
    public void forget(Work work) {
        for (Text text : work.texts()) {
            text.links().forEach((other, link) -> other.unlink(text));
            text.unlinkAll();
            index.removeKeys(text);
            index.remove(text);
            text.members().forEach(index::remove);
            text.members().forEach(Fingerprint::release);
        }
    }

    /** Whether no article is in. */
    public boolean isEmpty() {
        return index.articleCount() == 0;
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
