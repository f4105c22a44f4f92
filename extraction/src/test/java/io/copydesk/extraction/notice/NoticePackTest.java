package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class NoticePackTest {

    static final List<String> languages = NoticePack.LANGUAGES;

    private static final List<String> KINDS = List.of(
            "subscription",
            "metered-count",
            "device-sharing",
            "newsletter",
            "cookies",
            "share",
            "related",
            "app",
            "login",
            "comments",
            "copyright",
            "photo-credit",
            "advertisement");

    @Test
    void loadsEveryPhraseOfEveryPack() {
        assertThat(NoticePack.load().startingWith("subscribe")).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("languages")
    void hasPhrasesOfEveryKind(String language) {
        List<String> ids = ids(language);
        assertThat(KINDS).allSatisfy(kind -> assertThat(ids).anyMatch(id -> id.matches(kind + "-[0-9]+")));
    }

    @ParameterizedTest
    @FieldSource("languages")
    void usesNoIdTwice(String language) {
        Set<String> seen = new HashSet<>();
        assertThat(ids(language)).allMatch(seen::add);
    }

    private static List<String> ids(String language) {
        return ResourceLines.of(NoticePack.class, "notices/" + language + ".txt").stream()
                .filter(line -> !line.startsWith("@"))
                .map(line -> line.split("\\s+")[0])
                .toList();
    }
}
