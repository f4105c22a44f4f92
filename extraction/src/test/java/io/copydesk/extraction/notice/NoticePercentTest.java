package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of an article is left to read, and percentages that tell something else. */
class NoticePercentTest {

    private static final String FIRST =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time with four hundred passengers.";

    private final NoticeFilter filter = NoticeFilter.create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | There are 75% of this article left to read.
            fr | Il vous reste 75 % de cet article à lire.
            fr | Il vous reste 75% de l'article à lire
            es | Te queda el 75 % de este artículo por leer.
            de | Noch 75 % des Artikels
            pt | Restam 75% deste artigo
            it | Ti resta da leggere il 75% dell'articolo
            nl | Nog 75% van dit artikel
            pl | Pozostało jeszcze 75% artykułu
            sv | Det återstår 75 % av artikeln
            no | Det gjenstår 75 % av artikkelen
            da | Der mangler 75 % af artiklen
            fi | Artikkelista on jäljellä 75 %
            cs | Zbývá vám 75 % článku
            hu | A cikk 75 %-a még hátravan
            ro | Mai ai de citit 75% din articol
            el | Σας απομένει το 75% του άρθρου
            tr | Haberin %75'i kilitli
            ru | Осталось прочитать 75% статьи
            uk | Залишилося прочитати 75% статті
            ar | تبقى ٧٥٪ من هذا المقال
            he | נותרו עוד 75% לקריאה
            id | Tersisa 75% artikel
            vi | Còn lại 75% bài viết
            zh | 剩余75%内容
            ja | この記事の残り75%
            ko | 기사의 75%가 남았습니다
            hi | लेख का 75% बाकी है
            fa | ۷۵٪ از این مقاله باقی مانده است
            """)
    void readsThePercentage(String language, String notice) {
        NoticeReport report =
                filter.filter(List.of(new Passage(0, FIRST, false, 0), new Passage(1, notice, false, 0)), language);
        assertThat(report.wall().remainingPercent()).isEqualTo(75);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | About 75% of the island is left to nature.
            fr | Il reste 75 % du budget à répartir.
            es | Le queda el 75 % de la obra por terminar.
            de | Noch 75 % des Geldes fehlen der Stadt.
            it | Resta il 75% di questo terreno da bonificare.
            nl | Er is nog 75 % van de weg te bouwen.
            pl | Pozostało 75 % głosów do policzenia.
            tr | Binanın %75’i kaldı.
            zh | 剩余75%的股份由市政府持有。
            ja | 残り75%の株式は町が持つ。
            ko | 전체 75%의 주민이 찬성했다.
            ru | Осталось 75% работы.
            """)
    void keepsOtherPercentages(String language, String sentence) {
        NoticeReport report =
                filter.filter(List.of(new Passage(0, FIRST, false, 0), new Passage(1, sentence, false, 0)), language);
        assertThat(report.wall()).isEqualTo(NoticeReport.Wall.NONE);
        assertThat(report.kept()).hasSize(2);
    }
}
