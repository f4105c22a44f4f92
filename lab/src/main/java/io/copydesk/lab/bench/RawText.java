package io.copydesk.lab.bench;

import io.copydesk.extraction.SourceDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a parser could save by not reading the contents of scripts, style sheets and comments: the time of a parse without them, and of the search
 * that finds where they begin and end. A lower bound of what passing them over costs, since nothing is copied, checked or put back.
 *
 * @param share of the characters of the pages that these contents are, 0–1
 * @param parse time of {@code Jsoup.parse} of the pages without the contents over that of the whole pages
 * @param search time of the search in the whole pages over that of their parse
 */
public record RawText(double share, double parse, double search) {

    private static final String COMMENT = "<!--";

    /** Measures on one thread, page by page in turns; whatever it runs should be compiled already. */
    public static RawText measure(Corpus corpus, int rounds) throws IOException {
        long[] sums = new long[5];
        for (SourceDocument page : corpus.pages()) {
            Document document = Jsoup.parse(new ByteArrayInputStream(page.body()), page.charset(), "");
            document.outputSettings().prettyPrint(false);
            String whole = document.outerHtml();
            empty(document);
            String rest = document.outerHtml();
            sums[0] += whole.length();
            sums[1] += whole.length() - rest.length();
            for (int i = 0; i < rounds; i++) {
                measure(whole, rest, i % 2 == 0, sums);
            }
        }
        double parse = Math.max(1, sums[2]);
        return new RawText(sums[1] / (double) Math.max(1, sums[0]), sums[3] / parse, sums[4] / parse);
    }

    private static void measure(String whole, String rest, boolean wholeFirst, long[] sums) {
        sums[wholeFirst ? 2 : 3] += parseNanos(wholeFirst ? whole : rest);
        sums[wholeFirst ? 3 : 2] += parseNanos(wholeFirst ? rest : whole);
        long started = System.nanoTime();
        int found = search(whole);
        sums[4] += System.nanoTime() - started;
        if (found > whole.length()) {
            throw new IllegalStateException("more contents than characters");
        }
    }

    private static long parseNanos(String html) {
        long started = System.nanoTime();
        Document document = Parser.htmlParser().parseInput(html, "");
        long took = System.nanoTime() - started;
        if (document.childNodeSize() == 0 && !html.isEmpty()) {
            throw new IllegalStateException("nothing was parsed");
        }
        return took;
    }

    private static void empty(Document document) {
        document.traverse((node, depth) -> {
            if (node instanceof DataNode data) {
                data.setWholeData("");
            } else if (node instanceof Comment comment) {
                comment.setData("");
            }
        });
    }

    /** How many contents {@code page} has. */
    static int search(String page) {
        int found = 0;
        int at = page.indexOf('<');
        while (at >= 0) {
            String end = end(page, at);
            int next = end == null ? -1 : page.indexOf(end, at + COMMENT.length());
            found += next > 0 ? 1 : 0;
            at = page.indexOf('<', Math.max(at, next) + 1);
        }
        return found;
    }

    /** What ends the content that begins at {@code at}; {@code null} when none does. */
    private static @Nullable String end(String page, int at) {
        char c = at + 1 < page.length() ? page.charAt(at + 1) : ' ';
        if (c == '!') {
            return page.startsWith(COMMENT, at) ? "-->" : null;
        }
        if (c != 's' && c != 'S') {
            return null;
        }
        String name = page.substring(at + 1, Math.min(page.length(), at + 7)).toLowerCase(Locale.ROOT);
        return name.equals("script") ? "</script" : name.startsWith("style") ? "</style" : null;
    }
}
