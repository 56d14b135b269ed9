# shellcheck shell=bash
# The private Debian 13 root, for systems whose own libraries are too old.
#
# A root lives in the user's cache folder under a name that holds the hash
# of everything it is made from.  It is made in a temporary folder and gets
# its name only when complete, so whatever stands under the name is whole.
# A lock file beside it is held shared by everyone who is inside and
# exclusively by who makes or removes it.

roots=$cache/roots
suite=trixie

# Everything that the content of a root follows from, apart from the mirror.
root_recipe()
{
	local words

	words=$(list_words "$lib/packages-debian.list" | LC_ALL=C sort -u | xargs)
	recipe=(
		--variant=apt
		--components=main
		--include="${words// /,}"
		--dpkgopt='path-exclude=/usr/share/man/*'
		--dpkgopt='path-exclude=/usr/share/doc/*'
		--dpkgopt='path-exclude=/usr/share/info/*'
		--dpkgopt='path-include=/usr/share/doc/*/copyright'
		# A session bus wants a machine id; a root has none of its own.
		--customize-hook='tr -d - </proc/sys/kernel/random/uuid >"$1/etc/machine-id"'
		--customize-hook='for l in en_US ru_RU uk_UA; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8 || exit; done'
		# Only the running system knows names and addresses.
		--customize-hook='rm -f "$1/etc/resolv.conf" "$1/etc/hosts" "$1/etc/hostname"; : >"$1/etc/resolv.conf"; : >"$1/etc/hosts"'
	)
}

root_name()
{
	local recipe

	root_recipe
	printf 'debian13-%s' "$(
		printf '%s\n' "$suite" "$(uname -m)" "${recipe[@]}" \
			| sha256sum | cut -c1-8)"
}

# The mirror that the package configuration of the system names: the one
# of its main Debian archive.  What it is called is nobody's business, so
# it is never printed.
root_find_mirror()
{
	if [ -n "${TRANCHE_DEBIAN_MIRROR:-}" ]; then
		printf '%s\n' "$TRANCHE_DEBIAN_MIRROR"
		return
	fi
	command -v apt-get >/dev/null || return 0
	apt-get indextargets \
		--format '$(ORIGIN)|$(LABEL)|$(CODENAME)|$(REPO_URI)' \
		'Created-By: Packages' 2>/dev/null \
		| awk -F'|' '$1 == "Debian" && $2 == "Debian" && $3 !~ /-/ &&
			$4 !~ /^cdrom:/ { print $4; exit }'
}

# The mirror, after the package lists were fetched if need be: apt does not
# know whose archive it is before it saw one.
root_mirror()
{
	local mirror

	mirror=$(root_find_mirror)
	if [ -z "$mirror" ] && command -v apt-get >/dev/null; then
		(native_update) || true
		mirror=$(root_find_mirror)
	fi
	[ -n "$mirror" ] || die \
		"this system's package sources name no Debian mirror; set" \
		"TRANCHE_DEBIAN_MIRROR to the address of one"
	printf '%s\n' "$mirror"
}

# The programs of the system that make and enter a root.
root_tools()
{
	local missing=()

	command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
	[ -e /usr/share/keyrings/debian-archive-keyring.gpg ] \
		|| missing+=(debian-archive-keyring)
	if [ "$(id -u)" = 0 ]; then
		command -v mount >/dev/null || missing+=(mount)
	else
		command -v bwrap >/dev/null || missing+=(bubblewrap)
		command -v newuidmap >/dev/null || missing+=(uidmap)
	fi
	[ ${#missing[@]} = 0 ] && return
	command -v apt-get >/dev/null || die "please install: ${missing[*]}"
	say "installing on this system: ${missing[*]}"
	native_update || true
	native_apt_install --no-upgrade "${missing[@]}"
}

# Removes a folder that was half made or moved aside.  Nothing is mounted
# there, as mounts are only ever made in namespaces of their own; should
# that be wrong the folder is left alone.
root_discard()
{
	local folder=$1

	case $folder in "$roots"/.*) ;; *) die "not to be removed: $folder" ;; esac
	# The list of mounts writes a space as an octal number.
	if grep -qF " ${folder// /\\040}/" /proc/self/mountinfo; then
		say "left alone, as something is mounted there: $folder"
		return
	fi
	if [ -s "$folder/scratch" ]; then
		root_end_orphans "$folder/apt.conf"
		root_discard_scratch "$(cat -- "$folder/scratch")"
	fi
	# What a package ships without the right to write must still go.
	[ "$(id -u)" = 0 ] || chmod -R u+rwX -- "$folder" 2>/dev/null || true
	rm -rf --one-file-system -- "$folder"
}

# Parts of an mmdebstrap whose caller was killed: under lent user numbers
# nothing makes them end with it, and they wait for it for ever.  For the
# same reason they were not given the lock.
root_end_orphans()
{
	local tries pids

	for ((tries = 0; tries < 50; tries++)); do
		# Read from a file, the pattern is not in grep's own arguments.
		pids=$(grep -lsF -f <(printf '=%s\n' "$1") /proc/[0-9]*/cmdline \
			| cut -d/ -f3) || return 0
		# shellcheck disable=SC2086
		kill -KILL $pids 2>/dev/null || true
		sleep 0.1
	done
}

root_discard_scratch()
{
	case $1 in */tranche-root.??????) ;; *) return ;; esac
	[ -d "$1" ] || return 0
	mmdebstrap --unshare-helper find "$1" -xdev -mindepth 2 -delete \
		>/dev/null 2>&1 || true
	rm -rf --one-file-system -- "$1" || true
}

# Makes the root $1.  The caller holds its lock exclusively.
root_make()
{
	local name=$1 mirror work recipe start=$SECONDS stale

	root_tools
	mirror=$(root_mirror)
	root_recipe
	for stale in "$roots/.$name".*; do
		[ ! -e "$stale" ] || root_discard "$stale"
	done
	work=$(mktemp -d "$roots/.$name.XXXXXX")
	say "making a private Debian 13 in $roots/$name, once, about 1.3 GB"
	root_fill "$work" "$mirror" "${recipe[@]}"
	mv -T -- "$work/root" "$roots/$name"
	root_discard "$work"
	say "made in $((SECONDS - start)) s"
	root_clean "$name"
}

# root_fill WORK MIRROR OPTION...: makes WORK/root as the options of
# mmdebstrap say.  What is half made is thrown away, so that dpkg need not
# see each file safe on the disk.
root_fill()
{
	local work=$1 mirror=$2
	shift 2
	set -- --dpkgopt=force-unsafe-io "$@"

	# What the system's apt was told about proxies and dates holds here too.
	{ apt-config dump Acquire 2>/dev/null || true; } \
		| grep -v -e '^Acquire::IndexTargets' -e '^Acquire::Changelogs' \
			-e '^Acquire::cdrom' -e ' "";$' >"$work/apt.conf" || true
	printf 'APT::Install-Recommends "false";\n' >>"$work/apt.conf"

	if [ "$(id -u)" = 0 ]; then
		chmod 755 "$work"
		# In a process namespace of its own, everything ends with us.
		mkdir "$work/root"
		setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child \
			--mount-proc -- mmdebstrap --mode=root "$@" \
			--aptopt="$work/apt.conf" --skip=output/dev \
			"$suite" "$work/root" "$mirror" </dev/null >"$work/log" 2>&1 \
			|| root_failed "$work"
	else
		root_fill_as_user "$@"
	fi
}

# Without being root, mmdebstrap works under user numbers that are lent to
# the user.  They cannot reach into a home, so that it needs a folder
# elsewhere, and what a killed one leaves there is not the user's to remove
# without mmdebstrap's help.
root_fill_as_user()
{
	local scratch

	scratch=$(mktemp -d "${TMPDIR:-/var/tmp}/tranche-root.XXXXXX")
	printf '%s\n' "$scratch" >"$work/scratch"
	chmod 755 "$scratch"
	chmod 644 "$work/apt.conf"
	TMPDIR=$scratch setpriv --pdeathsig KILL mmdebstrap --mode=unshare \
		--format=tar "$@" --aptopt="$work/apt.conf" \
		--skip=output/dev "$suite" - "$mirror" {root_lock}>&- \
		</dev/null >"$work/root.tar" 2>"$work/log" || root_failed "$work"
	mkdir "$work/root"
	tar -C "$work/root" --no-same-owner --exclude='./dev/*' \
		-xf "$work/root.tar"
	rm -- "$work/root.tar"
	# The session bus refuses a user whom the root does not know.
	cut -d: -f3 "$work/root/etc/passwd" | grep -qx "$(id -u)" \
		|| printf '%s:x:%s:%s::%s:/bin/bash\n' "$(id -un)" "$(id -u)" \
			"$(id -g)" "$HOME" >>"$work/root/etc/passwd"
	cut -d: -f3 "$work/root/etc/group" | grep -qx "$(id -g)" \
		|| printf '%s:x:%s:\n' "$(id -gn)" "$(id -g)" \
			>>"$work/root/etc/group"
}

root_failed()
{
	tail -n 30 "$1/log" >&2
	root_discard "$1"
	die "the private Debian 13 could not be made"
}

# Roots with other names are of older lists.  Another checkout may still be
# at such a list, so only those go that nobody used for three days.
root_clean()
{
	local keep=$1 other name fd aside

	for other in "$roots"/debian13-????????; do
		name=${other##*/}
		[ -d "$other" ] && [ "$name" != "$keep" ] || continue
		exec {fd}>>"$roots/$name.lock"
		if [ -n "$(find "$roots/$name.lock" -mtime -3)" ] ||
			! flock --exclusive --nonblock "$fd"; then
			say "an older root is kept, as it was used lately: $other"
		else
			say "removing an older root: $other"
			aside=$(mktemp -d "$roots/.$name.XXXXXX")
			mv -- "$other" "$aside/" && root_discard "$aside"
		fi
		exec {fd}>&-
	done
}

root_lock()
{
	flock "$1" --nonblock "$root_lock" && return
	say "waiting for another command that makes the private Debian 13"
	flock "$1" "$root_lock"
}

# Sees to it that the root $1 stands there and stays as long as the shell
# runs: the descriptor root_lock stays open, holding the lock shared.
root_ensure()
{
	local name=$1

	mkdir -p -- "$roots"
	exec {root_lock}>>"$roots/$name.lock"
	while :; do
		root_lock --shared
		[ -d "$roots/$name" ] && break
		root_lock --exclusive
		[ -d "$roots/$name" ] || root_make "$name"
	done
	touch -- "$roots/$name.lock"
}
