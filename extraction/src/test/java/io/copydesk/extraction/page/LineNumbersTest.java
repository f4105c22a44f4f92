package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineNumbersTest {

    @Test
    void numbersThatCountUpAreNoText() {
        assertThat(LineNumbers.without("1\n2\n3")).isEmpty();
        assertThat(LineNumbers.without("98\n 99\n100")).isEmpty();
    }

    @Test
    void otherNumbersStay() {
        assertThat(LineNumbers.without("42")).isEqualTo("42");
        assertThat(LineNumbers.without("1\n2\n4")).isEqualTo("1\n2\n4");
        assertThat(LineNumbers.without("1\n2 boats")).isEqualTo("1\n2 boats");
        assertThat(LineNumbers.without("9999999999\n10000000000")).isEqualTo("9999999999\n10000000000");
    }
}
