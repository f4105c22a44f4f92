#!/usr/bin/env python3
"""How often the language of a text is detected, on both halves of the documents of ntrex128; reads the set in place.

  python3 .ci/language_scores.py SCORES.json [--work DIR] [--table]

The documents of the set stand in all its languages. They are halved by their names (CRC-32, even and odd), so that no text is in both
halves in two languages; constants are chosen on the half "chosen". Scores for floors.py, for the texts and for every line of them as a
text: macro_20 and macro_line (mean over 57 languages of the share of first 20 characters and of first lines that are right), "all"
the same over all languages that are known, and the shares of forms and languages named in FORMS. --table prints a line a language.
"""
import argparse
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent.parent
SET = HERE.parent / "shared/eval/data/dedup/ntrex128.docs.jsonl.xz"
LANGUAGES = (
    "afr arb bel bul ben cat ces cym dan deu ell eng spa est eus fas fin fra gle guj heb hin hrv hun ind isl ita jpn kor lit lav mkd mar msa "
    "nld nob nno pan pol por ron rus slk slv som sqi swe swa tam tel tha fil tur ukr urd vie srp-Cyrl zho-CN zho-TW eng-GB eng-US eng-IN "
    "spa-MX fra-CA por-BR"
).split()
FORMS = ("hi", "mr", "gl", "sr-Latn", "zh-Hans", "zh-Hant", "ru", "tr", "ar")
PARTS = {"first 20 characters": "20", "first line": "line", "whole": "whole"}


def halves():
    """Texts of each half, and each line of them as a text: {name: [(language, text)]}."""
    texts = {"chosen": [], "other": [], "chosen-lines": [], "other-lines": []}
    for row in lzma.open(SET, "rt", encoding="utf8"):
        document = json.loads(row)
        language, name = document["id"].split(":", 1)
        half = "other" if zlib.crc32(name.encode()) & 1 else "chosen"
        texts[half].append((language, document["articleBody"]))
        texts[half + "-lines"] += [(language, line) for line in document["articleBody"].splitlines() if line.strip()]
    return texts


def bench(texts, work, languages):
    """What `copydesk bench language` says, by the part of the texts."""
    file = work / "texts.jsonl"
    with open(file, "w", encoding="utf8") as out:
        for language, text in texts:
            out.write(json.dumps({"inLanguage": language, "articleBody": text}, ensure_ascii=False) + "\n")
    command = [str(HERE / "copydesk"), "bench", "language", str(file), "--json"]
    if languages:
        command += ["--languages", ",".join(languages)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {score["part"]: score for score in map(json.loads, printed.splitlines())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scores")
    parser.add_argument("--work", help="folder for the texts; default: one that is removed")
    parser.add_argument("--table", action="store_true", help="print a line a language")
    options = parser.parse_args()
    scores = {}
    shares = {}
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(options.work or temporary)
        work.mkdir(parents=True, exist_ok=True)
        for name, texts in halves().items():
            asked = bench(texts, work, LANGUAGES)
            known = bench(texts, work, None)
            metrics = scores.setdefault(name, {"metrics": {}})["metrics"]
            for part, short in PARTS.items():
                metrics[f"macro_{short}"] = asked[part]["macro"]
                metrics[f"all_{short}"] = known[part]["macro"]
                metrics[f"mistaken_{short}"] = known[part]["mistaken"] / max(1, known[part]["unknown"])
                if asked[part]["languages"] != 57:
                    sys.exit(f"{name}, {part}: {asked[part]['languages']} languages instead of 57")
                for form in FORMS:
                    metrics[f"{form}_{short}"] = known[part]["shares"].get(form, 0)
                shares[name, short] = known[part]["shares"]
    pathlib.Path(options.scores).write_text(json.dumps(scores, indent=1), encoding="utf8")
    for name, score in scores.items():
        shown = " ".join(f"{metric} {value:.3f}" for metric, value in score["metrics"].items() if metric.startswith(("macro", "all", "mist")))
        print(f"{name}: {shown}")
    if options.table:
        print("| language | 20 characters | first line | any line, 20 characters | any line |\n|---|---|---|---|---|")
        for language in sorted(shares["chosen", "20"]):
            cells = [" · ".join(f"{shares[half + lines, short][language]:.2f}".replace("0.", ".") for half in ("chosen", "other"))
                     for lines in ("", "-lines") for short in ("20", "line")]
            print(f"| {language} | " + " | ".join(cells) + " |")


main()
