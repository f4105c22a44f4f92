package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What was learned to be a site's boilerplate, with the evidence. A pure function of the site's pages and of the rule.
 *
 * @param site registrable domain
 * @param rule name and version of the rule that learned it
 * @param periods the newest quarters in which something was learned, the earliest first
 */
public record SiteBoilerplate(String site, String rule, List<Period> periods) {

    public SiteBoilerplate {
        periods = periods == null ? List.of() : List.copyOf(periods);
    }

    /**
     * What holds for the pages of one quarter.
     *
     * @param name for example {@code 2026-Q1}; {@code unknown} for pages without any date
     * @param articles number of distinct articles that were compared: a sample of this quarter and the one before
     * @param lines the learned lines, those first that go anywhere, then the most frequent
     * @param blocks the learned places on the pages whose text goes whatever it says, the most frequent first
     */
    public record Period(
            String name,
            int articles,
            List<Line> lines,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Block> blocks) {
        public Period {
            lines = lines == null ? List.of() : List.copyOf(lines);
            blocks = blocks == null ? List.of() : List.copyOf(blocks);
        }
    }

    /**
     * One learned line.
     *
     * @param text how it reads on one page, cut when long
     * @param key what it was recognised by
     * @param place where it is taken out
     * @param articles on how many distinct articles it occurs
     * @param exact on how many of them word for word, numbers aside
     */
    public record Line(String text, Key key, Place place, int articles, int exact) {}

    /**
     * One learned place on the site's pages.
     *
     * @param text what it reads on one page, cut when long
     * @param articles on how many distinct articles it holds text
     */
    public record Block(String text, int articles) {}

    /** What a line was recognised by. */
    public enum Key {
        /** All its words. */
        @JsonProperty("line")
        LINE,
        /** Most of its words: some differ from page to page. */
        @JsonProperty("near-line")
        NEAR_LINE
    }

    /** Where a line is taken out. */
    public enum Place {
        @JsonProperty("anywhere")
        ANYWHERE,
        /** Only next to other boilerplate or, for a label, at an end of the text. */
        @JsonProperty("beside")
        BESIDE
    }
}
