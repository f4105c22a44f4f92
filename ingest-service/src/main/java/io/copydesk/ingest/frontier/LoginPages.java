package io.copydesk.ingest.frontier;

import io.copydesk.schemas.LowerCase;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises by its URL that a page leads to a login or an offer in its place. A word for a login in the path or the name of the host is enough; one that
 * is only likely, such as {@code account} or {@code abo}, counts when the URL holds the address to return to as well. Pure.
 */
final class LoginPages {

    private static final Set<String> LOGIN =
            words("login loginpage userlogin logon signin signon sso oauth oauth2 authorize authenticate "
                    + "anmelden anmeldung einloggen connexion seconnecter iniciarsesion iniciosesion accedi "
                    + "entrar iniciarsessao inloggen aanmelden loggain logind logginn kirjaudu zaloguj "
                    + "logowanie prihlaseni prihlasit bejelentkezes autentificare girisyap wplogin");

    /** What else such pages are called: articles may be below a path of this name, but hold no address to return to. */
    private static final Set<String> LIKELY =
            words("account accounts auth id identity member members membership user register registration "
                    + "registrieren signup subscribe subscription subscriptions abo abos abonnement abonnieren "
                    + "suscripcion assinatura abbonamento paywall plus premium access gate wall");

    private static final Pattern SEPARATORS = Pattern.compile("[-_.+]|%20");
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z]{2,5}$");

    private LoginPages() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /** Whether {@code location}, where {@code url} leads, is a page to log in or to subscribe on, and {@code url} is none. */
    static boolean isOf(String location, String url) {
        if (names(LOGIN, url) || path(location).equals(path(url))) {
            return false;
        }
        return names(LOGIN, location) || names(LIKELY, location) && !names(LIKELY, url) && holds(location, url);
    }

    /** Whether a part of the path or the first label of the host is such a word. */
    private static boolean names(Set<String> words, String url) {
        String host = Urls.host(url);
        int dot = host.indexOf('.');
        if (dot > 0 && host.indexOf('.', dot + 1) > 0 && words.contains(host.substring(0, dot))) {
            return true;
        }
        for (String part : LowerCase.of(path(url)).split("[/;]")) {
            String bare = EXTENSION.matcher(part).replaceFirst("");
            if (words.contains(SEPARATORS.matcher(bare).replaceAll(""))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the query of {@code location} holds the address of {@code url}, whole or from its path on. */
    private static boolean holds(String location, String url) {
        int query = location.indexOf('?');
        String path = path(url);
        if (query < 0 || path.length() < 2) {
            return false;
        }
        String text = location.substring(query);
        return text.contains(path) || decoded(text).contains(path);
    }

    private static String decoded(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) { // a percent sign that stands for itself
            return query;
        }
    }

    /** The path of a normalised URL. */
    private static String path(String url) {
        int start = url.indexOf('/', url.indexOf("://") + 3);
        if (start < 0) {
            return "/";
        }
        int query = url.indexOf('?', start);
        return url.substring(start, query < 0 ? url.length() : query);
    }
}
