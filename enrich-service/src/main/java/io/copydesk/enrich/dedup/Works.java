package io.copydesk.enrich.dedup;

import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
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
            List<Work> dissolved, List<Work> formed, Set<Text> related, List<Text> moved, List<Work> changed) {

        /** Works that exist now and were not as they are. */
        public List<Work> present() {
            return Stream.concat(formed.stream(), changed.stream()).toList();
        }
    }

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

    /** Writes all that it holds. */
    public void write(SnapshotWriter out) throws IOException {
        blocks.write(out);
        List<Text> texts = texts();
        out.putInt(index.articleCount());
        out.putInt(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            text.numberAs(i);
            out.putInt(text.members().size());
            for (Fingerprint member : text.members()) {
                member.write(out);
            }
        }
        for (Text text : texts) {
            writeLinks(text, out);
        }
        for (Text text : texts) {
            if (text.leadsWork()) {
                writeWork(text.work(), out);
            }
        }
        out.putInt(0);
        index.writeKeys(out);
    }

    /** Each link is written with one of the two texts. */
    private static void writeLinks(Text text, SnapshotWriter out) throws IOException {
        for (Map.Entry<Text, SharedText> link : text.links().entrySet()) {
            if (link.getKey().number() < text.number()) {
                out.putInt(link.getKey().number());
                link.getValue().write(out);
            }
        }
        out.putInt(NO_MORE);
    }

    private static void writeWork(Work work, SnapshotWriter out) throws IOException {
        out.putInt(work.texts().size());
        for (Text text : work.texts()) {
            out.putInt(text.number());
        }
    }

    /** What was written. */
    public static Works read(SnapshotReader in, ByteBlocks.Source memory) throws IOException {
        ByteBlocks blocks = memory.read(in);
        Works works = new Works(blocks);
        int articles = in.getInt();
        Text[] texts = new Text[in.getInt()];
        works.index.reserve(articles, texts.length);
        for (int i = 0; i < texts.length; i++) {
            texts[i] = works.readText(in);
        }
        for (Text text : texts) {
            readLinks(in, text, texts);
        }
        for (int count = in.getInt(); count > 0; count = in.getInt()) {
            readWork(in, count, texts);
        }
        works.index.readKeys(in, texts);
        return works;
    }

    private Text readText(SnapshotReader in) throws IOException {
        List<Fingerprint> members = new ArrayList<>(1);
        for (int left = in.getInt(); left > 0; left--) {
            members.add(Fingerprint.read(in, blocks));
        }
        members.forEach(index::add);
        Text text = Text.of(members);
        index.add(text);
        return text;
    }

    private static void readLinks(SnapshotReader in, Text text, Text[] texts) throws IOException {
        for (int number = in.getInt(); number != NO_MORE; number = in.getInt()) {
            SharedText link = SharedText.read(in);
            text.link(texts[number], link);
            texts[number].link(text, link);
        }
    }

    private static void readWork(SnapshotReader in, int count, Text[] texts) throws IOException {
        List<Text> together = new ArrayList<>(count);
        while (together.size() < count) {
            together.add(texts[in.getInt()]);
        }
        Work work = new Work(together);
        together.forEach(text -> text.setWork(work));
    }

    /** The blocks that its articles are in. */
    public ByteBlocks blocks() {
        return blocks;
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
        Text text = textOfIndexed(index.article(articleId));
        if (text == null) {
            throw new NoSuchElementException("no fingerprint of article " + articleId);
        }
        return text;
    }

    /**
     * The text of the article that a fingerprint is of, which may be an earlier one of it.
     *
     * @throws NoSuchElementException when it is not in
     */
    public Text textOf(Fingerprint known) {
        Text own = index.text(known.textKey());
        if (own != null && own.first() == known) {
            return own; // as nearly always
        }
        Text text = textOfIndexed(index.article(known));
        return text == null ? textOf(known.id()) : text;
    }

    private @Nullable Text textOfIndexed(@Nullable Fingerprint article) {
        return article == null ? null : index.text(article.textKey());
    }
}
