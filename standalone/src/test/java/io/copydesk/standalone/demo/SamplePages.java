package io.copydesk.standalone.demo;

import io.copydesk.ingest.page.Capture;
import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.page.Page;
import io.copydesk.standalone.sample.SampleCapture;
import io.copydesk.standalone.sample.SampleSites;
import java.util.List;

/** The sample's captures as pages, as a fetcher would hand them on. */
public final class SamplePages {

    private SamplePages() {}

    /** All of them, by fetch time. */
    public static List<Page> load() {
        return SampleSites.load().stream().map(SamplePages::page).toList();
    }

    /** One capture as the response it would have been. */
    public static Page page(SampleCapture capture) {
        String charset = capture.charset() == null ? "" : "; charset=" + capture.charset();
        return new Page(
                capture.url() + " " + capture.fetched(),
                capture.url(),
                capture.fetched(),
                Capture.RESPONSE,
                capture.status(),
                List.of(new Header("Content-Type", capture.mediaType() + charset)),
                capture.mediaType(),
                capture.charset(),
                capture.body());
    }
}
