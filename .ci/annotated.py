"""Articles of the development sets that are annotated by offsets alone, as the scores of names and of quotes read them."""
import json
import lzma
import sys
import tarfile
from pathlib import Path


def texts(data, name):
    packed = data / "dedup" / f"{name}.docs.jsonl.xz"
    if packed.exists():
        with lzma.open(packed, "rt", encoding="utf8") as lines:
            return {d["id"]: d["articleBody"] for d in map(json.loads, lines)}
    with tarfile.open(data / "extraction" / f"{name}.tar.xz") as tar:
        gold = tar.extractfile(f"{name}/gold.jsonl").read().decode("utf8").splitlines()
    return {d["id"]: d["text"] for d in map(json.loads, gold) if "text" in d}


def articles(data, annotations, host):
    """URL, key and text of each annotated article; a key is set, article, language, and the number of characters that were read."""
    keys = sorted({key for key, _ in annotations})
    sets = {name: texts(data, name) for name in {key[0] for key in keys}}
    for number, key in enumerate(keys):
        name, article, _, read = key
        yield f"https://{host}/{number}", key, sets[name][article][:read]


def write(articles, path):
    """Writes what `copydesk replay` reads."""
    with open(path, "w", encoding="utf8") as out:
        for url, key, text in articles:
            out.write(json.dumps({"id": url, "url": url, "inLanguage": key[2], "articleBody": text}) + "\n")


def replayed(articles, folder):
    """Each article with its record in the folder that `copydesk replay` wrote."""
    found = {}
    for line in open(Path(folder) / "enriched-articles.jsonl", encoding="utf8"):
        record = json.loads(line)
        found[record["url"]] = record
    for url, key, text in articles:
        if url not in found:
            sys.exit(f"{folder} has no article {url} ({' '.join(key[:2])})")
        yield found[url], key, text


def units(text):
    """By UTF-16 code unit, the number of the character."""
    return [i for i, c in enumerate(text) for _ in range(1 + (ord(c) > 0xFFFF))] + [len(text)]
