package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Corpus;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadTest {

    private static final String FIRST =
            "Fans in Osterwick watched Grenholm score. The visitors from Ludbury never recovered.";
    private static final String SAME =
            "Ludbury never recovered and went home. In Osterwick the visitors saw how fans watched Grenholm score.";
    private static final String SIBLING =
            "Fans in Osterwick watched Talbot score. The visitors from Ashmere never recovered.";

    @Test
    void whatOneLeadSaysTheOtherReportOfTheEventTells() {
        assertThat(told(FIRST, SAME)).isGreaterThan(85);
        assertThat(told(FIRST, FIRST)).isEqualTo(Lead.ALL);
    }

    @Test
    void ofASiblingEventTheNamesAreNotTold() {
        assertThat(told(FIRST, SIBLING)).isBetween(30, 75);
        assertThat(told("Seven of 31 miners were saved at Colbeck.", "Court fines Varnholt 4,300 crowns over dumping."))
                .isLessThan(20);
    }

    @Test
    void aNameThatComesLateInTheOtherTextIsTold() {
        String late = IntStream.range(0, 150).mapToObj(i -> "filler" + i).collect(Collectors.joining(" "));
        assertThat(told(FIRST, late + ". " + SAME)).isGreaterThan(85);
    }

    @Test
    void whoseLeadSaysNothingSpeaksAgainstNothing() {
        assertThat(told("It was the one.", FIRST)).isEqualTo(Lead.ALL);
        assertThat(told("", "")).isEqualTo(Lead.ALL);
    }

    @Test
    void isBoundedForATextOfAnyLength() throws IOException {
        String endless = IntStream.range(0, 15_000).mapToObj(i -> "Word" + i).collect(Collectors.joining(" "));
        Lead lead = lead(endless);
        assertThat(Base64.getDecoder().decode(Json.read(Json.bytes(lead), String.class)))
                .hasSizeBetween(250, 400);
        assertThat(told(lead, lead)).isEqualTo(Lead.ALL);
    }

    @Test
    void survivesItsStoreUnchanged() throws IOException {
        Lead lead = lead(FIRST);
        Lead read = Json.read(Json.bytes(lead), Lead.class);
        assertThat(read).isEqualTo(lead).hasSameHashCodeAs(lead);
        assertThat(told(read, lead(SIBLING))).isEqualTo(told(lead, lead(SIBLING)));
        assertThat(lead).isNotEqualTo(lead(SIBLING));
    }

    private static int told(String one, String other) {
        int told = told(lead(one), lead(other));
        assertThat(told(lead(other), lead(one))).isEqualTo(told);
        return told;
    }

    private static int told(Lead one, Lead other) {
        return one.words().toldBy(other.words());
    }

    private static Lead lead(String body) {
        return Sketcher.sketch(Corpus.article("a", "a.example", null, null, body))
                .lead();
    }
}
