package io.copydesk.extraction;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** XHTML as HTML: an element that closes itself, such as {@code <script src="x"/>}, gets an end tag, since HTML would leave it open. */
final class Xhtml {

    private static final Pattern CLOSES_ITSELF = Pattern.compile("<([a-zA-Z][\\w:-]{0,30})((?:\\s[^<>]{0,2000})?)/>");
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    private Xhtml() {}

    static String toHtml(String xhtml) {
        return CLOSES_ITSELF.matcher(xhtml).replaceAll(tag -> {
            String whole = VOID.contains(tag.group(1))
                    ? tag.group()
                    : "<" + tag.group(1) + tag.group(2) + "></" + tag.group(1) + ">";
            return Matcher.quoteReplacement(whole);
        });
    }
}
