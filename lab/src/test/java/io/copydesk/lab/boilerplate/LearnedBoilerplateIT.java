package io.copydesk.lab.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Page;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.state.FinalState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is learned of sites, through the whole pipeline on a real broker. */
class LearnedBoilerplateIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    @Test
    void isTheSameForAnyPartitionCountAndOrder() throws Exception {
        List<Page> pages = new ArrayList<>(InventedSites.pages(3, 3, 12, 0.02).stream()
                .map(InventedPage::page)
                .toList());
        String digest = learned(1, pages);
        Collections.shuffle(pages, new Random(9));

        assertThat(learned(3, pages)).isEqualTo(digest);
    }

    private static String learned(int partitions, List<Page> pages) throws Exception {
        try (LocalPipeline pipeline = LocalPipeline.start(KAFKA.options(partitions))) {
            try (PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
                pages.forEach(feed::page);
                feed.flush();
            }
            pipeline.awaitSettled(open -> {});
            try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
                List<Revision> revisions = new ArrayList<>();
                state.forEach(Topics.REVISIONS, value -> revisions.add(Json.read(value, Revision.class)));
                assertThat(state.count(Topics.SITE_BOILERPLATE)).isEqualTo(3);
                assertThat(revisions).extracting(Revision::kind).contains(Revision.Kind.CLEANING);
                return state.digest();
            }
        }
    }
}
