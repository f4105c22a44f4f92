package io.copydesk.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.console.live.Viewers.Event;
import io.copydesk.console.live.Viewers.Viewer;
import org.junit.jupiter.api.Test;

class ViewersTest {

    @Test
    void oneWhoDoesNotReadHoldsUpNobodyAndKeepsTheNewest() throws InterruptedException {
        Viewers viewers = new Viewers(1);
        try (Viewer slow = viewers.admit().orElseThrow()) {
            for (int i = 0; i < 10_000; i++) {
                viewers.publish(new Event("arrived", Integer.toString(i)));
            }
            Event last = null;
            int read = 0;
            for (Event next = slow.next(1); next != null; next = slow.next(1)) {
                last = next;
                read++;
            }
            assertThat(read).isLessThan(100);
            assertThat(last).isEqualTo(new Event("arrived", "9999"));
        }
    }

    @Test
    void thereAreOnlySoMany() {
        Viewers viewers = new Viewers(1);
        Viewer first = viewers.admit().orElseThrow();
        assertThat(viewers.admit()).isEmpty();
        first.close();
        assertThat(viewers.admit()).isPresent();
    }
}
