package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProductVersionTest {

    @Test
    void isTheVersionOfTheRootPomWithoutItsQualifier() throws IOException {
        Matcher version = Pattern.compile("<version>(.*?)(-SNAPSHOT)?</version>")
                .matcher(Files.readString(Path.of("../pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(ProductVersion.current().text()).isEqualTo(version.group(1));
    }

    @Test
    void majorMinorLeavesThePatchOut() {
        assertThat(ProductVersion.parse("12.30.4-rc1")).isEqualTo(new ProductVersion("12.30.4"));
        assertThat(ProductVersion.parse("12.30.4").majorMinor()).isEqualTo("12.30");
    }

    @Test
    void aPlaceholderThatTheBuildDidNotFillInIsRefused() {
        assertThatThrownBy(() -> ProductVersion.parse("${project.version}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("${project.version}");
    }
}
