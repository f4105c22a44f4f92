package io.copydesk.extraction.page;

import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;

/** Finds the article on a page. Immutable and thread-safe. */
public final class MainTextFinder {

    /** Less text than this is doubted, and the page is read again with fewer rules. */
    private static final int SHORT = 300;

    private final ClassWords words;

    private MainTextFinder(ClassWords words) {
        this.words = words;
    }

    /** A finder with the bundled word lists. */
    public static MainTextFinder create() {
        return new MainTextFinder(ClassWords.load());
    }

    /**
     * The article's blocks.
     *
     * @param hints what the page's metadata say about the text
     */
    public MainText find(Document document, Hints hints) {
        MainText strict = read(document, hints, Strictness.STRICT);
        if (strict.length() >= SHORT) {
            return strict;
        }
        MainText lenient = read(document, hints, Strictness.LENIENT);
        return lenient.length() > 2 * strict.length() ? lenient : strict;
    }

    private MainText read(Document document, Hints hints, Strictness strictness) {
        ScannedPage page = PageScanner.scan(document, words);
        Curtain.lift(page);
        Anchors.apply(page, hints.articleBody());
        FurnitureRules.mark(page, strictness);
        List<Region> container = ContainerFinder.find(page, PageMass.of(page, true));
        if (container.isEmpty()) {
            return MainText.NONE;
        }
        List<Block> blocks = new ArrayList<>();
        for (Region region : container) {
            blocks.addAll(page.of(region));
        }
        BlockJudge.judge(blocks, hints);
        Repeats.drop(blocks);
        return assemble(blocks);
    }

    private static MainText assemble(List<Block> blocks) {
        List<MainText.Passage> passages = new ArrayList<>();
        List<MainText.Cut> cut = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block b = blocks.get(i);
            if (b.region.hidden) {
                continue;
            }
            if (b.removed != null) {
                cut.add(new MainText.Cut(b.order, new Removed(b.text, b.removed, b.rule, null)));
                continue;
            }
            if (b.kind == BlockKind.CELL) {
                int end = Rows.endOfRow(blocks, i);
                passages.add(Rows.join(blocks.subList(i, end)));
                i = end - 1;
                continue;
            }
            passages.add(new MainText.Passage(b.order, b.kind, b.text, b.linkDensity()));
        }
        return new MainText(passages, cut);
    }

    /**
     * What the metadata say.
     *
     * @param headline {@code null} when unknown
     * @param articleBody the text the page declares as its article's, {@code null} when it declares none
     */
    public record Hints(String headline, String articleBody) {}
}
