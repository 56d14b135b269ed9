#!/bin/bash
# The private desktop session: what it gives to a command, and that nothing
# of it is left, however it ends.
set -uo pipefail

session=$1/private-session
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
count=0

check()
{
	local name=$1
	shift

	count=$((count + 1))
	if "$@" >"$work/output" 2>&1; then
		echo "ok $count $name"
	else
		echo "not ok $count $name"
		sed 's/^/# /' "$work/output"
	fi
}

exits_as_the_command()
{
	"$session" sh -c 'exit 7'
	[ $? = 7 ]
}

# The home, the runtime folder and the bus are in a folder that is gone
# afterwards, as is a process that the command left behind.
sweeps_up()
{
	local folder pid

	# shellcheck disable=SC2016
	"$session" sh -c 'sleep 300 & echo "$TRANCHE_SESSION $!"' \
		>"$work/left" || return
	read -r folder pid <"$work/left"
	[ -n "$folder" ] && [ ! -e "$folder" ] && ! kill -0 "$pid"
}

# Killed outright the session cannot sweep, but its servers end with it.
dies_as_a_whole()
{
	local pid tries

	# shellcheck disable=SC2016
	"$session" sh -c 'echo "$TRANCHE_SESSION" >"$1"; exec sleep 300' - "$work/name" &
	pid=$!
	for ((tries = 0; tries < 200; tries++)); do
		[ ! -s "$work/name" ] || break
		sleep 0.1
	done
	kill -KILL "$pid"
	wait "$pid"
	for ((tries = 0; tries < 50; tries++)); do
		pgrep -f "$(cat "$work/name")/" || return 0
		sleep 0.1
	done
	return 1
}

ends_on_sigterm()
{
	local pid started=$SECONDS

	"$session" sleep 300 &
	pid=$!
	sleep 1
	kill -TERM "$pid"
	wait "$pid"
	[ $? = 143 ] && [ $((SECONDS - started)) -lt 20 ]
}

keeps_a_home()
{
	# shellcheck disable=SC2016
	"$session" --keep-home "$work/home" sh -c 'echo 1 >"$XDG_DATA_HOME/file"' \
		&& "$session" --keep-home "$work/home" sh -c 'test -s "$XDG_DATA_HOME/file"'
}

locked()
{
	gdbus call --session --dest org.freedesktop.secrets \
		--object-path /org/freedesktop/secrets/collection/login \
		--method org.freedesktop.DBus.Properties.Get \
		org.freedesktop.Secret.Collection Locked
}
export -f locked

keyring_is() { [ "$("$session" "${@:2}" bash -c locked)" = "(<$1>,)" ]; }
no_keyring() { ! "$session" --no-keyring bash -c locked; }

has_accessibility()
{
	"$session" gdbus call --session --dest org.a11y.Bus \
		--object-path /org/a11y/bus --method org.a11y.Bus.GetAddress
}

has_display()
{
	"$session" 640x480 xdpyinfo | grep 'dimensions: *640x480'
}

# Sessions side by side have a display each.
side_by_side()
{
	local -a pids=()
	local pid number

	for number in 1 2 3 4; do
		# shellcheck disable=SC2016
		"$session" sh -c 'echo "$DISPLAY"; sleep 1' >"$work/side.$number" &
		pids+=($!)
	done
	for pid in "${pids[@]}"; do
		wait "$pid" || return
	done
	[ "$(sort -u "$work"/side.? | wc -l)" = 4 ]
}

check "exits as the command does" exits_as_the_command
check "leaves nothing behind" sweeps_up
check "ends as a whole when killed" dies_as_a_whole
check "ends on SIGTERM" ends_on_sigterm
check "keeps a home that is to stay" keeps_a_home
check "has a display of the size wanted" has_display
check "has an accessibility bus" has_accessibility
check "has an unlocked keyring" keyring_is false
check "has a locked keyring if wanted" keyring_is true --locked-keyring
check "has no keyring if wanted" no_keyring
check "has a display of its own" side_by_side
echo "1..$count"
