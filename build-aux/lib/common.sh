# shellcheck shell=bash
# What the commands of build-aux share.  To be sourced, after
# "set -euo pipefail".

lib=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
project=$(cd -- "$lib/../.." && pwd -P)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tranche

# Messages go to standard error so that "build-aux/exec" can stand in a pipe.
say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$@"; exit 1; }

# The words of a list file, without its remarks.
list_words() { sed -e 's/#.*//' -- "$1"; }

# Runs a command as root.  Who is not root is asked by sudo.
as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		die "not root and no sudo here; run as root: $*"
	fi
}

# The folder of build trees of this place.  Each place has its own, because
# a tree configured against the libraries of one does not fit another.
use_place()
{
	export TRANCHE_PLACE=$1
	export TRANCHE_BUILD=$project/_build/$TRANCHE_PLACE
}

# Inside the place: the programs of the debug build and their data come
# first, whether they are built yet or not.
use_programs()
{
	local prefix=$TRANCHE_BUILD/debug/install

	export PATH=$prefix/bin:$PATH
	export XDG_DATA_DIRS=$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
}

# Waits for a child to end, and exits as it did, though signals come in
# between: "wait" returns when a trap was run, and traps that do not end the
# shell say so in "interrupted".
await_child()
{
	local status

	while :; do
		interrupted=
		wait "$1" && status=0 || status=$?
		[ -n "$interrupted" ] && [ "$status" -gt 128 ] || break
	done
	return "$status"
}

# Runs a command as a shell would in the foreground, and passes on to it the
# signals that would otherwise end this shell and leave the command alone.
# The command is formally in the background, for only then does the shell
# act upon signals at once; the shell would make it deaf to Ctrl-C.
supervise()
{
	local status=0

	env --default-signal=INT,QUIT setpriv --pdeathsig TERM "$@" <&0 &
	supervised=$!
	trap 'interrupted=1; kill -TERM "$supervised" 2>/dev/null || true' TERM HUP
	trap interrupted=1 INT
	await_child "$supervised" || status=$?
	trap - TERM HUP INT
	return "$status"
}
