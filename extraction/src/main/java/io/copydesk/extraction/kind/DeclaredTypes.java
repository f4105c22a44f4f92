package io.copydesk.extraction.kind;

import io.copydesk.extraction.dom.RawText;
import io.copydesk.extraction.metadata.PageElements;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The types that the JSON-LD of a page declares, read without parsing it, since much of it is not well-formed. Stateless and thread-safe. */
final class DeclaredTypes {

    /** Characters of one script that is searched at most. */
    private static final int MAX_SCRIPT = 500_000;

    private static final String KEY = "\"@type\"";
    private static final Pattern TYPE = Pattern.compile(KEY + "\\s*:\\s*(\"[^\"]{1,60}\"|\\[[^\\]]{1,200}])");

    private DeclaredTypes() {}

    /** The scripts that hold JSON-LD. */
    static List<String> scripts(PageElements page) {
        List<String> scripts = new ArrayList<>();
        for (Element script : page.scripts()) {
            String data = script.attr("type").contains("ld+json") ? RawText.of(script) : "";
            if (!data.isEmpty() && data.length() <= MAX_SCRIPT) {
                scripts.add(data);
            }
        }
        return scripts;
    }

    /** The values of all types in {@code scripts} as written: a string in quotation marks, or an array of them. */
    static List<String> in(List<String> scripts) {
        List<String> types = new ArrayList<>();
        for (String data : scripts) {
            Matcher type = TYPE.matcher(data);
            int at = data.indexOf(KEY);
            while (at >= 0) {
                boolean found = type.region(at, data.length()).lookingAt();
                if (found) {
                    types.add(type.group(1));
                }
                at = data.indexOf(KEY, found ? type.end() : at + 1);
            }
        }
        return types;
    }
}
