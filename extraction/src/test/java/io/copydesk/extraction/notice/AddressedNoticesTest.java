package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices in words that no phrase list holds, known by how they address the reader; and what only resembles them. */
class AddressedNoticesTest {

    private static final String FIRST =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time with four hundred passengers.";
    private static final String SECOND =
            "Fishermen had waited since spring for the new quay, which the town built with stone from the old lighthouse after the winter storms broke the wall.";

    private final NoticeFilter filter = NoticeFilter.create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | ¿Te gusta leernos? Apúntate gratis a nuestro resumen de la tarde.            | NEWSLETTER
            es | Únete a nuestro canal de Telegram y no te pierdas los titulares del puerto.  | SHARE
            es | Opina con nosotros: deja un comentario a la redacción.                       | COMMENTS
            en | Join thousands who start their day with our free bulletin.                   | NEWSLETTER
            en | Our newsroom has no owner. Please donate what you like to keep us reporting. | SUBSCRIPTION
            fr | Rejoignez-nous : recevez notre lettre du port, gratuite, dans votre boîte.   | NEWSLETTER
            de | Bleiben Sie informiert: Hier unseren kostenlosen Hafenbrief als Newsletter bestellen. | NEWSLETTER
            pt | Receba grátis o nosso boletim do porto, todos os dias, com notícias para você. | NEWSLETTER
            """)
    void takesThemOutBetweenParagraphsAndAtTheEnd(String language, String notice, RemovalReason reason) {
        for (NoticeReport report :
                List.of(judge(language, FIRST, notice, SECOND), judge(language, FIRST, SECOND, notice))) {
            assertThat(texts(report)).containsExactly(FIRST, SECOND);
            assertThat(report.removed().get(0).removed().reason()).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alguien lee con tu clave desde otro aparato",
                "¿Te gustaría que otra persona use tu abono?",
                "Puedes cerrar la sesión del otro aparato en tu cuenta",
                "Je compte wordt gebruikt, cierra tu sesión en el otro dispositivo"
            })
    void takesDeviceNoticesOutBelowArticlesInAnotherLanguage(String notice) {
        assertThat(texts(judge("en", FIRST, SECOND, notice))).containsExactly(FIRST, SECOND);
    }

    @Test
    void takesARunOutWithTheLineInsideThatAloneWouldStay() {
        String plain = "Cada uno tendrá la suya.";
        assertThat(texts(judge("es", FIRST, SECOND, plain))).contains(plain);
        NoticeReport report = judge(
                "es",
                FIRST,
                SECOND,
                "Tu suscripción se está usando en otro dispositivo",
                "¿Quieres añadir otro usuario a tu suscripción?",
                plain,
                "Si quieres compartir tu cuenta, cambia tu contraseña.");
        assertThat(texts(report)).containsExactly(FIRST, SECOND);
        assertThat(report.removed())
                .anyMatch(out -> out.removed().rule().equals("notices/run")
                        && out.removed().text().equals(plain)
                        && out.removed().reason() == RemovalReason.DEVICE_SHARING);
    }

    @Test
    void takesNoticesOutOfTheLinesBelowAParagraph() {
        NoticeReport report = judge("en", FIRST, SECOND + "\nPrint this article\nFollow us on Facebook");
        assertThat(texts(report)).containsExactly(FIRST, SECOND);
        assertThat(report.removed()).hasSize(2);
    }

    @Test
    void leavesVerseAndPreformattedLinesTogether() {
        String verse = "Print this upon the water,\nsaid the miller to his daughter,\nfollow me no farther";
        assertThat(texts(judge("en", FIRST, verse, SECOND))).containsExactly(FIRST, verse, SECOND);
        Passage code = new Passage(1, "if (ready)\n    login()\nprint(article)", false, 0, true);
        NoticeReport report = filter.filter(List.of(new Passage(0, FIRST, false, 0), code), "en");
        assertThat(report.kept()).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your account stays open for ninety days after the bank has closed the branch.",
                "Subscribers to the ferry line must pay by the end of the month.",
                "Turn off the device, wait a minute and log in again with your new password.",
                "She reads the comments every evening.",
                "Follow these steps to restore an old boat:",
                "Download the forms from the town's site and bring them to the office.",
                "The newsletter of the sailing club was free.",
                "He thanked the donors, and the readers who had sent him stories.",
                "“Subscribe to our newsletter and follow us,” the shop asks at every till."
            })
    void keepsNewsAndAdvice(String sentence) {
        assertThat(texts(judge("en", FIRST, sentence, SECOND))).containsExactly(FIRST, sentence, SECOND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | La cuenta de la naviera sigue abierta en otro banco.
            es | Los abonados del teatro pagan doce euros por persona.
            fr | Les abonnés du théâtre ont reçu une lettre de la mairie.
            de | Der Verein schreibt seinen Mitgliedern jeden Monat einen Rundbrief.
            pt | Os assinantes do jornal receberam um boletim sobre o porto.
            en | The society sends its members a bulletin every month.
            """)
    void keepsLastSentencesWithWordsOfNotices(String language, String sentence) {
        assertThat(texts(judge(language, FIRST, SECOND, sentence))).containsExactly(FIRST, SECOND, sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Includes material from the Northern Press Agency.",
                "Additional reporting by Mara Velt in Lindhaven.",
                "This article contains information from Northern Press."
            })
    void takesCreditsOfAgenciesOut(String credit) {
        assertThat(texts(judge("en", FIRST, SECOND, credit))).containsExactly(FIRST, SECOND);
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
