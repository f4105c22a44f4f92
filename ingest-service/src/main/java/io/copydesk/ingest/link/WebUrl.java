package io.copydesk.ingest.link;

import io.copydesk.schemas.LowerCase;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parsed http or https URL (WHATWG URL, basic URL parser), without user name and fragment.
 *
 * @param scheme {@code http} or {@code https}
 * @param host as {@link Host#normalize} gives it: dotted IPv4 address or bracketed IPv6 address
 * @param port -1 for the scheme's default
 * @param path starts with a slash, no dot segments
 * @param query without question mark; {@code null} when there is none
 */
record WebUrl(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query) {

    /** The result of parsing. */
    sealed interface Result {

        /** One case for each kind of result: the URL, or the reason why there is none. */
        <T> T fold(Function<WebUrl, T> parsed, Function<String, T> bad);
    }

    record Parsed(WebUrl url) implements Result {
        @Override
        public <T> T fold(Function<WebUrl, T> parsed, Function<String, T> bad) {
            return parsed.apply(url);
        }
    }

    /** Not a URL to a page; {@code reason} as in {@link UrlKey.Refused}. */
    record Bad(String reason) implements Result {
        @Override
        public <T> T fold(Function<WebUrl, T> parsed, Function<String, T> bad) {
            return bad.apply(reason);
        }
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + (query == null ? "" : "?" + query);
    }

    /**
     * Parses a URL.
     *
     * @param base the base of relative URLs, {@code null} when only absolute ones are allowed
     */
    static Result parse(@Nullable String input, @Nullable WebUrl base) {
        if (input == null) {
            return new Bad("empty");
        }
        if (input.length() > UrlKey.MAX_LENGTH) {
            return new Bad("too-long");
        }
        String text = cleaned(input);
        if (text.isEmpty() && base == null) {
            return new Bad("empty");
        }
        int hash = text.indexOf('#');
        String rest = hash < 0 ? text : text.substring(0, hash);
        int colon = schemeEnd(rest);
        if (colon < 0) {
            return base == null ? new Bad("relative") : relative(rest, base);
        }
        String scheme = LowerCase.of(rest.substring(0, colon));
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Bad("scheme");
        }
        String after = rest.substring(colon + 1);
        return base != null && base.scheme().equals(scheme) && slashes(after) < 2
                ? relative(after, base)
                : absolute(scheme, after);
    }

    private static Result relative(String rest, WebUrl base) {
        if (slashes(rest) >= 2) {
            return absolute(base.scheme(), rest);
        }
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        String query = question < 0 ? null : Percent.query(rest.substring(question + 1));
        if (path.isEmpty()) {
            String kept = question < 0 ? base.query() : query;
            return new Parsed(new WebUrl(base.scheme(), base.host(), base.port(), base.path(), kept));
        }
        String folder =
                slashes(path) > 0 ? "" : base.path().substring(0, base.path().lastIndexOf('/') + 1);
        return new Parsed(new WebUrl(base.scheme(), base.host(), base.port(), Percent.path(folder + path), query));
    }

    private static Result absolute(String scheme, String afterColon) {
        int from = slashes(afterColon);
        int end = from;
        while (end < afterColon.length() && "/\\?".indexOf(afterColon.charAt(end)) < 0) {
            end++;
        }
        String authority = afterColon.substring(from, end);
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = hostAndPort.indexOf(':', Math.max(0, hostAndPort.indexOf(']')));
        Optional<String> host = Host.normalize(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon));
        if (host.isEmpty()) {
            return new Bad("host");
        }
        int port = colon < 0 ? -1 : port(hostAndPort.substring(colon + 1), scheme);
        if (port == NO_PORT) {
            return new Bad("port");
        }
        String rest = afterColon.substring(end);
        int question = rest.indexOf('?');
        String path = Percent.path(question < 0 ? rest : rest.substring(0, question));
        String query = question < 0 ? null : Percent.query(rest.substring(question + 1));
        return new Parsed(new WebUrl(scheme, host.get(), port, path, query));
    }

    private static final int NO_PORT = -2;

    private static int port(String digits, String scheme) {
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9 || port > 65_535) {
                return NO_PORT;
            }
            port = port * 10 + digit;
        }
        if (port > 65_535) {
            return NO_PORT;
        }
        boolean standard = digits.isEmpty() || port == (scheme.equals("http") ? 80 : 443);
        return standard ? -1 : port;
    }

    /** The number of slashes or backslashes at the start. */
    private static int slashes(String text) {
        int count = 0;
        while (count < text.length() && (text.charAt(count) == '/' || text.charAt(count) == '\\')) {
            count++;
        }
        return count;
    }

    /** The index of the colon after the scheme, -1 when there is no scheme. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':' && i > 0) {
                return i;
            }
            if (!letter && !(later && i > 0)) {
                return -1;
            }
        }
        return -1;
    }

    /** Without controls and spaces at the ends, and without line breaks and tabs anywhere. */
    private static String cleaned(String input) {
        int from = 0;
        int to = input.length();
        while (from < to && input.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && input.charAt(to - 1) <= ' ') {
            to--;
        }
        return input.substring(from, to).replace("\t", "").replace("\n", "").replace("\r", "");
    }
}
