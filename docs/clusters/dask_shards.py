"""Runs the shards of an experiment on a Dask cluster and prints the merged result."""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dask.distributed import Client, as_completed, get_worker


def run_shard(program, experiment, shard, shards):
    """On a worker: puts the program into the worker's folder, if it is not there yet, and runs a shard with it."""
    folder = Path(get_worker().local_directory)
    path = folder / f"assist-lab-{hashlib.sha256(program).hexdigest()[:16]}"
    with tempfile.TemporaryDirectory(dir=folder) as own:
        if not path.exists():
            # Renamed when it is whole, for several tasks may be at it.
            copy = Path(own) / "program"
            copy.write_bytes(program)
            copy.chmod(0o755)
            os.replace(copy, path)
        file = Path(own) / "experiment.json"
        file.write_bytes(experiment)
        command = [path, "experiment", file, "--shard", f"{shard}/{shards}", "--threads", "1"]
        done = subprocess.run(command, capture_output=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode())
    return shard, done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path, help="assist-lab, built for the workers' system")
    parser.add_argument("experiment", type=Path, help="an experiment file")
    parser.add_argument("--shards", type=int, default=20)
    parser.add_argument("--scheduler", help="its address, such as tcp://10.0.0.1:8786; without one, workers are started here")
    parser.add_argument("--workers", type=int, default=2, help="how many processes to start here")
    parser.add_argument("--format", default="csv", choices=["csv", "json", "text"])
    options = parser.parse_args()

    here = {"n_workers": options.workers, "threads_per_worker": 1, "dashboard_address": None}
    with Client(options.scheduler) if options.scheduler else Client(**here) as client:
        program = client.scatter(options.program.read_bytes(), broadcast=True)
        experiment = options.experiment.read_bytes()
        numbers = range(1, options.shards + 1)
        tasks = [client.submit(run_shard, program, experiment, number, options.shards, retries=2) for number in numbers]
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for _, (number, shard) in as_completed(tasks, with_results=True):
                files.append(Path(folder) / f"{number}-of-{options.shards}")
                files[-1].write_bytes(shard)
                print(f"{len(files)} of {options.shards} shards", file=sys.stderr)
            merge = [options.program.absolute(), "merge", *files, "--format", options.format]
            return subprocess.run(merge).returncode


if __name__ == "__main__":
    sys.exit(main())
