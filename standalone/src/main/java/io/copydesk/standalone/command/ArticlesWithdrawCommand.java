package io.copydesk.standalone.command;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.kit.topics.TopicValues;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.DataFolder;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "withdraw",
        description =
                "Say that articles are withdrawn: a revision tells of it, and enriched-articles holds them with pipeline.withdrawn. Their text"
                        + " stays. They return with --undo, or when a later fetch brings another text. It needs a pipeline that runs (run,"
                        + " service).")
final class ArticlesWithdrawCommand implements Callable<Integer> {

    private static final int PARTITIONS = 4;

    @Parameters(
            paramLabel = "URL",
            arity = "1..*",
            description = "URL of an article, or its id, as enriched-articles has them.")
    private List<String> urls;

    @Option(names = "--undo", description = "Say that they are there again.")
    private boolean undo;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    ArticlesWithdrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        PipelineOptions options = kafka.kept(PARTITIONS);
        Path data = options.data();
        if (!kafka.isCluster() && data != null && DataFolder.address(data).isEmpty()) {
            throw new UsageException("no copydesk is running on the data folder " + data
                    + "; start copydesk run, name its folder with --data, or a cluster with --bootstrap-servers");
        }
        try (Cluster cluster = Cluster.joinUsed(options.cluster(), options.data());
                PageFeed pages = new PageFeed(cluster.clients(), options.prefix())) {
            List<Article> articles = articles(cluster, options.prefix());
            Instant now = Instant.now();
            for (Article article : articles) {
                String input = (undo ? "restored" : "withdrawn") + " by hand/" + UUID.randomUUID();
                pages.page(notice(article, now).page(input, url(article), now));
            }
            pages.flush();
            articles.forEach(article -> console.out().println(article.id() + "\t" + article.url()));
            return 0;
        }
    }

    private WithdrawalNotice notice(Article article, Instant now) {
        return undo
                ? new WithdrawalNotice(article.id(), true, List.of())
                : new WithdrawalNotice(article.id(), false, List.of(new Evidence(now.toString(), Sign.BY_HAND, null)));
    }

    private static String url(Article article) {
        if (article.url() == null) {
            throw new UsageException(article.id() + " came from no URL; only articles with one can be withdrawn");
        }
        return article.url();
    }

    /** The articles that are named, each in the state in which it can be changed. */
    private List<Article> articles(Cluster cluster, String prefix) throws IOException {
        Map<String, @Nullable Article> wanted = new HashMap<>();
        urls.forEach(url -> wanted.put(key(url), null));
        TopicValues.Handler<Article> handler = (id, article) -> {
            if (article != null) {
                wanted.replace(id, article);
                if (article.url() != null) {
                    wanted.replace(key(article.url()), article);
                }
            }
        };
        new TopicReader(cluster.clients())
                .read(
                        Topics.ENRICHED_ARTICLES.name(prefix),
                        false,
                        record -> TopicValues.decode(Topics.ENRICHED_ARTICLES, record, handler));
        List<Article> found = new ArrayList<>();
        for (String url : urls) {
            Article article = wanted.get(key(url));
            if (article == null) {
                throw new UsageException("no article has the URL or id " + url
                        + "; copydesk tail enriched-articles shows those that there are");
            }
            found.add(changeable(article));
        }
        return found;
    }

    private Article changeable(Article article) {
        Withdrawal withdrawal = article.pipeline().withdrawn();
        if (undo && withdrawal == null) {
            throw new UsageException(article.url() + " is not withdrawn");
        }
        if (!undo && withdrawal != null) {
            throw new UsageException(article.url() + " is withdrawn already, since " + withdrawal.at());
        }
        return article;
    }

    /** Spellings of one URL have one key; an id is its own. */
    private static String key(String url) {
        return UrlKey.of(url).fold(UrlKey.Key::key, refused -> url);
    }
}
