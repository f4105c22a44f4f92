package io.copydesk.lab.load;

import io.copydesk.ingest.page.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;

/** CPU time of {@code Jsoup.parse} of the pages and nothing else: the least that any program must do for them. */
final class BareParse {

    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    /** Only there so that no parse can be left out. */
    @SuppressWarnings("unused")
    private static volatile int results;

    private BareParse() {}

    /** Milliseconds of CPU time a page: the median of five rounds over all pages after two that do not count; 0 without pages. */
    static double millisAPage(List<Page> pages) throws IOException {
        if (pages.isEmpty()) {
            return 0;
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] rounds = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            int nodes = 0;
            for (Page page : pages) {
                String url = Objects.requireNonNullElse(page.url(), "");
                nodes += Jsoup.parse(new ByteArrayInputStream(page.body()), page.charset(), url)
                        .childNodeSize();
            }
            results = nodes;
            if (round >= 0) {
                rounds[round] = (threads.getCurrentThreadCpuTime() - start) / 1e6 / pages.size();
            }
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
