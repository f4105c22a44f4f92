package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditsOracleTest {

    @Test
    void whoFetchesMoreSeesMoreAndNobodyMoreThanTheBound() {
        EditsOracle oracle = EditsOracle.of(4, 4, 400, 1.3);

        assertThat(oracle.seen(2.6)).isLessThan(oracle.seen(3.2));
        assertThat(oracle.seen(3.2)).isLessThan(oracle.bound(3.2));
        assertThat(oracle.bound(3.2)).isLessThan(1);
    }
}
