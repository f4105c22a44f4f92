package io.copydesk.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FeedPriority;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {

    @Test
    void readsFeedsWithTheirFolders() {
        OpmlResult.Parsed list = parsed("<opml version='1.0'><body><outline text='Ports'><outline title='Quays'>"
                + "<outline text='Harbour Ledger' xmlUrl='https://ledger.example/feed'/></outline></outline>"
                + "<outline text='x' XMLURL='HTTP://Quay.example:80/rss' category='/News/Sea,/Other'/></body></opml>");

        assertThat(list.entries())
                .containsExactly(
                        new OpmlEntry("https://ledger.example/feed", "Harbour Ledger", "Ports/Quays"),
                        new OpmlEntry("http://quay.example/rss", "x", "News/Sea"));
        assertThat(list.refused()).isEmpty();
    }

    @Test
    void saysWhatItRefusesAndNamesEachFeedOnce() {
        OpmlResult.Parsed list =
                parsed("<opml><body><outline xmlUrl='ftp://a.example/x'/><outline xmlUrl='https://a.example/x'/>"
                        + "<outline xmlUrl='https://A.example/x'/></body></opml>");

        assertThat(list.entries()).containsExactly(new OpmlEntry("https://a.example/x", null, null));
        assertThat(list.refused())
                .singleElement()
                .asString()
                .contains("ftp://a.example/x")
                .contains("scheme");
    }

    @Test
    void readsAddressesAsReadersWriteThem() {
        OpmlResult.Parsed list = parsed(
                "<opml><body><outline xmlUrl='feed://a.example/feed'/>"
                        + "<outline xmlUrl='feed:https://b.example/feed'/><outline url='https://c.example/feed'/>"
                        + "<outline type='link' url='https://d.example/page'/><outline xmlUrl=' https://e.example/feed '/></body></opml>");

        assertThat(list.entries())
                .extracting(OpmlEntry::url)
                .containsExactly(
                        "http://a.example/feed",
                        "https://b.example/feed",
                        "https://c.example/feed",
                        "https://e.example/feed");
    }

    @Test
    void saysWhatItLeavesOut() {
        OpmlResult.Parsed list = parsed(
                "<opml><body><outline xmlUrl='http://me:secret@a.example/feed'/>"
                        + "<outline xmlUrl='https://a.example/feed/'/><outline text='a note'/><outline text='empty folder'/></body></opml>");

        assertThat(list.entries()).extracting(OpmlEntry::url).containsExactly("http://a.example/feed");
        assertThat(list.refused())
                .containsExactly(
                        "the user name and password of http://a.example/feed are not kept",
                        "https://a.example/feed/ is http://a.example/feed in another spelling",
                        "2 entries have no address of a feed");
    }

    @Test
    void readsBrokenXmlAsFarAsItGoes() {
        OpmlResult.Parsed list = parsed("<opml><body><outline text='A & B' xmlUrl='https://a.example/?x=1&y=2'>"
                + "<outline xmlUrl='https://b.example/'");

        assertThat(list.entries()).extracting(OpmlEntry::url).contains("https://a.example/?x=1&y=2");
    }

    @Test
    void expandsNoEntity() {
        OpmlResult.Parsed list = parsed("<!DOCTYPE opml [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><opml><body>"
                + "<outline text='&e;' xmlUrl='https://a.example/'/></body></opml>");

        assertThat(list.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.title()).isEqualTo("&e;"));
    }

    @Test
    void whatIsNoListSaysSo() {
        assertThat(Opml.read("<html><body>Log in</body></html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(OpmlResult.NotOpml.class);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        List<OpmlEntry> entries = List.of(
                new OpmlEntry("https://b.example/feed?a=1&b=2", "Fish & \"Chips\" <daily>", "Food/Sea"),
                new OpmlEntry("https://c.example/", null, "Food/Sea"),
                new OpmlEntry("https://a.example/", "Ätna", null));

        byte[] written = Opml.write(entries, "Subscriptions", Instant.parse("2026-03-02T08:00:00Z"));

        assertThat(((OpmlResult.Parsed) Opml.read(written)).entries()).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("Mon, 2 Mar 2026 08:00:00 GMT");
    }

    private static OpmlResult.Parsed parsed(String text) {
        return (OpmlResult.Parsed) Opml.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsThePriorityOfAFeed() {
        List<OpmlEntry> entries = List.of(
                new OpmlEntry("https://a.example/", "A", null, FeedPriority.HIGH),
                new OpmlEntry("https://b.example/", "B", null));
        String list = new String(Opml.write(entries, "x", Instant.EPOCH), StandardCharsets.UTF_8);

        assertThat(list).contains("xmlns:copydesk=", "copydesk:priority=\"high\"");
        assertThat(parsed(list).entries()).isEqualTo(entries);
    }
}
