#!/usr/bin/env bash
# Builds the programs twice, from the same sources in two places, and says whether every jar has the same bytes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

builds=$(mktemp -d)
trap 'rm -rf "$builds"' EXIT
for build in one two; do
  git clone --quiet . "$builds/$build"
  (cd "$builds/$build" && mvn -B -ntp -q package -DskipTests)
  (cd "$builds/$build/target" && sha256sum -- *.jar) > "$builds/$build.txt"
done
diff "$builds/one.txt" "$builds/two.txt" && echo "every jar has the same bytes"
