#!/usr/bin/env bash
# Times the same M/M/c queue in Assist Lab and in its peers, in turns, and prints a table for docs/performance.md.
# bash xtask/peers/measure.sh [ARRIVALS PER HOUR] [SERVICES PER HOUR] [CUSTOMERS] [SERVERS]
# It installs the peers itself, under target/peers: they are no part of Assist Lab, and nothing else runs them.
set -euo pipefail

arrivals=${1:-64} services=${2:-10} customers=${3:-100000} servers=${4:-8}
rounds=5
cd "$(dirname "$0")/../.."
here=xtask/peers built=target/peers
python=$built/venv/bin/python

# Versions are pinned here and in Cargo.toml.
[ -x "$python" ] || python3 -m venv $built/venv
$python -m pip install --quiet --disable-pip-version-check simpy==4.1.2 ciw==3.2.7
cargo build --quiet --release --manifest-path $here/Cargo.toml --target-dir $built/cargo

# Names, versions and commands, in the order of the table; Assist Lab is first, for the others are told as multiples of it.
version() { $python -c "from importlib.metadata import version; print(version('$1'))"; }
cpython=$($python -c 'import platform; print("CPython " + platform.python_version())')
nexosim=$(cargo tree --manifest-path $here/Cargo.toml --depth 1 --prefix none | sed -n 's/^nexosim v//p')
names=("Assist Lab" NeXosim SimPy Ciw)
versions=("$(git describe --always --dirty)" "$nexosim" "$(version simpy), $cpython" "$(version ciw), $cpython")
commands=("$built/cargo/release/assist_lab" "$built/cargo/release/nexosim" "$python $here/simpy_queue.py" "$python $here/ciw_queue.py")

# Each answers with seconds, customers, and their mean wait; what it takes to start a program is not in them.
for round in $(seq "$rounds"); do
    for peer in "${!names[@]}"; do
        answer=$(${commands[$peer]} "$servers" "$arrivals" "$services" "$customers" "$round")
        printf '%s\t%s\t%s\n' "${names[$peer]}" "${versions[$peer]}" "${answer// /$'\t'}"
    done
done >$built/times.tsv

echo "M/M/$servers, $arrivals arrivals and $services services an hour, $customers customers, $rounds rounds, $(date +%F), load average $(cut -d' ' -f1 /proc/loadavg)"
echo
$python $here/table.py "$servers" "$arrivals" "$services" <$built/times.tsv
