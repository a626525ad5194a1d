#!/usr/bin/env bash
# Qt links to a few system libraries even without a display; the tests run a real PostgreSQL.
# As root on Debian they are installed; anybody else is told what to install.
set -u
[ "$(uname -s)" = Linux ] || exit 0
command -v dpkg-query >/dev/null || exit 0
wanted="libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 postgresql"
missing=""
for package in $wanted; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
  echo "installing system packages:$missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
  echo "could not install:$missing" >&2
  exit 1
fi
echo "These Debian packages are missing; please install them once:" >&2
echo "  sudo apt-get install --no-install-recommends$missing" >&2
exit 1
