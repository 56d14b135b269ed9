# shellcheck shell=bash
# Whether this system itself is new enough, and its packages.
#
# What counts is what its package manager has and offers, not its name.

# True when version $1 is at least $2.
version_at_least()
{
	[ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

native_manager()
{
	if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
		echo apt
	elif command -v dnf >/dev/null; then
		echo dnf
	else
		echo none
	fi
}

# The newest version of each package named that is installed or can be:
# "PACKAGE VERSION" lines.  Epoch and Debian revision do not matter here.
native_candidates()
{
	case $(native_manager) in
	apt)
		LC_ALL=C apt-cache policy -- "$@" | awk '
			/^[^ ]/ { name = $1; sub(/:$/, "", name) }
			/^  Candidate:/ && $2 != "(none)" {
				sub(/^[0-9]+:/, "", $2); print name, $2 }'
		;;
	dnf)
		dnf -q repoquery --latest-limit=1 --qf '%{name} %{version}\n' \
			-- "$@" 2>/dev/null | sed '/^$/d'
		rpm -q --qf '%{name} %{version}\n' -- "$@" | grep -v 'not installed'
		;;
	esac
}

native_update()
{
	say "fetching the package lists of this system (apt-get update)"
	as_root apt-get update -qq </dev/null >&2
}

native_apt_install()
{
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes -qq \
		-o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 \
		--no-install-recommends "$@" \
		</dev/null >&2
}

# True when this system is new enough, or can be made so by name.
native_fits()
{
	local cached=$cache/not-native state

	native_has_minimums && return
	# To ask apt takes most of a second.  That it had nothing new enough
	# holds as long as its lists and settings are the same.
	state=$(stat -c '%n %Y %s' -- /var/lib/dpkg/status /var/lib/apt/lists \
		/etc/apt /etc/apt/* "$lib/minimums.list" 2>/dev/null) || true
	[ -z "$state" ] || [ "$state" != "$(cat -- "$cached" 2>/dev/null)" ] \
		|| return 1
	native_offers && return
	mkdir -p -- "$cache"
	printf '%s\n' "$state" >"$cached"
	return 1
}

# True when the package manager offers, or the system has, all that
# minimums.list asks for.
native_offers()
{
	local column name least debian fedora package offers newest
	local -a packages=()

	case $(native_manager) in
	apt) column=3 ;;
	dnf) column=4 ;;
	*) native_has_minimums; return ;;
	esac
	mapfile -t packages < <(list_words "$lib/minimums.list" \
		| awk -v n="$column" 'NF { print $n }')
	offers=$(native_candidates "${packages[@]}") || true
	if [ "$column" = 3 ] && ! grep -q '^libgtk-4-dev ' <<<"$offers"; then
		# A system whose package lists were never fetched offers nothing.
		(native_update) || true
		offers=$(native_candidates "${packages[@]}") || true
	fi
	while read -r name least debian fedora; do
		[ -n "$name" ] || continue
		package=$debian
		[ "$column" = 3 ] || package=$fedora
		newest=$(awk -v p="$package" '$1 == p { print $2 }' <<<"$offers" \
			| sort -V | tail -n 1)
		if [ -z "$newest" ] || ! version_at_least "$newest" "$least"; then
			[ -z "${TRANCHE_VERBOSE:-}" ] || say \
				"$package: ${newest:-none} here, $least needed"
			return 1
		fi
	done < <(list_words "$lib/minimums.list")
}

# True when pkg-config finds everything that minimums.list asks for.
native_has_minimums()
{
	local name least rest

	command -v pkg-config >/dev/null || return 1
	while read -r name least rest; do
		case $name in ''|-) continue ;; esac
		pkg-config --atleast-version="$least" "$name" || return 1
	done < <(list_words "$lib/minimums.list")
}

# Installs by name what the list has and the system lacks.
native_install()
{
	local -a wanted=() missing=()

	case $(native_manager) in
	apt)
		mapfile -t wanted < <(list_words "$lib/packages-debian.list" | xargs -n 1)
		mapfile -t missing < <(comm -23 \
			<(printf '%s\n' "${wanted[@]}" | sort -u) \
			<(dpkg-query -W -f '${db:Status-Status} ${Package}\n' \
				| sed -n 's/^installed //p' | sort -u))
		[ ${#missing[@]} -gt 0 ] || return 0
		say "installing: ${missing[*]}"
		native_update || true
		native_apt_install "${missing[@]}"
		;;
	dnf)
		mapfile -t wanted < <(list_words "$lib/packages-fedora.list" | xargs -n 1)
		mapfile -t missing < <(rpm -q --whatprovides --qf '' -- "${wanted[@]}" \
			| sed -n 's/^no package provides //p')
		[ ${#missing[@]} -gt 0 ] || return 0
		say "installing: ${missing[*]}"
		as_root dnf install -y -q --setopt=install_weak_deps=False \
			"${missing[@]}" </dev/null >&2
		;;
	*)
		say "no apt-get or dnf here: packages are left to you"
		;;
	esac
}

# The tests speak three languages.  Fedora has packages for them; on Debian
# the missing ones are compiled.
native_locales()
{
	local locale have

	have=$(locale -a 2>/dev/null || true)
	for locale in en_US ru_RU uk_UA; do
		! grep -qix "$locale.utf-\?8" <<<"$have" || continue
		say "compiling the locale $locale.UTF-8"
		as_root localedef -i "$locale" -f UTF-8 "$locale.UTF-8" || say \
			"could not; tests in that language will be skipped"
	done
}
