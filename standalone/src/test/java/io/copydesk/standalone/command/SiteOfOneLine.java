package io.copydesk.standalone.command;

import io.copydesk.ingest.page.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Invented pages of one site on six subjects, with one line that all of them have, which is learned to be boilerplate. */
final class SiteOfOneLine {

    private static final String LINE =
            "Subscribers receive our printed edition before breakfast, together with puzzles, recipes and weekend supplements.";

    /** An article each: headline and two paragraphs. */
    private static final List<List<String>> ARTICLES = List.of(
            List.of(
                    "Lighthouse keeper retires after forty years",
                    "The last lighthouse keeper of Skarholm climbed the tower for the final time on Friday. Jorun Aske lit the lamp"
                            + " in 1986 and has missed eleven nights since then, all of them because of storms at sea.",
                    "The lamp will be switched by a computer in the capital from now on. Aske keeps the cottage beneath the tower,"
                            + " and the key, in case the computer forgets the fog."),
            List.of(
                    "Vineyard finds Roman cellar under its cellar",
                    "Workers who dug a drain at the Montresa vineyard broke through a vault into a wine cellar of the second"
                            + " century. Nineteen clay jars stood in a row, three of them sealed with pitch.",
                    "Archaeologists from the university lifted the jars with a crane meant for barrels. Whether what is inside can"
                            + " still be called wine is a question for chemists, the grower said."),
            List.of(
                    "Goalkeeper scores twice in district final",
                    "Goalkeeper Ilse Varga won the district cup for Borvik with two penalties and a save in the last minute."
                            + " No keeper had scored twice in a final since the cup began.",
                    "The coach had named her as first taker on the bus. Rivals Tarnmouth protested that her gloves were wet, which"
                            + " the referee found amusing."),
            List.of(
                    "Parliament votes to keep the small coins",
                    "Copper coins stay in the purses of Estmark. By four votes the parliament rejected a bill that would have"
                            + " rounded all prices to five cents, as bakers and charities had asked it to.",
                    "The minister of finance called minting a coin for more than it is worth a strange habit. She will try again"
                            + " after the election in autumn."),
            List.of(
                    "Surgeons mend the heart of a tortoise",
                    "Veterinary surgeons in Halden have placed a valve in the heart of a tortoise that hatched before the first"
                            + " railway. The operation took nine hours, since the pulse of the animal is slow.",
                    "Doctor Mbeki had practised on a model from a printer. The patient ate a leaf of lettuce the same evening, and"
                            + " may live for another sixty summers."),
            List.of(
                    "Orchestra plays in an empty reservoir",
                    "While the reservoir above Corvin is drained for repairs, the philharmonic plays on its floor. The echo of"
                            + " eleven seconds suits slow music, said the conductor, who chose hymns and one horn quartet.",
                    "Two thousand tickets were sold within an hour. Listeners walk down the dry ramp of the ferry and should wear"
                            + " boots, as the mud beside the stage has not set."));

    private SiteOfOneLine() {}

    /** The pages, a day apart. */
    static List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        Instant day = Instant.parse("2026-03-02T08:00:00Z");
        for (List<String> article : ARTICLES) {
            String html =
                    "<!doctype html><html lang=en><head><title>%1$s</title></head><body><article><h1>%1$s</h1><p>%2$s</p><p>%4$s</p><p>%3$s</p></article></body></html>"
                            .formatted(article.get(0), article.get(1), article.get(2), LINE);
            String url = "https://www.skarholm-courier.example/news/" + (pages.size() + 1);
            pages.add(Page.resource(url, url, day, "text/html", "utf-8", html.getBytes(StandardCharsets.UTF_8)));
            day = day.plus(Duration.ofDays(1));
        }
        return List.copyOf(pages);
    }
}
