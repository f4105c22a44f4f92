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

    private final Map<PageKind, TreeEnsemble> ensembles;

    private KindClassifier(Map<PageKind, TreeEnsemble> ensembles) {
        this.ensembles = ensembles;
    }

    /** The bundled model. */
    public static KindClassifier load() {
        return parse(ResourceLines.of(KindClassifier.class, "kind-model.txt"));
    }

    /**
     * A classifier from its lines: {@code kind NAME}, then the lines of its ensemble, for articles and other kinds.
     *
     * @throws IllegalArgumentException when the lines are not of that form, see {@link TreeEnsemble#parse}
     */
    public static KindClassifier parse(List<String> lines) {
        Map<PageKind, TreeEnsemble> ensembles = new EnumMap<>(PageKind.class);
        List<String> columns = KindSheet.columns();
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1;
            while (to < lines.size() && !lines.get(to).startsWith("kind ")) {
                to++;
            }
            String name = lines.get(from).replaceFirst("^kind ", "").toUpperCase(Locale.ROOT);
            ensembles.put(PageKind.valueOf(name), TreeEnsemble.parse(lines.subList(from + 1, to), columns::indexOf));
            from = to;
        }
        if (!ensembles.containsKey(PageKind.ARTICLE)) {
            throw new IllegalArgumentException("a kind model has an ensemble for articles");
        }
        return new KindClassifier(ensembles);
    }

    /** How likely the page is an article, 0–1. */
    public double article(KindSheet sheet) {
        return likelihood(PageKind.ARTICLE, sheet);
    }

    /** The most likely kind: an article, or the likeliest of the others. */
    public PageAssessment assess(KindSheet sheet) {
        double article = article(sheet);
        List<PageKind> others = new ArrayList<>(ensembles.keySet());
        others.remove(PageKind.ARTICLE);
        double sum = 0;
        double highest = 0;
        PageKind best = PageKind.ARTICLE;
        for (PageKind kind : others) {
            double own = likelihood(kind, sheet);
            sum += own;
            if (own > highest) {
                highest = own;
                best = kind;
            }
        }
        double share = sum == 0 ? 0 : (1 - article) * highest / sum;
        return article >= share ? new PageAssessment(PageKind.ARTICLE, article) : new PageAssessment(best, share);
    }

    private double likelihood(PageKind kind, KindSheet sheet) {
        return Objects.requireNonNull(ensembles.get(kind)).likelihood(sheet.row());
    }
}
