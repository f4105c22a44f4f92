package io.copydesk.ingest.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHeadTest {

    @Test
    void passesOverInterimResponses() {
        String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n";
        HttpHead head = parse(interim + "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody").orElseThrow();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.fields()).containsExactly(new Header("A", "b"));
        assertThat(head.length()).isEqualTo(interim.length() + "HTTP/1.1 200 OK\r\nA: b\r\n\r\n".length());
        assertThat(parse("HTTP/1.1 100 Continue\r\n\r\nnothing").orElseThrow().status())
                .isEqualTo(100);
        assertThat(parse("HTTP/1.1 101 Switching Protocols\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")
                        .orElseThrow()
                        .status())
                .isEqualTo(101);
    }

    @Test
    void readsStatusFieldsAndWhereTheBodyStarts() {
        HttpHead head = parse("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nX-A:  b \r\n\r\nbody")
                .orElseThrow();

        assertThat(head.status()).isEqualTo(404);
        assertThat(head.fields()).containsExactly(new Header("Content-Type", "text/html"), new Header("X-A", "b"));
        assertThat(head.length())
                .isEqualTo("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nX-A:  b \r\n\r\n".length());
    }

    @Test
    void readsAsLenientlyAsABrowser() {
        HttpHead head = parse("HTTP/2 200\nno colon here\n: no name\nA: one\n\t two\n\n")
                .orElseThrow();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.fields()).containsExactly(new Header("A", "one two"));
    }

    @Test
    void aHeadThatEndsWithTheBytesNeedsNoEmptyLineButACutOneIsNone() {
        assertThat(parse("HTTP/1.1 200 OK\r\nA: b\r\n")).isPresent();
        assertThat(parse("HTTP/1.1 200 OK\r\nA: b\r\nC: d")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "HTTP/1.1\r\n\r\n",
                "HTTP/1.1 20\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/1.1 20/ OK\r\n\r\n",
                "ICY 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK"
            })
    void whatDoesNotStartLikeAResponseIsNone(String block) {
        assertThat(parse(block)).isEmpty();
    }

    @Test
    void theShortestStatusLineIsRead() {
        assertThat(parse("HTTP/1.1 209\r\n\r\n").orElseThrow().status()).isEqualTo(209);
    }

    @Test
    void moreThanAThousandFieldsAreNoHead() {
        assertThat(parse("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(999) + "\r\n"))
                .isPresent();
        assertThat(parse("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(1000) + "\r\n"))
                .isEmpty();
    }

    @Test
    void namesAreFoundInAnyCaseAndMembersOverAllFields() {
        HttpHead head =
                parse("HTTP/1.1 200 OK\r\nVary: a, ,b\r\nvary: c\r\n\r\n").orElseThrow();

        assertThat(head.first("VARY")).contains("a, ,b");
        assertThat(head.members("Vary")).containsExactly("a", "b", "c");
        assertThat(head.first("Age")).isEmpty();
    }

    private static Optional<HttpHead> parse(String block) {
        return HttpHead.parse(block.getBytes(ISO_8859_1));
    }
}
