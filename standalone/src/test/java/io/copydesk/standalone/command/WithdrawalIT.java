package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.state.FinalState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pages that go and return, and the command that says so, through the services on a broker. */
class WithdrawalIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    @TempDir
    private Path folder;

    private PipelineOptions options;

    @Test
    void aPageGoesAndReturnsAndAnArticleIsWithdrawnByHand() throws Exception {
        options = KAFKA.options(3);
        Page page = SamplePages.load().get(0);
        Page other = SamplePages.load().get(1);
        try (LocalPipeline pipeline = LocalPipeline.start(options);
                PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
            feed.page(page);
            feed.page(other);
            feed.flush();
            pipeline.awaitSettled(open -> {});
            Article before = articles(pipeline).get(page.url());
            assertThat(before.pipeline().withdrawn()).isNull();

            feed.page(notice().page("gone", page.url(), page.fetched().plus(Duration.ofDays(1))));
            feed.flush();
            pipeline.awaitSettled(open -> {});
            Article gone = articles(pipeline).get(page.url());
            assertThat(gone.pipeline().withdrawn().evidence()).hasSize(2);
            assertThat(gone.articleBody()).isEqualTo(before.articleBody());
            assertThat(gone.pipeline().decision()).isEqualTo(before.pipeline().decision());
            assertThat(revisions(pipeline)).singleElement().asString().contains("\"event\":\"withdrawn\"");

            feed.page(again(page, "back", Duration.ofDays(2)));
            feed.flush();
            pipeline.awaitSettled(open -> {});
            assertThat(articles(pipeline).get(page.url())).isEqualTo(before);
            assertThat(revisions(pipeline)).isEmpty();

            CommandLineRun withdrawn = command(page.url());
            assertThat(withdrawn.exitCode()).as(withdrawn.err()).isZero();
            assertThat(withdrawn.out()).isEqualTo(before.id() + "\t" + page.url() + "\n");
            pipeline.awaitSettled(open -> {});
            assertThat(articles(pipeline).get(page.url()).pipeline().withdrawn().evidence())
                    .extracting(Evidence::sign)
                    .containsExactly(Sign.BY_HAND);
            assertThat(command(page.url()).err()).contains("is withdrawn already");

            assertThat(command(before.id(), "--undo").exitCode()).isZero();
            pipeline.awaitSettled(open -> {});
            assertThat(articles(pipeline).get(page.url())).isEqualTo(before);
            assertThat(command(page.url(), "--undo").err()).contains("is not withdrawn");
            assertThat(articles(pipeline).get(other.url()).pipeline().withdrawn())
                    .isNull();
            try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
                assertThat(state.ledger().counts())
                        .containsEntry(Outcome.ARTICLE, 2)
                        .containsEntry(Outcome.UNCHANGED, 4)
                        .containsEntry(Outcome.DEAD_LETTER, 0);
            }
        }
        CommandLineRun unknown = command("https://www.nowhere.example/a");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("no article has the URL or id https://www.nowhere.example/a");
    }

    @Test
    void nothingRunsOnTheFolder() {
        CommandLineRun run =
                CommandLineRun.of("articles", "withdraw", "https://www.quay.example/a", "--data", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no copydesk is running on the data folder");
        assertThat(folder).isEmptyDirectory();
    }

    private static WithdrawalNotice notice() {
        Evidence first = new Evidence(Instant.EPOCH.toString(), Sign.NOT_FOUND, null);
        return new WithdrawalNotice(null, false, List.of(first, first));
    }

    private static Page again(Page page, String inputId, Duration later) {
        return new Page(
                inputId,
                page.url(),
                page.fetched().plus(later),
                page.capture(),
                page.status(),
                page.headers(),
                page.mediaType(),
                page.charset(),
                page.body());
    }

    private static Map<String, Article> articles(LocalPipeline pipeline) throws Exception {
        Map<String, Article> articles = new TreeMap<>();
        try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
            state.forEach(Topics.ENRICHED_ARTICLES, value -> {
                Article article = Json.read(value, Article.class);
                articles.put(article.url(), article);
            });
        }
        return articles;
    }

    /** Those that hold. */
    private static List<String> revisions(LocalPipeline pipeline) throws Exception {
        List<String> revisions = new ArrayList<>();
        try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
            state.forEach(Topics.REVISIONS, value -> revisions.add(new String(value, StandardCharsets.UTF_8)));
        }
        return revisions;
    }

    private CommandLineRun command(String... arguments) {
        List<String> all = new ArrayList<>(List.of("articles", "withdraw"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", KAFKA.bootstrapServers(), "--prefix", options.prefix()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
