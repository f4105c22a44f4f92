package io.copydesk.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestKeyTest {

    @Test
    void oneEditInThreeCharactersIsASlipAndMoreIsAnotherKey() {
        assertThat(NearestKey.to("abcdef", List.of("abcdxy"))).contains("abcdxy");
        assertThat(NearestKey.to("abcdef", List.of("abcxyz"))).isEmpty();
        assertThat(NearestKey.to("abcde", List.of("abcxy"))).isEmpty();
        assertThat(NearestKey.to("abcde", List.of("abcdx"))).contains("abcdx");
    }

    @Test
    void aKeyOfASectionThatIsNotThereIsLikeNoOther() {
        assertThat(NearestKey.to("fetch.contact", List.of("health.host", "topics.prefix", "streams.threads")))
                .isEmpty();
    }

    @Test
    void theFewestEditsWinAndThenTheAlphabet() {
        assertThat(NearestKey.to("health.prt", List.of("health.parts", "health.port")))
                .contains("health.port");
        assertThat(NearestKey.to("health.poet", List.of("health.post", "health.port")))
                .contains("health.port");
    }

    @Test
    void aVeryLongTextIsComparedByItsBeginning() {
        assertThat(NearestKey.to("health.port".repeat(100_000), List.of("health.port")))
                .isEmpty();
    }

    @Test
    void countsEdits() {
        assertThat(NearestKey.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestKey.distance("", "abc")).isEqualTo(3);
        assertThat(NearestKey.distance("same", "same")).isZero();
        assertThat(NearestKey.distance("rnu", "run")).isEqualTo(1);
    }
}
