package io.copydesk.ingest.fetch.apache;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.RFC6265LaxSpec;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * Cookies by the rules of browsers (RFC 6265), as the HTTP client's library implements them, but without a list of public suffixes: not for cookies that
 * outlive one chain of redirects. For one thread.
 */
public final class CookieJar {

    private static final CookieSpec RULES = new RFC6265LaxSpec();

    private final BasicCookieStore store = new BasicCookieStore();

    /**
     * Where a cookie comes from or goes to.
     *
     * @param host a name or an address, in lower case
     * @param path without query
     */
    public record Origin(String host, int port, String path, boolean secure) {

        private CookieOrigin forRules() {
            return new CookieOrigin(host, port, path, secure);
        }
    }

    /** Takes over what a {@code Set-Cookie} field says, unless it is malformed or not for the site that sent it. */
    public void set(Origin from, String field) {
        CookieOrigin origin = from.forRules();
        try {
            for (Cookie cookie : RULES.parse(new BasicHeader("Set-Cookie", field), origin)) {
                RULES.validate(cookie, origin);
                store.addCookie(cookie);
            }
        } catch (MalformedCookieException e) {
            // ignored, as browsers do
        }
    }

    /**
     * The value of the {@code Cookie} field of a request at {@code now} (RFC 6265 §5.4); empty when no cookie is for it. Values are sent as they are:
     * the library would put some into quotation marks.
     */
    public Optional<String> field(Origin to, Instant now) {
        String field = store.getCookies().stream()
                .filter(cookie -> RULES.match(cookie, to.forRules()) && !cookie.isExpired(now))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }
}
