package io.copydesk.ingest.archive;

import static io.copydesk.ingest.archive.Archives.gzip;
import static io.copydesk.ingest.archive.Archives.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.ingest.archive.ArchiveItem.Broken;
import io.copydesk.ingest.archive.ArchiveItem.Input;
import io.copydesk.ingest.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReadingTest {

    @TempDir
    Path folder;

    @Test
    void readsAFolderInTheOrderOfRelativePaths() throws IOException {
        file("b/2.HTML", "<p>x");
        file("b/1.txt", "x");
        file("a.xhtml", "<p>x");
        file("c.jsonl", "{\"text\":\"x\"}\n");
        file("b/photo.png", "x");
        file("notes.md", "x");
        Files.write(folder.resolve("d.warc.gz"), gzip(Archives.page("1")));
        Files.write(folder.resolve("e.html.gz"), gzip("<p>x".getBytes(UTF_8)));

        assertThat(read(folder))
                .containsExactly(
                        "input a.xhtml",
                        "input b/1.txt",
                        "input b/2.HTML",
                        "skipped other kind of file",
                        "input c.jsonl:1",
                        "input urn:x:1",
                        "input e.html.gz",
                        "skipped other kind of file");
    }

    @Test
    void refusesArchivesOfOtherFormatsAndTablesThatAreNamedAndPassesOverThemInFolders() throws IOException {
        String arc = "filedesc://crawl.arc 192.0.2.7 20260203040506 text/plain 76\n1 0 crawler\n";
        file("crawl.arc", arc);
        file("index.cdx", " CDX N b a m s k r M S V g\n");
        file("rows.csv", "url,text\nhttps://vell.example/1,The mill reopens\n");

        assertThat(read(folder))
                .containsExactly(
                        "skipped other kind of file", "skipped other kind of file", "skipped other kind of file");
        assertThat(read(folder.resolve("rows.csv"))).containsExactly("broken rows.csv unknown-kind");
        assertThat(read(folder.resolve("crawl.arc"))).containsExactly("broken crawl.arc unknown-kind");
        assertThat(read(folder.resolve("index.cdx"))).containsExactly("broken index.cdx unknown-kind");
        file("renamed", arc);
        assertThat(read(folder.resolve("renamed"))).containsExactly("broken renamed unknown-kind");
    }

    @Test
    void passesOverHiddenFilesAndFolders() throws IOException {
        file(".hidden.html", "<p>x");
        file(".git/x.html", "<p>x");
        file("x.html", "<p>x");

        assertThat(read(folder)).containsExactly("input x.html");
        assertThat(read(folder.resolve(".git"))).containsExactly("input x.html");
    }

    @Test
    void aFileHasAUrlThatIsTheSameOnEveryMachine() throws IOException {
        Page page = page(file("Käse & Brot/1 %.html", "<p>x"), folder);

        assertThat(page.inputId()).isEqualTo("Käse & Brot/1 %.html");
        assertThat(page.url()).isEqualTo("file:///K%C3%A4se%20%26%20Brot/1%20%25.html");
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.charset()).isNull();
        assertThat(page.fetched()).isNull();
    }

    @Test
    void filesWithOneRelativePathAreToldApart() throws IOException {
        file("one/x.html", "<p>1");
        file("two/x.html", "<p>2");

        List<ArchiveItem> items = Archives.items(ArchiveLimits.DEFAULT, folder.resolve("one"), folder.resolve("two"));

        assertThat(items)
                .extracting(item -> ((Input) item).page().inputId() + " "
                        + ((Input) item).page().url())
                .containsExactly("x.html file:///x.html", "x.html~2 file:///x.html~2");
    }

    @Test
    void aFileReachedTwiceIsReadOnce() throws IOException {
        Path file = file("x.html", "<p>1");

        assertThat(read(folder, file, folder)).containsExactly("input x.html");
    }

    @Test
    void aSingleFileIsCalledByItsName() throws IOException {
        assertThat(read(file("deep/er/x.html", "<p>1"))).containsExactly("input x.html");
        assertThat(read(file("article.md", "Words"))).containsExactly("input article.md");
        assertThat(read(file("data", "\n {\"id\":\"a\",\"text\":\"x\"}"))).containsExactly("input a");
        assertThat(read(file("program", "\u007fELF\0\0"))).containsExactly("broken program unknown-kind");
    }

    @Test
    void savedMessagesAndListsOfUrlsAreNoTexts() throws IOException {
        String message =
                "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n--b";
        String urls = "https://www.quay.example/1\n\nhttps://www.quay.example/2\nhttps://www.qu";
        for (String name : List.of("saved.mhtml", "saved.mht", "saved", "saved.txt")) {
            assertThat(read(file(name, message))).containsExactly("broken " + name + " unknown-kind");
        }
        assertThat(read(file("urls.txt", urls))).containsExactly("broken urls.txt unknown-kind");
        assertThat(read(file("url", "https://www.quay.example/1"))).containsExactly("broken url unknown-kind");
        for (String text : List.of(
                "\nWords",
                "https://www.quay.example/1\nSaid so.\nAnd more",
                "Content-Type of a multipart/related\n\nWords")) {
            assertThat(read(file("text.txt", text))).containsExactly("input text.txt");
        }
    }

    @Test
    void emptyLargeCutAndUnreadableFilesAreBroken() throws IOException {
        ArchiveLimits limits = new ArchiveLimits(1_000, 1_000, 100);
        file("0.html", "");
        file("1.warc", "");
        Files.write(folder.resolve("2.jsonl.gz"), gzip(new byte[0]));
        file("3.html", "x".repeat(1_001));
        Files.write(
                folder.resolve("4.html.gz"),
                Arrays.copyOf(gzip("Words".repeat(30).getBytes(UTF_8)), 20));
        Files.createSymbolicLink(folder.resolve("5.html"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("6"), folder);
        file("7.html", "x".repeat(1_000));

        List<ArchiveItem> items = Archives.items(limits, folder);

        assertThat(read(limits, folder))
                .containsExactly(
                        "broken 0.html empty",
                        "broken 1.warc empty",
                        "broken 2.jsonl.gz empty",
                        "broken 3.html too-large",
                        "broken 4.html.gz truncated-gzip",
                        "broken 5.html unreadable",
                        "broken 6 unreadable",
                        "input 7.html");
        assertThat(((Broken) items.get(3)).bytes()).hasSize(100);
        assertThat(((Broken) items.get(3)).length()).isEqualTo(1_001);
    }

    @Test
    void aMissingPathIsSaidBeforeAnythingIsRead() throws IOException {
        Path file = file("x.html", "<p>1");
        Path missing = folder.resolve("gone");

        assertThatThrownBy(() -> ArchiveReader.open(List.of(file, missing)))
                .isInstanceOf(MissingInputException.class)
                .hasMessage("There is no file or folder \"" + missing + "\"");
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        file("a.html", "<p>1");
        file("b.jsonl", "{\"text\":\"x\"}\n{\"text\":\"y\"}\n");
        file("c.png", "not read");
        List<String> told = new ArrayList<>();

        try (ArchiveReader reader = ArchiveReader.open(
                List.of(folder),
                ArchiveLimits.DEFAULT,
                (read, total, items) -> told.add(read + "/" + total + " " + items))) {
            reader.forEachRemaining(item -> {});
        }

        assertThat(told).containsExactly("4/30 1", "30/30 2", "30/30 3", "30/30 4");
    }

    private Page page(Path file, Path root) throws IOException {
        assertThat(file).exists();
        return ((Input) Archives.items(ArchiveLimits.DEFAULT, root).get(0)).page();
    }

    private Path file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
