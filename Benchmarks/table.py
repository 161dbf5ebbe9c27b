"""Runs the benchmarks and prints one table. Scripts/bench calls it after it has installed and built everything."""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE / ".build" / "samples"
LOG = HERE / ".build" / "bench.log"
# The last column holds whichever of the two Swift packages does the row's operation.
COLUMNS = [("OpenSSL",), ("Nettle",), ("swift-crypto", "swift-certificates")]
# Lucid at another task, to compare the row's own with; they stand in the last column as well.
REFERENCES = ["Lucid, pool of ten", "Lucid, 1,000 issued"]


def run(rows, masked, quick):
    """Runs some rows in one process and leaves each contender's samples in a file."""
    if not rows:
        return
    environment = dict(os.environ)
    environment.pop("OPENSSL_ia32cap", None)
    environment.pop("LUCID_BENCH_QUICK", None)
    if masked:
        # Bit 29 of the second word: the SHA extensions. OpenSSL and BoringSSL read it when the process begins.
        environment["OPENSSL_ia32cap"] = ":~0x20000000"
    if quick:
        environment["LUCID_BENCH_QUICK"] = "1"
    command = ["swift", "package", "--allow-writing-to-package-directory", "benchmark", "--target", "SideBySide"]
    command += ["--format", "histogramSamples", "--path", str(SAMPLES.relative_to(HERE)), "--no-progress"]
    for row in rows:
        command += ["--filter", row["id"]]
    with LOG.open("ab") as log:
        status = subprocess.run(command, cwd=HERE, env=environment, stdout=log, stderr=log).returncode
    if status != 0:
        print(f"The run ended with status {status}; its output is in {LOG}", file=sys.stderr)


def read(row):
    """Each contender's time in nanoseconds, with the samples' spread; nothing where the row failed."""
    results = {}
    for name in ["Lucid"] + REFERENCES + [name for column in COLUMNS for name in column]:
        file = SAMPLES / f"Current_run.SideBySide.{row['id']}.{name.replace(' ', '_')}.histogram.samples.tsv"
        if not file.exists():
            continue
        # One line that names the metric, then a sample a line, in picoseconds.
        samples = [int(line) / 1000 for line in file.read_text().splitlines()[1:]]
        if row.get("statistic") == "mean":
            error = statistics.stdev(samples) / len(samples) ** 0.5 if len(samples) > 1 else 0
            results[name] = {"ns": statistics.mean(samples), "standard_error": error, "samples": len(samples)}
        else:
            results[name] = {
                "ns": statistics.median(samples), "lowest": min(samples), "highest": max(samples),
                "samples": len(samples)}
    if "Lucid" not in results:
        return {}
    for name, result in results.items():
        if name == "Lucid":
            continue
        result["ratio"] = result["ns"] / results["Lucid"]["ns"]
        if name in row["targets"]:
            result["target"] = row["targets"][name]
            result["reached"] = result["ratio"] >= result["target"]
    return results


def time_text(result):
    text = f"{result['ns']:,.0f}".replace(",", " ")
    return text + (f" ±{100 * result['standard_error'] / result['ns']:.0f}%" if "standard_error" in result else "")


def cell(result):
    """A peer's time, how many times Lucid's it is, and what is to be reached."""
    text = f"{time_text(result)}  {result['ratio']:.2f}x"
    if "target" in result:
        text += f" of {result['target']:g} {'yes' if result['reached'] else 'NO'}"
    return text


def table(rows, results):
    lines = [["operation", "Lucid ns"] + [" / ".join(column) for column in COLUMNS]]
    for row in rows:
        measured = results[row["id"]]
        line = [row["operation"], time_text(measured["Lucid"]) if measured else "failed"]
        for column in COLUMNS:
            line.append("".join(cell(measured[name]) for name in column if name in measured))
        for reference in REFERENCES:
            if reference in measured:
                line[-1] = f"{reference}: {cell(measured[reference])}"
        lines.append(line)
    widths = [max(len(line[index]) for line in lines) for index in range(len(lines[0]))]
    for line in lines:
        print("  ".join(text.ljust(width) if index == 0 else text.rjust(width)
                        for index, (text, width) in enumerate(zip(line, widths))).rstrip())
    goals = [result["reached"] for measured in results.values() for result in measured.values() if "target" in result]
    print(f"\n{sum(goals)} of {len(goals)} targets reached. 1.50x: the peer takes 1.5 times as long as Lucid.")


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description="Lucid beside its peers, in one run.")
    parser.add_argument("--quick", action="store_true", help="a first look: fewer and shorter turns, fewer keys")
    parser.add_argument("--json", metavar="FILE", help="write the results to FILE as well")
    parser.add_argument("filter", nargs="?", default="", metavar="ROW-FILTER",
                        help="a regular expression: only rows whose name in rows.json it matches")
    arguments = parser.parse_args()
    rows = [row for row in json.loads((HERE / "rows.json").read_text()) if re.search(arguments.filter, row["id"])]
    if not rows:
        sys.exit("No row matches; Benchmarks/rows.json has their names.")
    shutil.rmtree(SAMPLES, ignore_errors=True)
    SAMPLES.mkdir(parents=True)
    LOG.write_bytes(b"")
    print(f"Measuring {len(rows)} rows ...", file=sys.stderr)
    run([row for row in rows if not row.get("masked")], masked=False, quick=arguments.quick)
    run([row for row in rows if row.get("masked")], masked=True, quick=arguments.quick)
    results = {row["id"]: read(row) for row in rows}
    table(rows, results)
    if arguments.json:
        named = {row["id"]: {"operation": row["operation"], "results": results[row["id"]]} for row in rows}
        Path(arguments.json).write_text(json.dumps({"quick": arguments.quick, "rows": named}, indent=4) + "\n")
    failed = [row["id"] for row in rows if not results[row["id"]]]
    if failed:
        sys.exit(f"Not measured: {', '.join(failed)}. The runner's output is in {LOG}")


main()
