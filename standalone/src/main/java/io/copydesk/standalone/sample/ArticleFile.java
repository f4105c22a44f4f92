package io.copydesk.standalone.sample;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One article as written down in {@code <site>/articles/<name>.txt}; the revisions of one article are files of their
 * own with the same path.
 *
 * @param name file name without its ending
 * @param headers every header of the file
 * @param blocks the text; of a walled page only what it shows
 */
record ArticleFile(String name, SampleText headers, List<SampleBlock> blocks) {

    /**
     * @param kind as in {@link SampleRelation}
     * @param of {@code <site folder>/<article name>}
     */
    record Relation(String kind, String of) {}

    private static final String SAME_TEXT = "same-text-as";

    /** A file with {@code same-text-as} repeats another of its site: text and all headers that it does not set. */
    static ArticleFile read(String siteFolder, String name) {
        SampleText file = SampleText.read(siteFolder + "/articles/" + name + ".txt");
        Optional<String> original = file.value(SAME_TEXT);
        if (original.isPresent()) {
            file = file.over(SampleText.read(siteFolder + "/articles/" + original.get() + ".txt"));
        }
        return new ArticleFile(name, file, SampleBlock.parse(file.text()));
    }

    String path() {
        return headers.required("path");
    }

    String language() {
        return headers.required("language");
    }

    String headline() {
        return headers.required("headline");
    }

    OffsetDateTime published() {
        return OffsetDateTime.parse(headers.required("date"));
    }

    List<String> authors() {
        return headers.all("author");
    }

    /** Every time this very page was fetched; more than one when it was fetched again unchanged. */
    List<Instant> fetched() {
        return headers.all("fetched").stream().map(Instant::parse).toList();
    }

    Optional<String> story() {
        return headers.value("story");
    }

    Set<Damage> damage() {
        Set<Damage> damage = EnumSet.noneOf(Damage.class);
        for (String name : headers.all("damage")) {
            damage.add(Damage.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)));
        }
        return damage;
    }

    List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (String line : headers.all("relation")) {
            String[] words = line.split(" ");
            relations.add(new Relation(words[0], words[1]));
        }
        return relations;
    }
}
