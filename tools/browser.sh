#!/bin/sh
# Chromium for the tests that look at pages as a reader does: through apt where it may, else said in words.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    exit 0
fi
echo "The tests open pages in Chromium, which is not installed here. Please install it:" >&2
echo "    sudo apt-get install chromium        (Debian, Ubuntu)" >&2
echo "    brew install --cask chromium         (macOS)" >&2
echo "and run “make test” again." >&2
exit 1
