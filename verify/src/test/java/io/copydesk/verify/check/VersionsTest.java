package io.copydesk.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1 2 3, true, true", // one after the other
        "1 2 3 2 3 4, true, true", // a page that was fetched before others
        "1 2 2 3, true, true", // what was learned about the site corrected the newest
        "1 2 1 2 1 2 3, true, true",
        "2, false, true", // a lost beginning
        "1 3, false, true",
        "2 1, false, false", // changed places
        "1 2 3 2 1 2 3, false, true", // within a run that is published again
        "1 2 1, true, false", // a lost end
    })
    void versionsFollowEachOtherAndTheNewestIsLast(String published, boolean inOrder, boolean endsWithTheNewest) {
        Versions versions = Versions.NONE;

        boolean allInOrder = true;
        for (String number : List.of(published.split(" "))) {
            int version = Integer.parseInt(number);
            allInOrder &= versions.misplaced(version).isEmpty();
            versions = Versions.of(versions.and(version).value());
        }

        assertThat(allInOrder).isEqualTo(inOrder);
        assertThat(versions.endsWithTheNewest()).isEqualTo(endsWithTheNewest);
    }
}
