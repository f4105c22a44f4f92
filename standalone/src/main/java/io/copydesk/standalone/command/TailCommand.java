package io.copydesk.standalone.command;

import io.copydesk.ingest.page.WarcPages;
import io.copydesk.kit.topics.TopicValues;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.UsageException;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tail",
        description = "Print a topic from its beginning to its end.",
        footer = {"", "copydesk tail pages --warc > x.warc writes a WARC file that replay reads again."})
final class TailCommand implements Callable<Integer> {

    private static final class Form {
        @Option(names = "--json", description = "One line of JSON for each record.")
        private boolean json;

        @Option(names = "--warc", description = "Pages as stored in the topic: a WARC file.")
        private boolean warc;
    }

    @Parameters(paramLabel = "TOPIC", description = "A topic without its prefix, for example articles.")
    private String name;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--follow", description = "Go on with what comes after the end, until Ctrl-C.")
    private boolean follow;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    TailCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Topic<?> topic = Topics.named(name)
                .orElseThrow(() -> new UsageException("there is no topic " + name + "; there are "
                        + Topics.all().stream().map(Topic::name).collect(Collectors.joining(", "))));
        boolean pages = topic.value() == null;
        if (form.warc != pages) {
            throw new UsageException(pages ? "pages are WARC records; add --warc" : "only pages can be --warc");
        }
        PipelineOptions options = kafka.kept(1);
        try (Cluster cluster = Cluster.joinUsed(options.cluster(), options.data())) {
            new TopicReader(cluster.clients())
                    .read(topic.name(options.prefix()), follow, record -> print(topic, record));
        }
        return 0;
    }

    private boolean print(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (topic.value() == null) {
            page(record);
        } else {
            TopicValues.decode(topic, record, (key, value) -> line(key, value, record));
        }
        if (follow) {
            console.out().flush();
        }
        return !console.isOutputClosed();
    }

    /** One that is no WARC record would end the file for its readers. */
    private void page(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.value() != null) {
            String problem = WarcPages.decode(record.value()).fold(page -> "", undecodable -> undecodable.detail());
            if (problem.isEmpty()) {
                console.out().write(record.value());
            } else {
                console.say("unreadable record in " + record.topic() + "-" + record.partition() + "@" + record.offset()
                        + ": " + problem);
            }
        }
    }

    private void line(String key, @Nullable Object value, ConsumerRecord<byte[], byte[]> record) {
        if (value == null) {
            console.out()
                    .println(
                            form.json
                                    ? Json.line(Json.object().put("key", key).put("removed", true))
                                    : key + "  (removed)");
        } else if (form.json) {
            console.out().println(text(record));
        } else if (value instanceof Article article) {
            console.out()
                    .println(key + "  v" + article.version() + " " + article.datePublished() + " " + article.headline()
                            + " — " + article.url());
        } else {
            console.out().println(key + "  " + text(record));
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
