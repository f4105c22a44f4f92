package io.copydesk.ingest.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.link.UrlKey.Key;
import io.copydesk.ingest.link.UrlKey.Refused;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlKeyTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://Harbour.EXAMPLE/Ferry, http://harbour.example/Ferry",
        "https://harbour.example, https://harbour.example/",
        "'  https://harbour.example/a\tb\n ', https://harbour.example/ab",
        "https:harbour.example/a, https://harbour.example/a",
        "https:\\\\harbour.example\\a\\b?x\\y, https://harbour.example/a/b?x\\y",
        "http://harbour.example:80/, http://harbour.example/",
        "https://harbour.example:443/, https://harbour.example/",
        "https://harbour.example:0443/, https://harbour.example/",
        "https://harbour.example:/, https://harbour.example/",
        "https://harbour.example:8443/, https://harbour.example:8443/",
        "https://me:secret@harbour.example/, https://harbour.example/",
        "https://harbour.example./, https://harbour.example./",
        "https://harbour.example/a/./b/../c/%2e%2E/d, https://harbour.example/a/d",
        "https://harbour.example/../../a/.., https://harbour.example/",
        "https://harbour.example//a//b, https://harbour.example//a//b",
        "https://harbour.example/%7euser/%e2%82%ac%2f, https://harbour.example/%7euser/%e2%82%ac%2f",
        "https://harbour.example/a b|ü, https://harbour.example/a%20b|%C3%BC",
        "https://a{b}.example/, https://a{b}.example/",
        "https://harbour.example/100%/%zz, https://harbour.example/100%/%zz",
        "https://harbour.example/%%34%31, https://harbour.example/%%34%31",
        "https://harbour.example/?a=b+c&d=é#top, https://harbour.example/?a=b+c&d=%C3%A9",
        "https://harbour.example/a?#x, https://harbour.example/a?",
        "https://Bücher.example/, https://xn--bcher-kva.example/",
        "https://fuß.example/, https://xn--fu-hia.example/",
        "https://ＨＡＲＢＯＵＲ。example/, https://harbour.example/",
        "https://h%61rbour.example/, https://harbour.example/",
        "http://127.1/, http://127.0.0.1/",
        "http://0x7f.0.0.1/, http://127.0.0.1/",
        "http://017700000001/, http://127.0.0.1/",
        "http://2130706433/, http://127.0.0.1/",
        "'http://[2001:DB8:0:0:1:0:0:1]:8080/', 'http://[2001:db8::1:0:0:1]:8080/'",
        "'http://[::]/', 'http://[::]/'",
        "'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/'"
    })
    void isSpelledAsTheStandardSays(String url, String normal) {
        assertThat(UrlKey.of(url))
                .isInstanceOfSatisfying(Key.class, key -> assertThat(key.url()).isEqualTo(normal));
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.harbour.example/a, https://harbour.example/a",
        "https://harbour.example/a/, https://harbour.example/a",
        "https://harbour.example/a#comments, https://harbour.example/a",
        "https://harbour.example./a, https://harbour.example/a",
        "https://harbour.example/a?, https://harbour.example/a",
        "https://harbour.example/%7euser/%e2%82%ac%2f%, https://harbour.example/~user/%E2%82%AC%2F%25",
        "https://harbour.example/?q=%7e%%34, https://harbour.example/?q=~%254",
        "https://m.harbour.example/a, https://harbour.example/a",
        "https://www.m.harbour.example/a, https://harbour.example/a",
        "https://de.m.harbour.example/a, https://de.harbour.example/a",
        "https://amp.harbour.example/a, https://harbour.example/a",
        "https://harbour.example/a/amp, https://harbour.example/a",
        "https://harbour.example/a/amp/, https://harbour.example/a",
        "https://harbour.example/amp/a, https://harbour.example/a",
        "https://harbour.example/a.amp.html, https://harbour.example/a.html",
        "https://harbour.example/a.amp, https://harbour.example/a",
        "https://harbour.example/a?amp, https://harbour.example/a",
        "https://harbour.example/a?outputType=amp, https://harbour.example/a",
        "https://harbour.example/a?UTM_Source=x&utm_medium=y, https://harbour.example/a",
        "https://harbour.example/a?fbclid=1&id=7&gclid=2&ref=home, https://harbour.example/a?id=7",
        "https://harbour.example/a?b=2&a=1&&b=1, https://harbour.example/a?a=1&b=2&b=1",
        "https://harbour-example.cdn.ampproject.org/c/s/www.harbour.example/a/amp?x=1, https://harbour.example/a?x=1",
        "https://www.google.com/amp/s/harbour.example/a, https://harbour.example/a",
        "http://harbour.example:8080/a, http://harbour.example:8080/a"
    })
    void variantsOfAPageShareItsKey(String url, String key) {
        assertThat(key(url)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/a, https://harbour.example/A",
        "https://harbour.example/a?id=1, https://harbour.example/a?id=2",
        "https://harbour.example/a?page=2, https://harbour.example/a",
        "https://harbour.example/a?a=1&a=2, https://harbour.example/a?a=2&a=1",
        "https://harbour.example/amplifiers, https://harbour.example/lifiers",
        "https://harbour.example/a/example, https://harbour.example/a/ex",
        "https://news.harbour.example/, https://harbour.example/",
        "https://m.github.io/, https://n.github.io/",
        "https://harbour.example/a%2Fb, https://harbour.example/a/b",
        "https://harbour.example/?outputType=xml, https://harbour.example/"
    })
    void differentPagesKeepDifferentKeys(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "' \t', empty",
        "/a/b, relative",
        "harbour, relative",
        "mailto:desk@harbour.example, scheme",
        "javascript:void(0), scheme",
        "file:///etc/hosts, scheme",
        "'data:text/html,x', scheme",
        "ftp://harbour.example/, scheme",
        "https://, host",
        "https://a b.example/, host",
        "https://a%00.example/, host",
        "https://a\u2100.example/, host",
        "https://1.2.3.4.5/, host",
        "https://256.256.256.256/, host",
        "https://0x100000000/, host",
        "https://harbour.0xfffffffff/, host",
        "'https://[::1/', host",
        "'https://[1::2::3]/', host",
        "'https://[fe80::1%25eth0]/', host",
        "https://harbour.example:65536/, port",
        "https://harbour.example:8x/, port"
    })
    void saysWhyALinkIsNotFollowed(String url, String reason) {
        assertThat(UrlKey.of(url)).isEqualTo(new Refused(reason));
    }

    @Test
    void refusesWhatIsMissingOrEndless() {
        assertThat(UrlKey.of(null)).isEqualTo(new Refused("empty"));
        assertThat(UrlKey.of("https://a.example/" + "x".repeat(10_000))).isEqualTo(new Refused("too-long"));
        assertThat(UrlKey.of("https://" + "a".repeat(1_020) + ".example/")).isEqualTo(new Refused("host"));
    }

    @ParameterizedTest
    @CsvSource({
        "g, https://h.example/a/b/g",
        "./g/../i, https://h.example/a/b/i",
        "../g, https://h.example/a/g",
        "../../../g, https://h.example/g",
        "/g, https://h.example/g",
        "//g.example/x, https://g.example/x",
        "\\\\g.example/x, https://g.example/x",
        "?y, https://h.example/a/b/c?y",
        "'', https://h.example/a/b/c?q",
        "' ', https://h.example/a/b/c?q",
        "#s, https://h.example/a/b/c?q",
        "g?y/./x#z, https://h.example/a/b/g?y/./x",
        "https:g, https://h.example/a/b/g",
        "http:g, http://g/",
        "http://g.example, http://g.example/",
        "?, https://h.example/a/b/c?"
    })
    void resolvesALinkAgainstItsDocument(String link, String absolute) {
        UrlKey resolved = UrlKey.resolve("https://h.example/a/b/c?q#f", link);

        assertThat(((Key) resolved).url()).isEqualTo(absolute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///a/b.html", "about:blank", "", "c/d"})
    void withoutAUsableDocumentOnlyAbsoluteLinksAreFollowed(String base) {
        assertThat(UrlKey.resolve(base, "x.html")).isEqualTo(new Refused("relative"));
        assertThat(UrlKey.resolve(base, "https://a.example/")).isInstanceOf(Key.class);
        assertThat(UrlKey.resolve(null, "https://a.example/")).isInstanceOf(Key.class);
    }

    @Test
    void normalisingTwiceIsNormalisingOnce() {
        String[] pieces = {
            "http://",
            "https://",
            "HTTP:",
            "//",
            "/",
            "\\",
            "a",
            "B",
            "é",
            "ß",
            "漢",
            "\ud83d",
            "%",
            "%2",
            "%2e",
            "%41",
            "%25",
            "%C3",
            ".",
            "..",
            "amp",
            "/amp/",
            ".amp",
            ".amp.html",
            "www.",
            "m.",
            "mobile.",
            "x.example",
            "co.uk",
            "?",
            "&",
            "=",
            "#",
            "@",
            ":",
            ":80",
            ":443",
            "utm_a=1",
            "ref=x",
            "amp=1",
            "[::1]",
            "0x7f",
            "1",
            "cdn.ampproject.org/c/s/",
            "www.google.com/amp/s/",
            " ",
            "'",
            "\"",
            "|",
            "\u3002",
            "\u00ad",
            "\u2100",
            "xn--",
            "-",
            "+",
            ";"
        };
        Random random = new Random(5);
        int keys = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder url = new StringBuilder(round % 2 == 0 ? "https://a.x.example/" : "http://");
            for (int i = random.nextInt(9); i >= 0; i--) {
                url.append(pieces[random.nextInt(pieces.length)]);
            }
            if (UrlKey.of(url.toString()) instanceof Key key) {
                keys++;
                assertThat(((Key) UrlKey.of(key.url()))).as(url.toString()).isEqualTo(key);
                assertThat(((Key) UrlKey.of(key.key())).key())
                        .as(url.toString())
                        .isEqualTo(key.key());
                assertThat(key.url()).matches("https?://[!-~]+");
            }
        }
        assertThat(keys).isGreaterThan(100_000);
    }

    @Test
    void variantsInsideVariantsAreUnwrappedToTheLast() {
        assertThat(key("https://a.example" + "/amp".repeat(2_000))).isEqualTo("https://a.example/");
        assertThat(key("https://" + "cdn.ampproject.org/c/s/".repeat(300) + "a.example/x"))
                .isEqualTo("https://a.example/x");
        assertThat(key("https://" + "m.www.".repeat(40) + "a.example/")).isEqualTo("https://a.example/");
    }

    private static String key(String url) {
        return ((Key) UrlKey.of(url)).key();
    }
}
