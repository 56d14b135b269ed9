# shellcheck shell=bash
# The stand-in for GNOME's Flatpak runtime, composed from Debian packages.
#
# It lies in the user's cache folder under a name that holds the hash of
# everything it is made from, as an OSTree repository that Flatpak installs
# from.  It is made in a temporary folder and gets its name when complete.

runtimes=$cache/runtimes
runtime_arch=$(uname -m)
runtime_lists=("$project/flatpak/local/platform.list" "$project/flatpak/local/sdk.list")

# The options of mmdebstrap for the runtime that holds these lists.
runtime_recipe()
{
	local words

	words=$(for list; do list_words "$list"; done | LC_ALL=C sort -u | xargs)
	recipe=(
		--variant=essential
		--components=main
		--include="${words// /,}"
		--dpkgopt='path-exclude=/usr/share/man/*'
		--dpkgopt='path-exclude=/usr/share/doc/*'
		--dpkgopt='path-exclude=/usr/share/info/*'
		--dpkgopt='path-exclude=/usr/share/locale/*'
		--dpkgopt='path-include=/usr/share/locale/locale.alias'
		--dpkgopt='path-include=/usr/share/locale/ru/*'
		--dpkgopt='path-include=/usr/share/locale/uk/*'
		--customize-hook='for l in en_US ru_RU uk_UA; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8 || exit; done'
	)
}

runtime_name()
{
	local recipe

	runtime_recipe "${runtime_lists[@]}"
	printf 'gnome49-%s' "$(
		{
			printf '%s\n' "$suite" "$runtime_arch" "${recipe[@]}"
			list_words "${runtime_lists[0]}" | xargs
			cat -- "$project/flatpak/local/export"
		} | sha256sum | cut -c1-8)"
}

# Fills WORK/platform and WORK/sdk.
runtime_fill()
{
	local work=$1 mirror recipe kind

	root_tools
	mirror=$(root_mirror)
	for kind in platform sdk; do
		case $kind in
		platform) runtime_recipe "${runtime_lists[0]}" ;;
		sdk) runtime_recipe "${runtime_lists[@]}" ;;
		esac
		mkdir -- "$work/fill"
		root_fill "$work/fill" "$mirror" "${recipe[@]}"
		mv -T -- "$work/fill/root" "$work/$kind"
		rm -rf --one-file-system -- "$work/fill"
	done
}

# Sees to it that the runtime $1 stands there.
runtime_ensure()
{
	local name=$1 work start=$SECONDS lock stale

	mkdir -p -- "$runtimes" "$roots"
	exec {lock}>>"$runtimes/$name.lock"
	flock --exclusive "$lock"
	if [ ! -d "$runtimes/$name" ]; then
		for stale in "$roots/.$name".*; do
			[ ! -e "$stale" ] || root_discard "$stale"
		done
		say "composing a stand-in for GNOME's runtime, once; this takes minutes"
		work=$(mktemp -d "$roots/.$name.XXXXXX")
		chmod 755 "$work"
		runtime_fill "$work"
		"$project/build-aux/exec" "$project/flatpak/local/export" "$work" \
			{lock}>&-
		mv -T -- "$work/made" "$runtimes/$name"
		root_discard "$work"
		say "composed in $((SECONDS - start)) s"
	fi
	touch -- "$runtimes/$name.lock"
	exec {lock}>&-
}

# Fetches the archives of the manifest's modules from a mirror of Debian, each
# of which has to be the one that the manifest tells the SHA-256 of.
runtime_download()
{
	local mirror='' downloads=$runtimes/$1/state/downloads sum name path

	mkdir -p -- "$downloads"
	while read -r sum name path; do
		[ ! -s "$downloads/$sum/$name" ] || continue
		[ -n "$mirror" ] || mirror=$(root_mirror)
		mkdir -p -- "$downloads/$sum"
		say "fetching $name"
		/usr/lib/apt/apt-helper download-file "${mirror%/}/$path" \
			"$downloads/$sum/$name.part" "SHA256:$sum" >/dev/null 2>&1 \
			|| die "$name could not be fetched, or is not what it should be"
		mv -- "$downloads/$sum/$name.part" "$downloads/$sum/$name"
	done < <("$project/build-aux/exec" python3 "$lib/modules.py" list \
		"$project/flatpak/io.github.tranche.Tranche.json" \
		"$project/flatpak/local/modules.list")
	touch -- "$runtimes/$1/ready"
}

# Compares the archives of the manifest with Debian's signed list of its sources,
# which tells of each the archive that it was made of.
runtime_verify()
{
	local mirror work apt lists=("$project/flatpak/io.github.tranche.Tranche.json"
		"$project/flatpak/local/modules.list")

	mirror=$(root_mirror)
	work=$(mktemp -d)
	# shellcheck disable=SC2064
	trap "rm -rf -- '$work'" EXIT
	mkdir -p -- "$work/lists/partial" "$work/cache/archives/partial"
	printf 'deb-src [signed-by=%s] %s %s main\n' \
		/usr/share/keyrings/debian-archive-keyring.gpg "$mirror" "$suite" \
		>"$work/sources.list"
	apt=(-o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
		-o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root -qq)
	apt-get "${apt[@]}" update
	python3 "$lib/modules.py" sources "${lists[@]}" \
		| xargs apt-cache "${apt[@]}" showsrc --only-source \
		| python3 "$lib/modules.py" verify "${lists[@]}"
}
