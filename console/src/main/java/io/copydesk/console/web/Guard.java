package io.copydesk.console.web;

import io.copydesk.schemas.Sha256;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. With a token: whoever sends it as {@code Authorization: Bearer} or has logged in with it. Without: whoever reaches the
 * loopback address under a name of it, so that no page of another site can read the console by a name that leads here. Changes must
 * come from the console's own pages.
 */
final class Guard {

    /** What asks for nothing secret. */
    private static final Set<String> OPEN = Set.of("/login", "/api/login");

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String COOKIE = "copydesk-console";
    private static final String BEARER = "Bearer ";
    private static final int LOGIN_SECONDS = 30 * 24 * 3600;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final String token;
    private final String ticket;
    private final boolean loopback;
    private final boolean changes;

    /**
     * A guard.
     *
     * @param token empty for none
     * @param loopback whether only this machine can connect
     * @param changes whether changes are allowed
     */
    Guard(String token, boolean loopback, boolean changes) {
        this.token = token;
        this.ticket = Sha256.hex("copydesk-console " + token);
        this.loopback = loopback;
        this.changes = changes;
    }

    static void addHeaders(Context request) {
        request.header("Content-Security-Policy", POLICY);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("X-Frame-Options", "DENY");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** Answers a request that may not be made, and ends it. */
    void check(Context request) {
        if (token.isEmpty() && loopback && !LOOPBACK_NAMES.contains(hostName(request))) {
            refuse(request, 421, "The console is at 127.0.0.1 or localhost; another name needs console.token.");
        } else if (!token.isEmpty() && !isOpen(request) && !isKnown(request)) {
            if (request.path().startsWith("/api/")) {
                refuse(request, 401, "Log in first, or send the token as Authorization: Bearer.");
            } else {
                String query = request.queryString();
                String next = request.path() + (query == null ? "" : "?" + query);
                request.redirect("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
                request.skipRemainingHandlers();
            }
        } else if (isChange(request) && !isOpen(request)) {
            checkChange(request);
        }
    }

    private void checkChange(Context request) {
        if (!isOwnPage(request)) {
            refuse(request, 403, "Changes are made from the console's own pages.");
        } else if (!changes) {
            refuse(request, 403, "The console only reads; console.allow-changes lets it write.");
        }
    }

    private static boolean isChange(Context request) {
        String method = request.method().name();
        return !method.equals("GET") && !method.equals("HEAD");
    }

    private static boolean isOpen(Context request) {
        return OPEN.contains(request.path()) || request.path().startsWith("/assets/");
    }

    private boolean isKnown(Context request) {
        String header = request.header("Authorization");
        String cookie = request.cookie(COOKIE);
        return header != null && header.startsWith(BEARER) && isSame(header.substring(BEARER.length()), token)
                || cookie != null && isSame(cookie, ticket);
    }

    /** A page of another site cannot send this type or a header of its own without being asked about it first. */
    private static boolean isOwnPage(Context request) {
        String origin = request.header("Origin");
        String site = request.header("Sec-Fetch-Site");
        return "1".equals(request.header("X-Copydesk-Console"))
                && (site == null || site.equals("same-origin"))
                && (origin == null || isSameHost(origin, request.header("Host")));
    }

    private static boolean isSameHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    /** Remembers whoever knows the token; whether it was right. */
    boolean logIn(Context request, String given) {
        if (token.isEmpty() || !isSame(given, token)) {
            return false;
        }
        request.header(
                "Set-Cookie",
                COOKIE + "=" + ticket + "; Path=/; Max-Age=" + LOGIN_SECONDS + "; HttpOnly; SameSite=Strict");
        return true;
    }

    private static boolean isSame(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static String hostName(Context request) {
        String host = request.header("Host");
        if (host == null) {
            return "";
        }
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    private static void refuse(Context request, int status, String sentence) {
        Replies.error(request, status, sentence);
        request.skipRemainingHandlers();
    }
}
