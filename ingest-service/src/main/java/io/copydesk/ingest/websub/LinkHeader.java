package io.copydesk.ingest.websub;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Link} fields of a response (RFC 8288 §3). Pure, never throws; reads the first {@value #MAX_LINKS} links. */
public final class LinkHeader {

    private static final int MAX_LINKS = 100;

    /** A longer field is no list of links. Characters. */
    private static final int MAX_FIELD = 16 * 1024;

    /** A target and its parameters; a comma within quotes is part of a parameter. */
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:[^,\"]++|\"(?:[^\"\\\\]|\\\\.)*+\")*+)");

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([^\\s=;,\"]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,\"]++))");

    private LinkHeader() {}

    /**
     * The target of the first link with a relation.
     *
     * @param relation in lower case
     * @param base that relative targets are resolved against
     * @return absolute and normalised
     */
    public static Optional<String> target(List<Header> headers, String relation, String base) {
        int links = 0;
        for (Header header : headers) {
            if (!header.name().equalsIgnoreCase("Link") || header.value().length() > MAX_FIELD) {
                continue;
            }
            Matcher link = LINK.matcher(header.value());
            while (link.find() && links++ < MAX_LINKS) {
                if (has(link.group(2), relation, base)) {
                    String url = UrlKey.resolve(base, link.group(1).strip()).fold(UrlKey.Key::url, refused -> null);
                    if (url != null) {
                        return Optional.of(url);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the first {@code rel}, a list of relations, names this one; the others are to be ignored (§3.3). A link with the anchor of another
     * page speaks of that one (§3.2).
     */
    private static boolean has(String parameters, String relation, String base) {
        boolean named = false;
        boolean found = false;
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            @Nullable String quoted = parameter.group(2);
            String value = quoted != null ? quoted : parameter.group(3);
            if (parameter.group(1).equalsIgnoreCase("rel") && !named) {
                named = true;
                found = List.of(LowerCase.of(value).strip().split("\\s+", 32)).contains(relation);
            } else if (parameter.group(1).equalsIgnoreCase("anchor") && !isSame(base, value)) {
                return false;
            }
        }
        return found;
    }

    private static boolean isSame(String base, String anchor) {
        return UrlKey.resolve(base, anchor).equals(UrlKey.of(base));
    }
}
