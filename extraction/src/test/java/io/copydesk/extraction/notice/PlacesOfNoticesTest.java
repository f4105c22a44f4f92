package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices that are no paragraphs of their own: last sentences, labels before titles, words glued into a paragraph, credits. */
class PlacesOfNoticesTest {

    private static final String FIRST =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time with four hundred passengers.";
    private static final String SECOND =
            "Fishermen had waited since spring for the new quay, which the town built with stone from the old lighthouse after the winter storms broke the wall.";

    private final NoticeFilter filter = NoticeFilter.create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Sign up to our free daily newsletter here.
            en | Follow us on Facebook and Instagram.
            en | [Read also: The lighthouse stays dark]
            en | Subscribe to continue reading.
            es | Suscríbete a nuestro boletín diario.
            fr | Inscrivez-vous à notre newsletter gratuite.
            de | Melden Sie sich hier für unseren Newsletter an.
            pt | Assine nossa newsletter gratuita.
            it | Iscriviti alla nostra newsletter settimanale.
            ru | Подписывайтесь на наш канал в Telegram.
            """)
    void takesNoticesOutOfTheEndOfAParagraph(String language, String notice) {
        NoticeReport report = judge(language, FIRST, SECOND + " " + notice, FIRST.replace("Tuesday", "Monday"));
        assertThat(texts(report)).containsExactly(FIRST, SECOND, FIRST.replace("Tuesday", "Monday"));
        assertThat(report.removed())
                .singleElement()
                .satisfies(out -> assertThat(out.removed().text()).isEqualTo(notice));
    }

    @Test
    void cutsTeasersGluedIntoAParagraph() {
        NoticeReport report =
                judge("en", FIRST, SECOND + "Storms at sea: what we know so farRead moreThe wall held until March.");

        assertThat(texts(report)).containsExactly(FIRST, SECOND + " The wall held until March.");
        assertThat(report.removed())
                .singleElement()
                .satisfies(out -> assertThat(out.removed().text()).endsWith("so farRead more"));
    }

    @Test
    void takesSeveralLastSentencesOut() {
        String tail = " Sign up to our free daily newsletter here. Follow us on Facebook.";
        assertThat(texts(judge("en", FIRST, SECOND + tail))).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " The paper asks its readers to subscribe.",
                " “Sign up to our newsletter,” the poster at the quay says.",
                " Sailors follow the coast as far as the mill.",
                " Read the whole plan at the town hall.",
                " Between them stand works with all rights reserved and those in the public domain."
            })
    void keepsLastSentencesOfNews(String sentence) {
        assertThat(texts(judge("en", FIRST, SECOND + sentence))).containsExactly(FIRST, SECOND + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | READ MORE: Why the keeper of the lighthouse said that he would “never again” light its lamp, and what the town wants to do with it now
            es | Lea también: «No volveré a encender la lámpara», dice el guardián del faro tras treinta años de trabajo en la isla
            fr | À lire aussi : « Je ne rallumerai plus la lampe », dit le gardien du phare après trente ans de travail sur l'île
            ru | Читайте также: «Больше никогда», сказал смотритель маяка после тридцати лет работы на острове
            sv | LÄS MER: ”Aldrig mer”, säger fyrvaktaren efter trettio år på ön, och kommunen vet inte vad den ska göra
            """)
    void takesTitlesBehindALabelOut(String language, String line) {
        NoticeReport report = judge(language, FIRST, line, SECOND);
        assertThat(texts(report)).containsExactly(FIRST, SECOND);
        assertThat(report.removed().get(0).removed().reason()).isEqualTo(RemovalReason.RELATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mara Velt/Reuters",
                "Getty Images",
                "AFP via Getty Images",
                "IMAGO / Mara Velt",
                "dpa/mv",
                "Foto(s): © Lindhaven Herald",
                "Fot. Mara Velt",
                "图片：马拉",
                "Фото: Мара Вельт"
            })
    void takesCreditsOut(String credit) {
        assertThat(texts(judge("en", FIRST, credit, SECOND))).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Video: 4K, 30 frames a second",
                "Reuters reported the accident first.",
                "图书价格：三十元",
                "Team video",
                "Material",
                "Opinion on the quay has changed"
            })
    void keepsLinesThatOnlyResembleLabels(String line) {
        assertThat(texts(judge("en", FIRST, line, SECOND))).containsExactly(FIRST, line, SECOND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nb | Denne saken er kun for abonnenter
            nn | Denne saken er kun for abonnenter
            zh-TW | 本文僅限訂閱用戶閱讀
            zh-Hant | 本文僅限訂閱用戶閱讀
            """)
    void readsVariantsWithThePackOfTheLanguage(String language, String notice) {
        assertThat(judge(language, FIRST, SECOND, notice).wall().paywalled()).isTrue();
    }

    @Test
    void keepsNewsInNeighbouringLanguages() {
        String danish =
                "Redaktionen har fået en tip om skibet, og politiet undersøger sagen sammen med havnen i byen nu.";
        assertThat(texts(judge("no", danish, danish + " "))).hasSize(2);
        assertThat(NoticeLanguages.isForeign("da", "no")).isFalse();
        assertThat(NoticeLanguages.isForeign("es", "ca")).isFalse();
        assertThat(NoticeLanguages.isForeign("es", "en")).isTrue();
        assertThat(NoticeLanguages.isForeign("en", "lt")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A teaser on what we know so farRead moreThe minister went home early.       | The minister went home early.
            ماذا نعرف حتى الآناقرأ المزيدعاد الوزير إلى بيته.                             | عاد الوزير إلى بيته.
            Что мы знаем об этомЧитайте такжеМинистр уехал домой.                          | Министр уехал домой.
            The minister went home.Read moreHis car stood at the gate.                      | The minister went home. His car stood at the gate.
            """)
    void cutsWhatIsGluedIntoAParagraph(String paragraph, String left) {
        assertThat(filter.gluedTeasers().clean(paragraph).text()).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You can read more about it in the minutes of the council.",
                "この記事の続きを読むには図書館へ行く必要がある。",
                "자세한 내용은 관련기사를 보면 된다."
            })
    void leavesWordsThatAreNotGlued(String paragraph) {
        assertThat(filter.gluedTeasers().clean(paragraph).removed()).isEmpty();
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
