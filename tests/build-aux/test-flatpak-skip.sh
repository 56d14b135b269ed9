#!/bin/bash
# Where the Flatpak cannot be tried, its suite says why and fails nothing.
set -uo pipefail

flatpak=${1%/lib}/flatpak
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
count=0

# says NAME REASON: what the suite prints with the programs of $work first.
says()
{
	local said

	count=$((count + 1))
	said=$(PATH=$work:$PATH XDG_CACHE_HOME=$work/cache "$flatpak" --suite 2>&1)
	if [ $? = 0 ] && [ "$said" = "1..0 # SKIP $2" ]; then
		echo "ok $count $1"
	else
		echo "not ok $count $1"
		sed 's/^/# /' <<<"$said"
	fi
}

export TRANCHE_PLACE=${TRANCHE_PLACE:-native}
unset TRANCHE_NO_FLATPAK
for name in bwrap flatpak-builder; do
	printf '#!/bin/sh\nexit 1\n' >"$work/$name"
	chmod +x "$work/$name"
done

echo 1..3
says "no sandbox" "no sandbox can be made here"
printf '#!/bin/sh\nexit 0\n' >"$work/bwrap"
says "no runtime" "no runtime is composed; build-aux/flatpak --compose does that"
export TRANCHE_NO_FLATPAK="it was left out"
says "not wanted" "it was left out"
