package io.copydesk.ingest.feed;

import io.copydesk.ingest.link.UrlKey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Values of feed elements as plain text, URLs and dates; blank ones are {@code null}. */
final class FeedText {

    private FeedText() {}

    /** The text of the first child with one of these names that has any, in the order of the names. */
    static String child(Element parent, String... names) {
        for (String name : names) {
            for (Element child : parent.children()) {
                if (child.normalName().equals(name) && !child.text().isBlank()) {
                    return child.text().strip();
                }
            }
        }
        return null;
    }

    /** Like {@link #child}, for elements whose text is HTML or may be. */
    static String childOfHtml(Element parent, String... names) {
        return plain(child(parent, names));
    }

    /** HTML, escaped or not, as plain text. */
    static String plain(String html) {
        if (html == null || html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        return blankToNull(Jsoup.parseBodyFragment(html).text());
    }

    /** The link as an absolute URL, {@code null} when it is none to follow. */
    static String url(String base, String link) {
        return link != null && UrlKey.resolve(base, link) instanceof UrlKey.Key key ? key.url() : null;
    }

    static String date(String text) {
        return FeedDate.parse(text).orElse(null);
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
