package io.copydesk.ingest.fetch;

import io.copydesk.ingest.fetch.apache.CookieJar;
import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.SetCookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cookies of one chain of redirects: they go back to the sites that set them until the chain ends, and are not kept. Pure. */
final class RedirectCookies {

    /** Fields of a chain that are kept; the oldest go first. */
    static final int MOST_FIELDS = 20;

    /** Characters of all fields of a chain that are kept. Browsers allow as many bytes for one cookie (RFC 6265 §6.1). */
    static final int MOST_CHARACTERS = 4096;

    private RedirectCookies() {}

    /**
     * Those that the chain has set so far.
     *
     * @param before those of the redirects before this one, {@code null} for none
     * @param url that was requested
     * @param response the fields of the redirect
     * @return {@code null} for none
     */
    static @Nullable List<SetCookie> after(@Nullable List<SetCookie> before, String url, List<Header> response) {
        List<SetCookie> all = new ArrayList<>(before == null ? List.of() : before);
        response.stream()
                .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                .filter(header -> isText(header.value()))
                .forEach(header -> all.add(new SetCookie(url, header.value())));
        int from = all.size();
        int characters = 0;
        while (from > 0 && all.size() - from < MOST_FIELDS) {
            characters += all.get(from - 1).field().length();
            if (characters > MOST_CHARACTERS) {
                break;
            }
            from--;
        }
        return from == all.size() ? null : List.copyOf(all.subList(from, all.size()));
    }

    /** The field that sends those which are for {@code url}: none or one. */
    static List<Header> sent(@Nullable List<SetCookie> received, String url, Instant now) {
        if (received == null) {
            return List.of();
        }
        CookieJar jar = new CookieJar();
        for (SetCookie each : received) {
            if (isText(each.field())) {
                origin(each.url()).ifPresent(from -> jar.set(from, each.field()));
            }
        }
        return origin(url)
                .flatMap(to -> jar.field(to, now))
                .map(value -> List.of(new Header("Cookie", value)))
                .orElse(List.of());
    }

    /** Empty for what is no URL of a page. */
    private static Optional<CookieJar.Origin> origin(String url) {
        try {
            Target target = Target.of(url);
            String path = target.path();
            int query = path.indexOf('?');
            return Optional.of(new CookieJar.Origin(
                    target.host(), target.port(), query < 0 ? path : path.substring(0, query), target.secure()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without characters that would end the line of a field. */
    private static boolean isText(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c != 0x7f && c <= 0xff);
    }
}
