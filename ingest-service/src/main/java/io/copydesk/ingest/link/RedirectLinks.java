package io.copydesk.ingest.link;

import io.copydesk.extraction.resource.ResourceLines;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Links through a search engine, an alert or a network that only lead to the address in one of their parameters, as {@code redirect-links.txt} lists them.
 * Asking for them would tell that site who reads what, and many forbid it in their robots.txt.
 */
final class RedirectLinks {

    /** Links within links. */
    private static final int MOST = 3;

    private static final String ANY = ".*";
    private static final String REST = "*";

    private static final List<Rule> RULES = ResourceLines.of(RedirectLinks.class, "redirect-links.txt").stream()
            .map(line -> line.split(" "))
            .map(words -> new Rule(words[0], words[1], words[2]))
            .toList();

    private record Rule(String host, String path, String parameter) {

        boolean matches(WebUrl url) {
            return isOfPath(url.path()) && isOfHost(url.host());
        }

        private boolean isOfPath(String name) {
            return path.endsWith(REST) ? name.startsWith(start()) : name.equals(path);
        }

        /** The path without the star at its end. */
        private String start() {
            return path.substring(0, path.length() - 1);
        }

        private boolean isOfHost(String name) {
            if (host.startsWith(REST)) {
                return name.endsWith(host.substring(1));
            }
            return host.endsWith(ANY) ? isOfAnyEnding(name) : name.equals(host);
        }

        Optional<WebUrl> target(WebUrl url) {
            return parameter.equals(REST)
                    ? address(url.path().substring(start().length()))
                    : RedirectLinks.parameter(url, parameter);
        }

        private boolean isOfAnyEnding(String name) {
            String label = host.substring(0, host.length() - ANY.length() + 1);
            return name.startsWith(label) || name.startsWith("www." + label);
        }
    }

    private RedirectLinks() {}

    /** The address that a link leads to; the link itself when it is none of these. */
    static WebUrl target(WebUrl link) {
        WebUrl target = link;
        for (int i = 0; i < MOST; i++) {
            WebUrl here = target;
            Optional<WebUrl> next = RULES.stream()
                    .filter(rule -> rule.matches(here))
                    .flatMap(rule -> rule.target(here).stream())
                    .findFirst();
            if (next.isEmpty()) {
                return target;
            }
            target = next.get();
        }
        return target;
    }

    private static Optional<WebUrl> parameter(WebUrl url, String name) {
        String query = url.query() == null ? "" : url.query();
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .findFirst()
                .flatMap(parameter -> address(parameter.substring(name.length() + 1)));
    }

    private static Optional<WebUrl> address(String encoded) {
        try {
            return WebUrl.parse(URLDecoder.decode(encoded, StandardCharsets.UTF_8), null)
                    .fold(Optional::of, bad -> Optional.empty());
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }
}
