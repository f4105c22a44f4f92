package io.copydesk.extraction.kind;

import io.copydesk.extraction.model.TreeEnsemble;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.PageAssessment;
import io.copydesk.schemas.PageKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How likely a page is an article, and which other kind it is most likely: one ensemble of trees for each kind, that of articles deciding first.
 * Immutable and thread-safe.
 *
 * <p>Internal: public for the training module only, may change in any release.
 */
public final class KindClassifier {

    private static final String KIND = "kind ";
    private static final String WORDS = "words";

    private final WordScores words;
    private final Map<PageKind, TreeEnsemble> ensembles;

    private KindClassifier(WordScores words, Map<PageKind, TreeEnsemble> ensembles) {
        this.words = words;
        this.ensembles = ensembles;
    }

    /** The bundled model. */
    public static KindClassifier load() {
        return parse(ResourceLines.of(KindClassifier.class, "kind-model.txt"));
    }

    /**
     * A classifier from its lines: {@code words} and the lines of {@link WordScores}, which may be missing, then {@code kind NAME} and the lines of its
     * ensemble, for articles and other kinds.
     *
     * @throws IllegalArgumentException when the lines are not of that form, see {@link TreeEnsemble#parse}
     */
    public static KindClassifier parse(List<String> lines) {
        Map<PageKind, TreeEnsemble> ensembles = new EnumMap<>(PageKind.class);
        List<String> columns = KindSheet.columns();
        WordScores words = WordScores.parse(List.of());
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1;
            while (to < lines.size() && !lines.get(to).startsWith(KIND)) {
                to++;
            }
            List<String> part = lines.subList(from + 1, to);
            if (lines.get(from).equals(WORDS)) {
                words = WordScores.parse(part);
            } else {
                String name = lines.get(from).substring(KIND.length()).toUpperCase(Locale.ROOT);
                ensembles.put(PageKind.valueOf(name), TreeEnsemble.parse(part, columns::indexOf));
            }
            from = to;
        }
        if (!ensembles.containsKey(PageKind.ARTICLE)) {
            throw new IllegalArgumentException("a kind model has an ensemble for articles");
        }
        return new KindClassifier(words, ensembles);
    }

    /**
     * What a page is likely to be.
     *
     * @param assessment the most likely kind: an article, or the likeliest of the others
     * @param article how likely it is an article, 0–1
     */
    public record Judgement(PageAssessment assessment, double article) {}

    /** What the page is likely to be. */
    public Judgement judge(KindSheet sheet) {
        float[] row = sheet.row(words);
        double article = likelihood(PageKind.ARTICLE, row);
        List<PageKind> others = new ArrayList<>(ensembles.keySet());
        others.remove(PageKind.ARTICLE);
        double sum = 0;
        double highest = 0;
        PageKind best = PageKind.ARTICLE;
        for (PageKind kind : others) {
            double own = likelihood(kind, row);
            sum += own;
            if (own > highest) {
                highest = own;
                best = kind;
            }
        }
        double share = sum == 0 ? 0 : (1 - article) * highest / sum;
        return new Judgement(
                article >= share ? new PageAssessment(PageKind.ARTICLE, article) : new PageAssessment(best, share),
                article);
    }

    private double likelihood(PageKind kind, float[] row) {
        return Objects.requireNonNull(ensembles.get(kind)).likelihood(row);
    }
}
