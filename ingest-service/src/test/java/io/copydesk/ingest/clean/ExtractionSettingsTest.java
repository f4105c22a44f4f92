package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.schemas.PageKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtractionSettingsTest {

    @Test
    void theDefaultsAreThese() {
        assertThat(ExtractionSettings.defaults()).isEqualTo(new ExtractionSettings(List.of(), 0.05));
    }

    @Test
    void everyKeyMaps() {
        Configuration loaded = new ConfigLoader()
                .section("extraction", ExtractionSettings.defaults())
                .commandLine(Map.of("extraction.keep-kinds", "listing, forum", "extraction.article-threshold", "0.3"))
                .load();

        ExtractionSettings settings = loaded.get(ExtractionSettings.class);
        assertThat(settings.keepKinds()).containsExactly(PageKind.LISTING, PageKind.FORUM);
        assertThat(settings.options().keepKinds()).containsExactlyInAnyOrder(PageKind.LISTING, PageKind.FORUM);
        assertThat(settings.options().articleThreshold()).isEqualTo(0.3);
    }
}
