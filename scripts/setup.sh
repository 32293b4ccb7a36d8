#!/bin/sh
# Make a virtual environment in $1 and install the package with the pinned requirements of $2 (runtime or develop).
set -eu
venv=$1
group=$2
python=""
for candidate in python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info < (3, 14)))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "sayso needs Python 3.11, 3.12 or 3.13; none was found on the path. Install one and run make again." >&2
    exit 1
fi
if [ ! -x "$venv/bin/python" ]; then
    echo "Making a virtual environment in $venv with $("$python" --version) ..."
    if ! "$python" -m venv "$venv" 2>/dev/null; then
        rm -rf "$venv"
        if command -v uv >/dev/null 2>&1; then
            uv venv -q --seed --python "$python" "$venv"
        elif "$python" -m virtualenv --version >/dev/null 2>&1; then
            "$python" -m virtualenv -q "$venv"
        else
            echo "$python cannot make virtual environments (Debian and Ubuntu keep that apart)." >&2
            echo "Install the package python3-venv, or uv, or virtualenv, and run make again." >&2
            exit 1
        fi
    fi
fi
echo "Installing the pinned libraries ($group); this happens once ..."
"$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r "requirements/$group.txt"
"$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
touch "$venv/.runtime"
if [ "$group" = develop ]; then touch "$venv/.develop"; fi
