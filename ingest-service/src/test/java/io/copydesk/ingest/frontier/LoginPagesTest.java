package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPagesTest {

    private static final String PAGE = "https://gazette.example/news/ferry-4711";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gazette.example/login",
                "https://gazette.example/login?next=/news/ferry-4711",
                "https://gazette.example/Sign-In.aspx",
                "https://gazette.example/wp-login.php?redirect_to=x",
                "https://gazette.example/account/login;jsessionid=1?r=1",
                "https://login.gazette.example/?from=web",
                "https://sso.press-group.example/start",
                "https://gazette.example/anmelden",
                "https://gazette.example/se-connecter?x",
                "https://gazette.example/abo/?zurueck=https%3A%2F%2Fgazette.example%2Fnews%2Fferry-4711",
                "https://id.press-group.example/?url=%2Fnews%2Fferry-4711",
                "https://gazette.example/subscribe?return=/news/ferry-4711&x=%"
            })
    void leadsToALogin(String location) {
        assertThat(LoginPages.isOf(location, PAGE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gazette.example/news/how-to-login-to-your-tax-account",
                "https://gazette.example/news/login-thieves-4711.html",
                "https://id.gazette.example/news/ferry-4711",
                "https://gazette.example/abo/news/ferry-4711",
                "https://gazette.example/plus/ferry-4711",
                "https://gazette.example/subscribe",
                "https://gazette.example/news/ferry-4711?login=0",
                "https://www.gazette.example/?url=/news/ferry-4711",
                "https://gazette.example"
            })
    void leadsElsewhere(String location) {
        assertThat(LoginPages.isOf(location, PAGE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gazette.example/login/help", "https://login.example.com/"})
    void aPageOfALoginItselfMayLeadToAnother(String page) {
        assertThat(LoginPages.isOf("https://gazette.example/login", page)).isFalse();
    }
}
