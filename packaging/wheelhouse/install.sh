#!/bin/sh
# Installs Mountsea Desktop beside this file, without a network:  sh install.sh [PYTHON]
set -eu
cd -- "$(dirname -- "$0")"
"${1:-python3}" -m venv program
program/bin/python -m pip install --quiet --disable-pip-version-check \
    --no-index --find-links . --require-hashes --requirement requirements.txt
program/bin/mountsea-desktop --version
echo "Start it with: $PWD/program/bin/mountsea-desktop"
