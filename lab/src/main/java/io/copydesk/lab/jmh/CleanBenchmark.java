package io.copydesk.lab.jmh;

import io.copydesk.extraction.Extraction;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cleaning a page, beside the least that any cleaner must do: parse it. Pages a second, one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CleanBenchmark {

    /** Paragraphs of the article; as many links surround it. */
    @Param({"10", "200"})
    public int paragraphs;

    @SuppressWarnings("NullAway.Init")
    private Extractor extractor;

    @SuppressWarnings("NullAway.Init")
    private byte[] page;

    /** Writes the page. */
    @Setup
    public void writePage() {
        StringBuilder html =
                new StringBuilder("<!doctype html><html lang=en><head><title>Quay reopens</title></head><body>");
        for (int i = 0; i < paragraphs; i++) {
            html.append("<li class=nav><a href=/s/")
                    .append(i)
                    .append(">Section ")
                    .append(i)
                    .append("</a></li>");
        }
        html.append("<article><h1>Quay reopens</h1>");
        for (int i = 0; i < paragraphs; i++) {
            html.append("<p>On day ")
                    .append(i)
                    .append(
                            " the harbour office counted the boats again, and the number had grown, as the master had said"
                                    + " it would when the new quay was opened to the fishing fleet.</p>");
        }
        page = html.append("</article></body></html>").toString().getBytes(StandardCharsets.UTF_8);
        extractor = Extractor.create();
    }

    /** Text, metadata, notices and charset. */
    @Benchmark
    public Extraction clean() {
        return extractor.extract(new SourceDocument("https://www.quay.example/1", "text/html", "utf-8", page, null));
    }

    /** A bare parse of the same bytes. */
    @Benchmark
    public Document parse() throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(page), "utf-8", "https://www.quay.example/1");
    }
}
