package io.copydesk.extraction.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceModelTest {

    private static final ConfidenceSheet SURE = new ConfidenceSheet(0.99, 4_000, 4_000, true);

    private final ConfidenceModel model = ConfidenceModel.load();

    @Test
    void aTextThatTheBlocksAreSureOfIsTrusted() {
        assertThat(model.likelihood(SURE)).isGreaterThan(0.98);
    }

    @Test
    void doubtAboutTheBlocksLowersTheConfidence() {
        assertThat(model.likelihood(new ConfidenceSheet(0.8, 4_000, 4_000, true)))
                .isLessThan(model.likelihood(SURE))
                .isGreaterThan(model.likelihood(new ConfidenceSheet(0.6, 4_000, 4_000, true)));
    }

    @Test
    void aTextOfAPageWithoutAnyLikelyBlockIsHardlyTrusted() {
        assertThat(model.likelihood(new ConfidenceSheet(0, 0, 300, false))).isLessThan(0.2);
    }

    @Test
    void aWeightOfAnUnknownColumnIsRefused() {
        assertThatThrownBy(() -> ConfidenceModel.parse(List.of("colour 1.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
    }
}
