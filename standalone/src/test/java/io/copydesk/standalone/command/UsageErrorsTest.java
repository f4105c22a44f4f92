package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer's slips are answered with. None of these starts a broker. */
class UsageErrorsTest {

    @Test
    void aMistypedCommandNamesTheOneThatWasMeant() {
        refused("rnu").contains("did you mean copydesk run?").doesNotContain("--bootstrap-servers");
        refused("feeds", "lst").contains("did you mean copydesk feeds list?");
        refused("feeds", "ad", "https://site.example/feed.xml").contains("did you mean copydesk feeds add?");
        refused("dead-leters", "list").contains("did you mean copydesk dead-letters?");
    }

    @Test
    void aWordThatIsLikeNoCommandIsAnsweredWithTheirList() {
        refused("harvest").contains("Unmatched argument").contains("replay");
    }

    @Test
    void aMistypedOptionNamesTheOneThatWasMeant() {
        refused("replay", "x.warc", "--partition=2").contains("did you mean --partitions?");
        refused("replay", "x.warc", "--colour").contains("--colour").contains("copydesk replay --help");
    }

    @Test
    void aUrlWhereFilesAreReadSaysWhatIsMeantForUrls() {
        refused("run", "--feeds", "https://site.example/feed.xml")
                .contains("https://site.example/feed.xml is a URL")
                .contains("copydesk feeds add URL");
        refused("replay", "https://site.example/a.warc")
                .contains("\"https://site.example/a.warc\" is a URL")
                .contains("copydesk clean URL");
        refused("clean", "ftp://site.example/a.html")
                .contains("\"ftp://site.example/a.html\" is a URL")
                .contains("http and https");
    }

    @Test
    void aStageThatIsNoneNamesThoseThatThereAre() {
        refused("dead-letters", "list", "--stage=foo").contains("foo").contains("ARCHIVE", "CLEAN", "ENRICH");
    }

    @Test
    void messagesNameTheWholeCommand() {
        refused("feeds", "add", "not-a-url").startsWith("copydesk feeds add: not-a-url is not an http or https URL");
    }

    @Test
    void aSettingIsNamedAsItWasGiven() {
        refused("run", "--set", "frontier.min-poll=10")
                .contains("--set frontier.min-poll")
                .contains("such as 250ms");
    }

    @Test
    void aFolderInWhichNothingCanBeReadIsNamed(@TempDir Path folder) {
        CommandLineRun run = CommandLineRun.of("clean", folder.toString());

        assertThat(run.err()).contains("there was nothing to read in " + folder);
    }

    @Test
    void everyCommandSaysWhatItDoes() {
        for (String group : List.of("", "feeds", "articles", "alerts", "contract", "dead-letters", "inspect")) {
            String[] help = group.isEmpty() ? new String[] {"--help"} : new String[] {group, "--help"};

            assertThat(CommandLineRun.of(help).out().lines().dropWhile(line -> !line.equals("Commands:")))
                    .as(group)
                    .hasSizeGreaterThan(1)
                    .noneMatch(line -> line.matches("  [a-z-]+ *"));
        }
    }

    @Test
    void aScriptForCompletionKnowsTheCommands() {
        CommandLineRun run = CommandLineRun.of("generate-completion");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("complete ").contains("dead-letters").contains("--partitions");
    }

    private static AbstractStringAssert<?> refused(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return assertThat(run.err());
    }
}
