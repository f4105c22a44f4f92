package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageResult.Decoded;
import io.copydesk.ingest.page.WarcPages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchedPageTest {

    private static final Instant STARTED = Instant.parse("2026-03-03T07:00:00Z");

    @Test
    void itsRecordHoldsTheBodyAsReceivedAndReadsBackAsTheSamePage() throws IOException {
        byte[] sent = Sins.zstd(Sins.PAGE);
        FetchResult.Fetched fetched = new FetchResult.Fetched(
                200,
                List.of(
                        new Header("Content-Type", "text/html; charset=utf-8"),
                        new Header("Transfer-Encoding", "chunked"),
                        new Header("Content-Encoding", "zstd")),
                sent,
                Sins.PAGE,
                false,
                STARTED,
                Duration.ofMillis(5));
        Page page = FetchedPage.of("input-1", "https://harbour.example/a", fetched);
        byte[] record = WarcPages.encode(page);
        Page again = ((Decoded) WarcPages.decode(record)).page();

        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.charset()).isEqualTo("utf-8");
        assertThat(again.body()).isEqualTo(Sins.PAGE);
        assertThat(again.url()).isEqualTo(page.url());
        assertThat(again.fetched()).isEqualTo(STARTED);
        assertThat(again.inputId()).isEqualTo("input-1");
        assertThat(again.headers())
                .containsExactly(
                        new Header("Content-Type", "text/html; charset=utf-8"),
                        new Header("Content-Encoding", "zstd"),
                        new Header("Content-Length", Integer.toString(sent.length)));
        assertThat(again.original().block()).endsWith(sent);
        assertThat(WarcPages.encode(again)).isEqualTo(record);
        assertThat(WarcPages.encode(FetchedPage.of("input-1", "https://harbour.example/a", fetched)))
                .isEqualTo(record);
    }
}
