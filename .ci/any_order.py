#!/usr/bin/env python3
"""Does the order in which documents come, or the number of partitions, change what is decided?

  python3 .ci/any_order.py DOCUMENTS.jsonl [--partitions 1,2,7,16] [--orders 5] [--kill]

Replays the documents once in their own order, then for each number of partitions in shuffled orders (the seeds are printed), and
compares work and story of every document. With --kill each replay is killed once without warning and called again. Exit code 1 when
anything differs.
"""
import argparse, json, os, pathlib, random, signal, subprocess, sys, tempfile, time

def replay(copydesk, documents, out, partitions, kill_after):
    command = [copydesk, "replay", str(documents), "--out", str(out), "--data", str(out) + ".data", "--partitions", str(partitions)]
    if kill_after:
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            run.wait(timeout=kill_after)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    with open(pathlib.Path(out) / "ledger.jsonl", encoding="utf8") as lines:
        entries = [json.loads(line) for line in lines]
    return {entry["inputId"]: (entry.get("workId"), entry.get("storyId")) for entry in entries}

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("--copydesk", default="./copydesk")
    parser.add_argument("--partitions", default="1,2,7,16")
    parser.add_argument("--orders", type=int, default=5)
    parser.add_argument("--kill", action="store_true")
    options = parser.parse_args()
    lines = open(options.documents, encoding="utf8").read().splitlines()
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder)
        start = time.time()
        expected = replay(options.copydesk, options.documents, base / "base", 4, 0)
        took = time.time() - start
        print(f"{len(expected)} documents, {len({w for w, _ in expected.values()})} works, {len({s for _, s in expected.values()})} stories; {took:.0f} s", flush=True)
        for partitions in map(int, options.partitions.split(",")):
            for seed in range(options.orders):
                shuffled = lines[:]
                random.Random(seed).shuffle(shuffled)
                documents = base / "shuffled.jsonl"
                documents.write_text("\n".join(shuffled) + "\n", encoding="utf8")
                out = base / f"{partitions}-{seed}"
                kill_after = random.Random(1000 + seed).uniform(0.3, 0.9) * took if options.kill else 0
                found = replay(options.copydesk, documents, out, partitions, kill_after)
                same = found == expected
                different += not same
                wrong = "" if same else f": {sum(found.get(i) != e for i, e in expected.items())} documents differ"
                print(f"{partitions} partitions, seed {seed}: {'same' if same else 'DIFFERENT'}{wrong}", flush=True)
    sys.exit(1 if different else 0)

main()
