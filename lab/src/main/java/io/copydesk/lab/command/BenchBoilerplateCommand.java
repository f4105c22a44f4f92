package io.copydesk.lab.command;

import io.copydesk.lab.boilerplate.BoilerplateScore;
import io.copydesk.lab.boilerplate.InventedPage;
import io.copydesk.lab.boilerplate.InventedSites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.state.FinalState;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "boilerplate",
        aliases = "furniture",
        description =
                "Run invented sites with boilerplate that no phrase list knows through the whole pipeline, and count what"
                        + " is gone of it and what is lost of the articles: boilerplate that repeats, boilerplate of which"
                        + " some words change, and boilerplate that reads differently on each page in elements of its own.")
final class BenchBoilerplateCommand implements Callable<Integer> {

    private static final int PARTITIONS = 2;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--sites", paramLabel = "N", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}")
    private int sites;

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "20",
            description = "Articles of each site. Default: ${DEFAULT-VALUE}")
    private int articles;

    @Option(
            names = "--noise",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description = "In the second run, how many words of the boilerplate differ from page to page. Default:"
                    + " ${DEFAULT-VALUE}")
    private double noise;

    private final Console console;

    BenchBoilerplateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.out().println("seed\tchanged\tpages\tboilerplate\tgone\tsentences\tlost\tcorrected");
        run("0", InventedSites.pages(seed, sites, articles, 0));
        run(Double.toString(noise), InventedSites.pages(seed, sites, articles, noise));
        run("all", InventedSites.placed(seed, sites, articles));
        return 0;
    }

    private void run(String changed, List<InventedPage> pages) throws Exception {
        try (LocalPipeline pipeline =
                LocalPipeline.start(new PipelineOptions(null, null, Topics.DEFAULT_PREFIX, PARTITIONS))) {
            try (PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
                pages.forEach(page -> feed.page(page.page()));
                feed.flush();
            }
            pipeline.awaitSettled(open -> console.progress(open + " records on their way"));
            BoilerplateScore score = new BoilerplateScore(pages);
            pipeline.reader().read(Topics.ARTICLES.name(pipeline.prefix()), false, record -> {
                score.issued(Json.read(record.value(), Article.class));
                return true;
            });
            try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
                state.forEach(Topics.ARTICLES, value -> score.add(Json.read(value, Article.class)));
            }
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%d\t%s\t%d\t%d\t%.4f\t%d\t%.5f\t%d",
                            seed,
                            changed,
                            pages.size(),
                            score.boilerplate(),
                            score.gone(),
                            score.sentences(),
                            score.lost(),
                            score.corrected()));
        }
    }
}
