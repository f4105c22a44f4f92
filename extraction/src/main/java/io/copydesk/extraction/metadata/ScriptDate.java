package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.RawText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The date of publication in the inline data of pages that scripts render. */
final class ScriptDate {

    private static final int MAX_SCRIPT = 1_000_000;
    /** Characters of an attribute that holds data of a page at least. */
    private static final int MIN_DATA = 200;

    private static final int MAX_TRIES = 200;
    private static final Pattern FIELD = Pattern.compile(
            "(?:date_?published|published_?(?:at|date|on|time)?|publication_?date|publish_?date|created_?at|date_?created)"
                    + "[\"'\\\\]{0,4}\\s{0,3}[:=]\\s{0,3}[\"'\\\\]{1,4}([0-9]{4}[-/\\\\]{1,2}[0-9]{2}[-/\\\\]{1,2}[0-9]{2}[0-9T:.+Z -]{0,30})",
            Pattern.CASE_INSENSITIVE);

    private ScriptDate() {}

    /** The first one as written, or {@code null}. */
    static @Nullable String find(PageElements page) {
        for (Element script : page.scripts()) {
            String data = RawText.of(script);
            if (data.isEmpty() || data.length() > MAX_SCRIPT) {
                continue;
            }
            String date = find(data);
            if (date != null) {
                return date;
            }
        }
        return inAttributes(page.tree());
    }

    /** Programs that render pages leave their data in attributes as well. */
    private static @Nullable String inAttributes(PageTree tree) {
        int left = MAX_SCRIPT;
        for (int i = 0; i < tree.size() && left > 0; i++) {
            if (tree.isText(i) || !tree.has(i, PageTree.OTHERS)) {
                continue;
            }
            for (Attribute one : tree.element(i).attributes()) {
                String data = one.getValue();
                if (data.length() >= MIN_DATA && data.length() <= left) {
                    left -= data.length();
                    String date = find(data);
                    if (date != null) {
                        return date;
                    }
                }
            }
        }
        return null;
    }

    /** Looks only near the syllable all the names share: a pattern tried at each place of a large script takes too long. */
    private static @Nullable String find(String data) {
        for (String syllable : new String[] {"ublish", "ublication", "reated"}) {
            int at = data.indexOf(syllable);
            for (int tries = 0; at >= 0 && tries < MAX_TRIES; tries++) {
                Matcher field = FIELD.matcher(data.substring(Math.max(0, at - 8), Math.min(data.length(), at + 90)));
                if (field.find()) {
                    return field.group(1).replace("\\", "");
                }
                at = data.indexOf(syllable, at + 1);
            }
        }
        return null;
    }
}
