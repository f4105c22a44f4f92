package io.copydesk.ingest.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTest {

    @Test
    void encodesNamesAsTheJdkDoesWhereBothStandardsAgree() {
        String letters = "abcz09-éüñøčżαλωжяшあいうカナ漢字国한글";
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder label = new StringBuilder("q");
            for (int i = random.nextInt(12); i >= 0; i--) {
                label.append(letters.charAt(random.nextInt(letters.length())));
            }
            label.append('x');
            String name = label + ".example";
            assertThat(Host.normalize(name)).hasValue(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "news.harbour.co.uk, harbour.co.uk",
        "a.b.github.io, b.github.io",
        "www.harbour.example, harbour.example",
        "harbour.example, harbour.example",
        "localhost,",
        "co.uk,",
        "127.0.0.1,",
        "'[::1]',"
    })
    void knowsTheRegistrableDomain(String host, String domain) {
        assertThat(Host.registrableDomain(host).orElse(null)).isEqualTo(domain);
    }
}
