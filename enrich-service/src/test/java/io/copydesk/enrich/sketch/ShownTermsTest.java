package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.sketch.ShownTerms.Shown;
import io.copydesk.schemas.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class ShownTermsTest {

    private static final List<Shown> TERMS =
            List.of(new Shown("łódź", "Łódź", 70_000), new Shown("ferry", "ferry", 3), new Shown("渡轮", "渡轮", 1));

    @Test
    void keepsTermsInOrder() {
        assertThat(ShownTerms.of(TERMS).all()).isEqualTo(TERMS);
        assertThat(ShownTerms.of(List.of()).all()).isEmpty();
    }

    @Test
    void isStoredAsAListOfTerms() {
        Serde<ShownTerms> serde = JsonSerde.of(ShownTerms.class);
        byte[] stored = "[{\"text\":\"łódź\",\"shown\":\"Łódź\",\"weight\":70000}]".getBytes(StandardCharsets.UTF_8);
        ShownTerms read = serde.deserializer().deserialize("topic", stored);
        assertThat(read.all()).containsExactly(TERMS.get(0));
        assertThat(serde.serializer().serialize("topic", read)).isEqualTo(stored);
    }

    @Test
    void equalTermsAreEqual() {
        assertThat(ShownTerms.of(TERMS)).isEqualTo(ShownTerms.of(TERMS)).hasSameHashCodeAs(ShownTerms.of(TERMS));
        assertThat(ShownTerms.of(TERMS)).isNotEqualTo(ShownTerms.of(TERMS.subList(0, 2)));
    }
}
