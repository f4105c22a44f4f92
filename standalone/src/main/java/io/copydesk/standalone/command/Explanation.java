package io.copydesk.standalone.command;

import io.copydesk.extraction.BlockVerdict;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Removed;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Why an article looks as it does, for people. */
final class Explanation {

    private static final String INDENT = "                ";

    private Explanation() {}

    /** Prints the article's facts, then each block of its page in order; for texts, which have no blocks, their paragraphs. */
    static void print(PrintStream out, String id, Article article, List<BlockVerdict> blocks) {
        out.println("== " + id);
        out.println("headline   " + article.headline());
        out.println("author     "
                + article.author().stream().map(Article.Person::name).toList());
        out.println("published  " + article.datePublished());
        out.println("language   " + article.inLanguage());
        out.println("access     " + article.pipeline().access());
        if (blocks.isEmpty()) {
            paragraphs(out, article);
        } else {
            out.println("verdict  likelihood  block");
            blocks.forEach(block -> print(out, block));
        }
        out.println();
    }

    private static void print(PrintStream out, BlockVerdict block) {
        out.printf(
                Locale.ROOT,
                "  %s  %.2f  %s%n",
                block.kept() ? "keep" : "drop",
                block.likelihood(),
                line(block.text()));
        if (!block.kept()) {
            out.println(INDENT + "rule " + block.rule());
        }
        out.println(INDENT
                + block.features().entrySet().stream().map(Explanation::feature).collect(Collectors.joining(" ")));
    }

    private static String feature(Map.Entry<String, Float> feature) {
        float value = feature.getValue();
        return feature.getKey() + "="
                + (value == Math.rint(value)
                        ? String.valueOf((long) value)
                        : String.format(Locale.ROOT, "%.2f", value));
    }

    private static void paragraphs(PrintStream out, Article article) {
        for (String paragraph : article.articleBody().split("\n\n")) {
            out.println("  keep  " + paragraph);
        }
        for (Removed removed : article.pipeline().removed()) {
            out.println("  drop  " + removed.rule() + ": " + line(removed.text()));
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
