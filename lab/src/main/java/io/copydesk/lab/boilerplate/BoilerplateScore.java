package io.copydesk.lab.boilerplate;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Counts what learning did to articles whose answers are known. What the first two layers of cleaning took out does not
 * count on either side. Not thread-safe.
 */
public final class BoilerplateScore {

    private final Map<String, InventedPage> pages = new HashMap<>();
    private final Map<String, String> first = new HashMap<>();
    private final Set<String> corrected = new HashSet<>();
    private int boilerplate;
    private int boilerplateGone;
    private int sentences;
    private int sentencesLost;
    private final List<String> examples = new ArrayList<>();

    /** A count over the answers of {@code known}. */
    public BoilerplateScore(List<InventedPage> known) {
        known.forEach(page -> pages.put(page.page().inputId(), page));
    }

    /** Receives every record of every article, in their order, to count those that were corrected. */
    public void issued(Article article) {
        String before = first.putIfAbsent(article.id(), article.articleBody());
        if (before != null && !before.equals(article.articleBody())) {
            corrected.add(article.id());
        }
    }

    /** How many articles were issued again with another text. */
    public int corrected() {
        return corrected.size();
    }

    /** Counts the newest version of one article. */
    public void add(Article article) {
        String input = article.pipeline().inputId();
        InventedPage page = Objects.requireNonNull(pages.get(input), input);
        for (String line : article.articleBody().split("\n\n")) {
            count(page, line, false);
        }
        for (Removed removed : article.pipeline().removed()) {
            if (removed.rule().startsWith("site/")) {
                count(page, removed.text(), true);
            }
        }
    }

    private void count(InventedPage page, String line, boolean gone) {
        if (page.boilerplate().contains(line)) {
            boilerplate++;
            boilerplateGone += gone ? 1 : 0;
            if (!gone) {
                examples.add("left: " + line);
            }
        } else if (page.paragraphs().contains(line)) {
            int count = line.split("[.。] ?").length;
            sentences += count;
            sentencesLost += gone ? count : 0;
            if (gone) {
                examples.add("lost: " + line);
            }
        }
    }

    /** How many boilerplate lines the first two layers left. */
    public int boilerplate() {
        return boilerplate;
    }

    /** How many sentences of articles the first two layers left. */
    public int sentences() {
        return sentences;
    }

    /** The share of the boilerplate lines that is gone, 0–1. */
    public double gone() {
        return boilerplate == 0 ? 1 : (double) boilerplateGone / boilerplate;
    }

    /** The share of the sentences that is lost, 0–1. */
    public double lost() {
        return sentences == 0 ? 0 : (double) sentencesLost / sentences;
    }

    /** What went wrong, line by line. */
    public List<String> examples() {
        return List.copyOf(examples);
    }
}
