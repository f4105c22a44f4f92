package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemovalReasonTest {

    @Test
    void readsTheFormerNameOfSiteBoilerplateAndWritesTheNewOne() throws Exception {
        RemovalReason read = Json.mapper().readValue("\"site-furniture\"", RemovalReason.class);

        assertThat(read).isEqualTo(RemovalReason.SITE_BOILERPLATE);
        assertThat(Json.mapper().writeValueAsString(read)).isEqualTo("\"site-boilerplate\"");
    }
}
