package io.copydesk.extraction.metadata;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The part of a title tag that the page prints as a heading of a lower level: {@code Council - Bridge reopens} above {@code <h3>Bridge reopens</h3>}. */
final class PrintedPart {

    private static final int MAX_HEADINGS = 60;
    private static final int MAX_PARTS = 12;
    private static final int MIN_KEY = 8;

    /** Between the parts of a title tag. */
    private static final Pattern BREAK = Pattern.compile("\\s+[|–—:»«·•/‹›_-]{1,2}\\s+|:\\s+|\\s*[｜︱：]\\s*");

    private PrintedPart() {}

    /** The parts of a title tag, {@value #MAX_PARTS} at most; one when it has no separator. */
    static String[] parts(String title) {
        return BREAK.split(title, MAX_PARTS);
    }

    /** The first heading, as printed, that is a part of {@code title}, more than the site's name; {@code null} when there is none. */
    static @Nullable String find(Document document, @Nullable String title, SiteSuffix site) {
        if (title == null || !BREAK.matcher(title).find()) {
            return null;
        }
        Set<String> parts = new HashSet<>();
        for (String part : parts(title)) {
            String key = Headlines.key(part);
            if (key.length() >= MIN_KEY && !site.isSiteName(part)) {
                parts.add(key);
            }
        }
        int n = 0;
        for (Element heading : document.select("h2, h3, h4")) {
            String text = n++ < MAX_HEADINGS ? ShortText.of(heading, title.length()) : null;
            if (text != null && parts.contains(Headlines.key(text))) {
                return Markup.oneLine(text);
            }
        }
        return null;
    }
}
