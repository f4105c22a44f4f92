package io.copydesk.extraction.metadata;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Removes the site's name from a title: {@code Harbour reopens | The Example Times}. */
final class SiteSuffix {

    private static final String[] SEPARATORS = {
        " | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " › ", " ⋆ ", " // ", " ǀ "
    };
    private static final int MAX_SITE_WORDS = 6;

    private final String publisher;
    private final String host;

    SiteSuffix(@Nullable String publisher, @Nullable String host) {
        this.publisher = publisher == null ? "" : Headlines.key(publisher);
        this.host = host == null ? "" : withoutWww(host.toLowerCase(Locale.ROOT));
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /** {@code title} without the names of the site or its sections at the end or start; {@code null} stays {@code null}. */
    @Nullable
    String strip(@Nullable String title) {
        if (title == null) {
            return null;
        }
        String rest = title;
        for (int round = 0; round < 3; round++) {
            String shorter = once(rest);
            if (shorter.equals(rest)) {
                return rest;
            }
            rest = shorter;
        }
        return rest;
    }

    private String once(String title) {
        int at = -1;
        String mark = "";
        for (String separator : SEPARATORS) {
            int last = title.lastIndexOf(separator);
            if (last > at) {
                at = last;
                mark = separator;
            }
        }
        if (at <= 0) {
            return title;
        }
        String head = title.substring(0, at).strip();
        String tail = title.substring(at + mark.length()).strip();
        if (isSite(tail)) {
            return head;
        }
        int first = title.indexOf(mark);
        if (isSite(title.substring(0, first).strip())) {
            return title.substring(first + mark.length()).strip();
        }
        boolean bar = mark.contains("|") || mark.contains("::") || mark.contains("»") || mark.contains("ǀ");
        boolean unlikely = words(tail) <= MAX_SITE_WORDS && words(head) >= 3 && words(head) > words(tail);
        return bar && unlikely ? head : title;
    }

    private boolean isSite(String name) {
        String key = Headlines.key(name);
        if (key.isEmpty() || words(name) > MAX_SITE_WORDS) {
            return key.isEmpty();
        }
        if (!publisher.isEmpty()
                && (key.equals(publisher)
                        || key.length() > 3 && publisher.contains(key)
                        || publisher.length() > 3 && key.contains(publisher))) {
            return true;
        }
        String flat = host.replace("-", "").replace(".", "");
        return key.length() > 2
                && !host.isEmpty()
                && (flat.startsWith(key) || flat.contains(key) && key.length() > 4 || key.equals(Headlines.key(host)));
    }

    private static int words(String text) {
        int n = 0;
        boolean in = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c >= '\t' && c <= '\r';
            n += !blank && !in ? 1 : 0;
            in = !blank;
        }
        return Math.max(1, n);
    }
}
