package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeFilterTest {

    private static final String FIRST =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time with four hundred passengers.";
    private static final String SECOND =
            "Fishermen had waited since spring for the new quay, which the town built with stone from the old lighthouse after the winter storms broke the wall.";

    private final NoticeFilter filter = NoticeFilter.create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Subscribe now to continue reading.                                         | SUBSCRIPTION
            Este contenido es exclusivo para suscriptores                              | SUBSCRIPTION
            Cet article est réservé aux abonnés                                        | SUBSCRIPTION
            Jetzt abonnieren und weiterlesen                                           | SUBSCRIPTION
            Conteúdo exclusivo para assinantes                                         | SUBSCRIPTION
            Your account is being used on another device                               | DEVICE_SHARING
            Tu suscripción se está usando en otro dispositivo                          | DEVICE_SHARING
            You have 2 free articles left this month.                                  | METERED_COUNT
            Sign up for our weekly newsletter                                          | NEWSLETTER
            Melden Sie sich hier für unseren Newsletter an                             | NEWSLETTER
            We use cookies to make this site work                                      | COOKIES
            Share this article on Facebook                                             | SHARE
            Síguenos en Twitter y Facebook                                             | SHARE
            Lesen Sie auch: Der Leuchtturm bleibt dunkel                               | RELATED
            Download our app for Android                                               | APP
            Log in to comment                                                          | LOGIN
            17 comments                                                                | COMMENTS
            Leave a reply                                                              | COMMENTS
            © 2024 Lindhaven Herald. All rights reserved.                              | COPYRIGHT
            Photo: Mara Velt                                                           | PHOTO_CREDIT
            (Picture Mara Velt)                                                        | PHOTO_CREDIT
            The ferry on its first day. Photo: Mara Velt/Herald                        | PHOTO_CREDIT
            Advertisement                                                              | ADVERTISEMENT
            """)
    void takesNoticesOutAtTheEnd(String notice, RemovalReason reason) {
        NoticeReport report = judge("en", FIRST, SECOND, notice);
        assertThat(texts(report)).containsExactly(FIRST, SECOND);
        assertThat(report.removed()).hasSize(1);
        assertThat(report.removed().get(0).removed().reason()).isEqualTo(reason);
        assertThat(report.removed().get(0).removed().rule()).startsWith("notices/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The publisher said readers would have to subscribe to continue reading its investigations from next year, a step that three of its rivals took in spring.",
                "“You have reached your limit of free articles” is a line that seven in ten readers close at once, according to the study of the media institute.",
                "The court ruled that the company may not use cookies before visitors agree, and that the words “accept all cookies” must not be larger than the others.",
                "Her newsletter reaches forty thousand inboxes each morning, and she says that it pays for two reporters and a photographer in the islands.",
                "The streaming service will charge for accounts that are being used on another device outside the household, it told investors on Monday evening.",
                "Comments are closed to the public at the council's meetings, but the mayor wants to change that before the summer break begins in July.",
                "The app lets fishermen share this information with the harbour office, and more than half of the fleet already uses it every morning."
            })
    void keepsNewsAboutSubscriptionsCookiesAndNewsletters(String sentence) {
        assertThat(texts(judge("en", FIRST, sentence, SECOND))).containsExactly(FIRST, sentence, SECOND);
        assertThat(texts(judge("en", FIRST, SECOND, sentence))).containsExactly(FIRST, SECOND, sentence);
    }

    @Test
    void keepsNewsAboutPaywallsInOtherLanguages() {
        String spanish =
                "El periódico anunció que desde enero será necesario suscribirse para seguir leyendo sus reportajes, según explicó la directora en una carta.";
        String german =
                "Der Verlag teilte mit, dass künftig nur Abonnenten die Recherchen lesen können, und dass der Newsletter kostenlos bleiben soll.";
        assertThat(texts(judge("es", spanish, spanish + " "))).hasSize(2);
        assertThat(texts(judge("de", FIRST, german, SECOND))).contains(german);
    }

    @Test
    void readsHowMuchIsLeft() {
        NoticeReport report =
                judge("en", FIRST, SECOND, "There is 62% of this article left to read, subscribe to access it!");
        assertThat(report.wall().metered()).isTrue();
        assertThat(report.wall().remainingPercent()).isEqualTo(62);
        assertThat(report.wall().evidence()).singleElement().asString().startsWith("notice: There is 62%");
        assertThat(judge("fr", FIRST, "Il vous reste 40 % de cet article à lire.")
                        .wall()
                        .remainingPercent())
                .isEqualTo(40);
    }

    @Test
    void takesPricesAndPromisesOutBelowAWall() {
        NoticeReport report = judge(
                "en",
                FIRST,
                SECOND,
                "Subscribe to continue reading",
                "from €2.99 a month, full access",
                "The harbour is open.");
        assertThat(texts(report)).containsExactly(FIRST, SECOND, "The harbour is open.");
    }

    @Test
    void sayNothingAboutAccessForDeviceAndNewsletterNotices() {
        NoticeReport report = judge(
                "en", FIRST, SECOND, "Tu suscripción se está usando en otro dispositivo", "Sign up for our newsletter");
        assertThat(report.removed()).hasSize(2);
        assertThat(report.wall()).isEqualTo(NoticeReport.Wall.NONE);
    }

    @Test
    void namesTheLanguageOfTheRule() {
        NoticeReport report = judge("en", FIRST, SECOND, "¿Quieres añadir otro usuario a tu suscripción?");
        assertThat(report.removed().get(0).removed().language()).isEqualTo("es");
        assertThat(report.removed().get(0).removed().rule()).startsWith("notices/es/device-sharing-");
    }

    private NoticeReport judge(String language, String... paragraphs) {
        List<Passage> passages = new ArrayList<>();
        for (String p : paragraphs) {
            passages.add(new Passage(passages.size(), p, false, 0));
        }
        return filter.filter(passages, language);
    }

    private static List<String> texts(NoticeReport report) {
        return report.kept().stream().map(Passage::text).toList();
    }
}
