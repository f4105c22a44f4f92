package io.copydesk.lab.live;

import io.copydesk.ingest.page.PageResult;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.lab.loopback.LoopbackSite;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The end of every item that some sites published.
 *
 * @param published items
 * @param fetched items whose page is in {@code pages} and has an entry in the ledger
 * @param refused items that robots.txt disallows and the ledger has as dead letters
 * @param repeated records in {@code pages} beyond the first of each page
 * @param lost the URLs of all others
 */
public record ItemFates(int published, int fetched, int refused, int repeated, List<String> lost) {

    /** The URLs of all published pages that robots.txt allows. */
    static Set<String> pages(List<LoopbackSite> sites, Instant now) {
        Set<String> pages = new HashSet<>();
        for (LoopbackSite site : sites) {
            for (int item = 0; item < site.published(now); item++) {
                if (!site.isPrivate(item)) {
                    pages.add(site.pageUrl(item));
                }
            }
        }
        return pages;
    }

    /** Lets the pipeline on this data folder process all records, and joins its topics with the published items. */
    static ItemFates read(Path data, List<LoopbackSite> sites, Instant now) throws IOException, InterruptedException {
        try (LocalPipeline pipeline = LocalPipeline.start(new PipelineOptions(null, data, Topics.DEFAULT_PREFIX, 2))) {
            pipeline.awaitSettled(open -> {});
            return read(pipeline.reader(), pipeline.prefix(), sites, now);
        }
    }

    /** Joins the topics of {@code prefix} with the published items. */
    static ItemFates read(TopicReader reader, String prefix, List<LoopbackSite> sites, Instant now) throws IOException {
        Map<String, String> inputs = new HashMap<>();
        Map<String, LedgerEntry> ledger = new HashMap<>();
        int[] repeated = new int[1];
        reader.read(Topics.PAGES.name(prefix), false, record -> {
            if (WarcPages.decode(record.value()) instanceof PageResult.Decoded decoded) {
                String before = inputs.put(decoded.page().url(), decoded.page().inputId());
                repeated[0] += before == null ? 0 : 1;
            }
            return true;
        });
        reader.read(Topics.LEDGER.name(prefix), false, record -> {
            ledger.put(new String(record.key(), StandardCharsets.UTF_8), Json.read(record.value(), LedgerEntry.class));
            return true;
        });
        return join(sites, now, inputs, ledger, repeated[0]);
    }

    private static ItemFates join(
            List<LoopbackSite> sites,
            Instant now,
            Map<String, String> inputs,
            Map<String, LedgerEntry> ledger,
            int repeated) {
        int fetched = 0;
        int refused = 0;
        List<String> lost = new ArrayList<>();
        for (LoopbackSite site : sites) {
            for (int item = 0; item < site.published(now); item++) {
                String url = site.pageUrl(item);
                LedgerEntry entry = ledger.get(inputs.getOrDefault(url, url));
                if (entry == null) {
                    lost.add(url);
                } else if (site.isPrivate(item) && entry.outcome() == Outcome.DEAD_LETTER) {
                    refused++;
                } else if (inputs.containsKey(url)) {
                    fetched++;
                } else {
                    lost.add(url + " " + entry.reason());
                }
            }
        }
        return new ItemFates(fetched + refused + lost.size(), fetched, refused, repeated, lost);
    }
}
