package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.extraction.page.MainText.Evidence;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the article on a page. Immutable and thread-safe. */
public final class MainTextFinder {

    /** Characters; a page that yields less is read again with fewer rules. */
    private static final int SHORT = 300;

    /** Blocks; a larger page is judged by the rules alone, to bound the memory for features. */
    private static final int MOST_BLOCKS = 20_000;

    /** Share of a line inside a link from which on it is the title of another page. */
    private static final double LINKED = 0.95;

    private final ClassWords words;
    private final OfferBoxes offers = OfferBoxes.load();
    private final CallBoxes calls = new CallBoxes(offers);
    /** {@code null}: by rules alone. */
    private final @Nullable BlockClassifier classifier;

    private final NoticeScore notices;

    private MainTextFinder(ClassWords words, @Nullable BlockClassifier classifier, NoticeScore notices) {
        this.words = words;
        this.notices = notices;
        this.classifier = classifier;
    }

    /**
     * A finder with the bundled word lists.
     *
     * @param classifier judges the blocks, the verdict of the rules being one of its features; {@code null} for the rules alone
     * @param notices scores a text by notice phrases, a feature of the classifier
     */
    public static MainTextFinder create(@Nullable BlockClassifier classifier, NoticeScore notices) {
        return new MainTextFinder(ClassWords.load(), classifier, notices);
    }

    /**
     * The article's blocks.
     *
     * @param hints what the page's metadata declare about the text
     */
    public MainText find(PageTree tree, Hints hints) {
        MainText strict = read(tree, hints, Strictness.STRICT);
        if (strict.length() >= SHORT) {
            return strict;
        }
        MainText lenient = read(tree, hints, Strictness.LENIENT);
        return lenient.length() > 2 * strict.length() ? lenient : strict;
    }

    /** The page's blocks as the classifier sees them. */
    public BlockSheet sheet(PageTree tree, Hints hints) {
        return judge(tree, hints, Strictness.STRICT).sheet(hints, notices);
    }

    private MainText read(PageTree tree, Hints hints, Strictness strictness) {
        Judged judged = judge(tree, hints, strictness);
        List<Block> blocks = judged.inside();
        Evidence evidence = null;
        if (classifier != null && judged.page.blocks().size() <= MOST_BLOCKS) {
            BlockSheet sheet = judged.sheet(hints, notices);
            evidence = new Evidence(sheet, classifier.classify(sheet));
            blocks = new ModelVerdict(judged.page.blocks(), sheet, evidence.likelihood()).apply(hints.squeezed());
        }
        Repeats.drop(blocks);
        RepeatedLabels.drop(blocks);
        PictureLines.drop(blocks);
        offers.mark(judged.page, blocks);
        calls.mark(judged.page, blocks);
        return assemble(judged.page, blocks, evidence);
    }

    /** A page with the verdict of the rules. */
    private record Judged(ScannedPage page, PageMass mass, List<Region> container, List<Block> inside) {

        BlockSheet sheet(Hints hints, NoticeScore notices) {
            return BlockSheet.of(page, container, mass, hints, notices);
        }
    }

    private Judged judge(PageTree tree, Hints hints, Strictness strictness) {
        ScannedPage page = PageScanner.scan(tree, words);
        HiddenMainText.lift(page);
        Anchors.apply(page, hints.articleBody());
        CookieTexts.mark(page, hints.squeezed());
        OtherArticles.mark(page, hints.squeezed(), PageMass.of(page, false));
        BoilerplateRules.mark(page, strictness);
        PageMass mass = PageMass.of(page, true);
        List<Region> container = ContainerFinder.find(page, mass);
        List<Block> inside = new ArrayList<>();
        for (Region region : container) {
            inside.addAll(page.of(region));
        }
        BlockJudge.judge(inside, hints.squeezed());
        return new Judged(page, mass, container, inside);
    }

    /** Whether all of a removed line leads to another page. */
    private boolean isTitle(Block b) {
        return "page/model".equals(b.rule) && b.linkDensity() >= LINKED && !offers.isOffer(b);
    }

    private MainText assemble(ScannedPage page, List<Block> blocks, @Nullable Evidence evidence) {
        SmallBoxes boxes = new SmallBoxes(page, blocks);
        List<Passage> passages = new ArrayList<>();
        List<Stripped> cut = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block b = blocks.get(i);
            if (b.region.hidden) {
                continue;
            }
            if (b.removed != null) {
                String rule = isTitle(b) ? "page/link-line" : Objects.requireNonNull(b.rule);
                cut.add(new Stripped(b.order, new Removed(b.text, b.removed, rule, null)));
                continue;
            }
            if (b.kind == BlockKind.CELL) {
                int end = Rows.endOfRow(blocks, i);
                passages.add(Rows.join(blocks.subList(i, end)));
                i = end - 1;
                continue;
            }
            passages.add(new Passage(
                    b.order,
                    b.text,
                    b.kind == BlockKind.HEADING,
                    b.linkDensity(),
                    b.kind == BlockKind.PREFORMATTED,
                    SitePlace.of(b),
                    boxes.of(b),
                    b.phraseless));
        }
        return new MainText(passages, cut, evidence);
    }

    /**
     * What the metadata declare about the text.
     *
     * @param headline {@code null} when unknown
     * @param description {@code null} when unknown
     * @param articleBody the text the page declares as its article's, {@code null} when it declares none
     * @param dated whether a date of publication is known
     * @param authored whether an author is known
     */
    public record Hints(
            @Nullable String headline,
            @Nullable String description,
            @Nullable String articleBody,
            boolean dated,
            boolean authored) {

        /** The hints in a page's metadata. */
        public static Hints of(PageMetadata meta) {
            return new Hints(
                    meta.heading() != null ? meta.heading() : meta.headline(),
                    meta.description(),
                    meta.articleBody(),
                    meta.published() != null,
                    !meta.authors().isEmpty());
        }

        private String squeezed() {
            return headline == null ? "" : TextShape.squeeze(headline);
        }

        /** The same, for a text that is not the one the page shows. */
        public Hints withoutBody() {
            return new Hints(headline, description, null, dated, authored);
        }
    }
}
