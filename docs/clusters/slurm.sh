#!/bin/bash
#SBATCH --job-name=assist-lab
#SBATCH --cpus-per-task=4
#SBATCH --time=01:00:00

# One shard of an experiment, as a task of a Slurm job array:
#
#     sbatch --array=1-20 slurm.sh experiment.json 20
#
# A task that failed is run again by its number: sbatch --array=7 slurm.sh experiment.json 20

set -euo pipefail

experiment=$1
shards=$2
shard=$SLURM_ARRAY_TASK_ID

mkdir -p shards
file=shards/$shard-of-$shards
assist-lab experiment "$experiment" --shard "$shard/$shards" --threads "${SLURM_CPUS_PER_TASK:-1}" > "$file.unfinished"
mv "$file.unfinished" "$file"
