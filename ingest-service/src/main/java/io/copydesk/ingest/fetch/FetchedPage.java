package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.Page;

/** Makes records of the topic {@code pages} from fetched documents. Pure. */
public final class FetchedPage {

    private FetchedPage() {}

    /**
     * The page as fetched; its record holds the body with its content coding.
     *
     * @param inputId the input it is; unique in a run
     * @param url where it was fetched from: the last hop
     */
    public static Page of(String inputId, String url, FetchResult.Fetched fetched) {
        return Page.received(
                inputId,
                url,
                fetched.started(),
                fetched.status(),
                fetched.headers(),
                fetched.body(),
                fetched.decoded());
    }
}
