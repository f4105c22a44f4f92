package io.copydesk.enrich.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NotedDigestsTest {

    @Test
    void suppressesARecordThatEqualsTheLastOneOfItsId() {
        Random random = new Random(11);
        NotedDigests digests = new NotedDigests();
        Map<String, String> last = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            String id = "id" + random.nextInt(700);
            String record = random.nextInt(3) == 0 ? null : "record " + random.nextInt(4);
            assertThat(digests.changed(id, record)).isEqualTo(!Objects.equals(record, last.get(id)));
            last.put(id, record);
            if (random.nextInt(10) == 0) {
                digests.forget(id);
                last.remove(id);
            }
        }
    }
}
