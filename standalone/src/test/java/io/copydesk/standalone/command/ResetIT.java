package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.state.FinalState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResetIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private final PipelineOptions options = KAFKA.options(2);

    @Test
    void aRoleThatWasResetComesToTheSameRecordsAgain() throws Exception {
        String id = "copydesk-" + options.prefix() + "enrich";
        String other = id + "-2.enrich-sketches-changelog";
        String before;
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            feedTheSample(pipeline);
            before = digest(pipeline);

            CommandLineRun refused = reset("enrich", "--execute");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("group " + id + " has ").contains("stop all instances");
        }
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", KAFKA.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(other, 1, (short) 1))).all().get();

            CommandLineRun shown = reset("enrich");
            assertThat(shown.exitCode()).as(shown.err()).isZero();
            assertThat(shown.lines()).contains("topic\t" + id + "-sketches-changelog", "group\t" + id);
            assertThat(shown.err()).contains("nothing was deleted");
            assertThat(internal(admin, id)).contains(id + "-sketches-changelog");

            CommandLineRun done = reset("enrich", "--execute");
            assertThat(done.exitCode()).as(done.err()).isZero();
            assertThat(done.lines()).isEqualTo(shown.lines());
            assertThat(internal(admin, id)).containsExactly(other);
        }
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            pipeline.awaitSettled(open -> {});
            assertThat(digest(pipeline)).isEqualTo(before);
        }
    }

    @Test
    void anEmbeddedBrokerIsNotReset() {
        CommandLineRun run = CommandLineRun.of("reset", "clean", "--execute");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--bootstrap-servers");
    }

    private static void feedTheSample(LocalPipeline pipeline) throws InterruptedException {
        try (PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
            SamplePages.load().forEach(feed::page);
            feed.flush();
        }
        pipeline.awaitSettled(open -> {});
    }

    private static String digest(LocalPipeline pipeline) throws Exception {
        try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
            return state.digest();
        }
    }

    private static Set<String> internal(Admin admin, String id) throws Exception {
        Set<String> names = admin.listTopics().names().get();
        names.removeIf(name -> !name.startsWith(id));
        return names;
    }

    private CommandLineRun reset(String role, String... more) {
        List<String> arguments = new ArrayList<>(List.of("reset", role));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--bootstrap-servers", KAFKA.bootstrapServers(), "--prefix", options.prefix()));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
