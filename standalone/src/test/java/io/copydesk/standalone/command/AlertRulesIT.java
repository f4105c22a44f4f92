package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.alerts.AlertsSettings;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that list and change rules, with nothing running and beside a role with a file. */
class AlertRulesIT {

    @TempDir
    private Path folder;

    @Test
    void rulesAreAddedListedChangedAndRemoved() throws Exception {
        Path file = Files.writeString(
                folder.resolve("new.yaml"), "rules:\n- {name: ferry, words: ferry}\n- {name: wide, story-sites: 5}\n");
        assertThat(run("add", file.toString()).out()).isEqualTo("ferry\nwide\n");
        CommandLineRun changed =
                run("add", "--name", "ferry", "--words", "ferry line,tugboat*", "--sites", "quay.example");
        assertThat(changed.out()).isEqualTo("ferry\n");
        assertThat(changed.err()).contains("changed: ferry");

        assertThat(run("list").lines())
                .containsExactly(
                        "source\trule\tasks for",
                        "added\tferry\t{\"words\":[\"ferry line\",\"tugboat*\"],\"sites\":[\"quay.example\"]}",
                        "added\twide\t{\"story-sites\":5}");
        assertThat(run("remove", "ferry").out()).isEqualTo("ferry\n");
        JsonNode line = Json.tree(run("list", "--json").out());
        assertThat(line.path("name").asText()).isEqualTo("wide");
        assertThat(line.path("source").asText()).isEqualTo("added");
        assertThat(line.path("rule").path("story-sites").asInt()).isEqualTo(5);
        refused("there is no rule wid; did you mean wide?", "remove", "wid");
    }

    @Test
    void whatIsWrongIsAnsweredAsForAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("new.yaml"), "rules:\n- name: ferry\n  wrods: x\n");

        refused("new.yaml line 3: rule ferry: there is no field wrods; did you mean words?", "add", file.toString());
        refused("there is no file none.yaml", "add", "none.yaml");
        refused("rule ferry: asks for nothing", "add", "--name", "ferry");
        refused(
                "rule ferry: story-sites must be a number from 2 to 1000",
                "add",
                "--name",
                "ferry",
                "--story-sites",
                "1");
        assertThat(run("list").lines()).hasSize(1);
    }

    @Test
    void rulesOfTheFileAreListedAndLeftAlone() throws Exception {
        Path rules = Files.writeString(folder.resolve("alerts.yaml"), "rules: [{name: quay, words: quay}]");
        PipelineOptions options = new PipelineOptions(null, folder.resolve("data"), Topics.DEFAULT_PREFIX, 2);
        try (LocalPipeline pipeline = LocalPipeline.startIdle(options)) {
            pipeline.alert(AlertsSettings.defaults().withRules(rules), HostResolver.system());

            assertThat(run("list").lines()).contains("file\tquay\t{\"words\":[\"quay\"]}");
            String sentence = "rule quay is in the file of the role alerts, and can be changed there alone";
            refused(sentence, "remove", "quay");
            refused(sentence, "add", "--name", "quay", "--words", "other");
            assertThat(run("add", "--name", "ferry", "--words", "ferry").out()).isEqualTo("ferry\n");
            pipeline.requireAlive();
        }
    }

    private void refused(String sentence, String... arguments) {
        CommandLineRun run = execute(arguments);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(sentence);
    }

    private CommandLineRun run(String... arguments) {
        CommandLineRun run = execute(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private CommandLineRun execute(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "alerts";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = folder.resolve("data").toString();
        return CommandLineRun.of(all);
    }
}
