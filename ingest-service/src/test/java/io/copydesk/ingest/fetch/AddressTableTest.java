package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTableTest {

    /** First and last address of each block, and their public neighbours. */
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.255.255.255, , 1.0.0.0",
        "10.0.0.0, 10.255.255.255, 9.255.255.255, 11.0.0.0",
        "100.64.0.0, 100.127.255.255, 100.63.255.255, 100.128.0.0",
        "127.0.0.0, 127.255.255.255, 126.255.255.255, 128.0.0.0",
        "169.254.0.0, 169.254.255.255, 169.253.255.255, 169.255.0.0",
        "172.16.0.0, 172.31.255.255, 172.15.255.255, 172.32.0.0",
        "192.0.0.0, 192.0.0.255, 191.255.255.255, 192.0.1.0",
        "192.0.2.0, 192.0.2.255, 192.0.1.255, 192.0.3.0",
        "192.88.99.0, 192.88.99.255, 192.88.98.255, 192.88.100.0",
        "192.168.0.0, 192.168.255.255, 192.167.255.255, 192.169.0.0",
        "198.18.0.0, 198.19.255.255, 198.17.255.255, 198.20.0.0",
        "198.51.100.0, 198.51.100.255, 198.51.99.255, 198.51.101.0",
        "203.0.113.0, 203.0.113.255, 203.0.112.255, 203.0.114.0",
        "224.0.0.0, 255.255.255.255, 223.255.255.255, ",
        "2001::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, , 2001:200::",
        "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db7:ffff::, 2001:db9::",
        "2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:ffff::1, 2003::",
        "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3ffe:ffff::, 3fff:1000::"
    })
    void knowsTheFirstAndTheLastOfEachBlock(String first, String last, String before, String after) {
        assertThat(refused(bytes(first))).isTrue();
        assertThat(refused(bytes(last))).isTrue();
        assertThat(before != null && refused(bytes(before))).isFalse();
        assertThat(after != null && refused(bytes(after))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1",
                "::8.8.8.8",
                "100::",
                "100::ffff",
                "1fff:ffff::",
                "4000::",
                "5f00::1",
                "64:ff9b:1::1",
                "64:ff9b:1:ffff::808:808",
                "64:ff9b::1:0:0",
                "fc00::1",
                "fd12:3456::1",
                "fdff::",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "feff::1",
                "ff02::1",
                "ffff::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:20::1",
                "2001:2::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "::ffff:0:808:808"
            })
    void refusesWhatIsNotGlobalUnicast(String address) {
        assertThat(refused(bytes(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "93.184.216.34", "2a00:1450::1", "2620:fe::fe", "2400:cb00::1", "64:ff9b::808:808"})
    void letsThePublicInternetPass(String address) {
        assertThat(refused(bytes(address))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8, false", "10.0.0.1, true", "127.0.0.1, true", "169.254.169.254, true", "0.0.0.0, true"})
    void looksIntoFormsThatEmbedAnIpv4Address(String address, boolean refused) {
        byte[] v4 = bytes(address);
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(v4, 0, mapped, 12, 4);
        byte[] nat64 = bytes("64:ff9b::");
        System.arraycopy(v4, 0, nat64, 12, 4);

        assertThat(refused(mapped)).isEqualTo(refused);
        assertThat(refused(nat64)).isEqualTo(refused);
    }

    @Test
    void loopbackIsAllowedOnlyWhenToldSoAndNothingElseWithIt() {
        AddressTable table = AddressTable.standard();

        assertThat(table.refusal(bytes("127.1.2.3"), true)).isEmpty();
        assertThat(table.refusal(bytes("::1"), true)).isEmpty();
        assertThat(table.refusal(bytes("10.0.0.1"), true))
                .hasValueSatisfying(why -> assertThat(why).isEqualTo("10.0.0.0/8 private use (RFC 1918)"));
        assertThat(table.refusal(bytes("0.0.0.0"), true)).isPresent();
        assertThat(table.refusal(bytes("::"), true)).isPresent();
    }

    @Test
    void privateAddressesAreAllowedOnlyWhenToldSoAndNothingElseWithThem() {
        AddressTable table = AddressTable.standard();

        for (String allowed : List.of("10.0.0.1", "172.16.0.1", "192.168.1.1", "fd00::1")) {
            assertThat(table.refusal(bytes(allowed), false, true)).as(allowed).isEmpty();
            assertThat(table.refusal(bytes(allowed), false, false)).as(allowed).isPresent();
        }
        for (String refused : List.of("127.0.0.1", "::1", "169.254.169.254", "fe80::1", "0.0.0.0", "100.64.0.1")) {
            assertThat(table.refusal(bytes(refused), false, true)).as(refused).isPresent();
        }
    }

    private static boolean refused(byte[] address) {
        return AddressTable.standard().refusal(address, false).isPresent();
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException noLiteral) {
            throw new IllegalArgumentException(noLiteral);
        }
    }
}
