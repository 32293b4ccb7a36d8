#!/bin/sh
# Write the pinned, hashed requirements for every supported Python and platform. $1: folder with uv.
set -eu
bin=$1
compile() { "$bin/uv" pip compile -q pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@"; }
compile -o requirements/runtime.txt
compile --extra test --extra docs --extra spacy -o requirements/develop.txt
