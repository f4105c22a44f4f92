package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFingerprintTest {

    private static Sketch sketch(String id, String digest) {
        Fingerprint fingerprint =
                Fingerprint.builder(id, "ferry.example").textDigest(digest).build();
        return new Sketch(fingerprint, "The ferry runs", Terms.of(List.of()), 5L, 7L, null);
    }

    @Test
    void anEqualFingerprintIsInMemoryOnce() {
        Sketch known = sketch("a", "one");
        Sketch read = sketch("a", "one");

        Sketch shared = read.sharing(known.fingerprint());

        assertThat(shared).isEqualTo(read);
        assertThat(shared.fingerprint()).isSameAs(known.fingerprint());
    }

    @Test
    void anotherVersionKeepsItsOwn() {
        Sketch read = sketch("a", "two");

        assertThat(read.sharing(sketch("a", "one").fingerprint())).isSameAs(read);
    }
}
