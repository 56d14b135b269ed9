# shellcheck shell=bash
# Configures, compiles and installs a build tree of the place.
#
# Each tree installs into a folder of its own, so that the program finds its
# schema, icons and translations as it would on a system.

# The command goes on inside the place, unless it is there already.
enter_place()
{
	[ -n "${TRANCHE_PLACE:-}" ] \
		|| exec "$project/build-aux/exec" "$project/build-aux/${0##*/}" "$@"
	use_place "$TRANCHE_PLACE"
	umask 022
}

# build_tree TREE OPTION...: the options are those of "meson setup".  One
# tree is built by one command at a time.
build_tree()
{
	local tree=$TRANCHE_BUILD/$1 log lock status=0
	shift

	mkdir -p -- "$TRANCHE_BUILD"
	exec {lock}>>"$tree.lock"
	flock --exclusive "$lock"
	build_tree_locked "$@" {lock}>&- || status=1
	exec {lock}>&-
	return "$status"
}

build_tree_locked()
{
	local options="$*"

	log=$tree.log
	set -- --prefix="$tree/install" --libdir=lib --localedir=share/locale \
		-Dwrap_mode=nodownload "$@"
	if [ ! -f "$tree/build.ninja" ]; then
		# Whatever is there was not configured to the end.
		rm -rf -- "$tree"
		configure setup "$@" || return 1
	elif [ "$options" != "$(cat -- "$tree/options" 2>/dev/null)" ]; then
		configure setup --reconfigure "$@" \
			|| configure setup --wipe "$@" || return 1
	elif ! ninja -C "$tree" build.ninja >"$log" 2>&1; then
		# The project's meson files changed in a way that the tree does
		# not survive, or they are wrong; a fresh start tells.
		configure setup --wipe "$@" || return 1
	fi
	printf '%s\n' "$options" >"$tree/options"

	# One line that counts up in a terminal, the whole otherwise silent
	# unless it fails.
	if [ -t 2 ]; then
		ninja -C "$tree" >&2 || return 1
	elif ! ninja -C "$tree" >"$log" 2>&1; then
		grep -v '^\[[0-9]*/[0-9]*\] [^F]' "$log" >&2 || true
		return 1
	fi
	if ! meson install -C "$tree" --no-rebuild --only-changed --quiet \
		>"$log" 2>&1; then
		cat -- "$log" >&2
		return 1
	fi
}

# configure MESON-ARGUMENT...: shows what meson says only if it fails.
configure()
{
	meson "$1" "${@:2}" "$tree" "$project" >"$log" 2>&1 && return
	cat -- "$log" >&2
	return 1
}

# The tree for looking at the program and for most tests.  Who only wants
# to run it is not refused it over a warning of a compiler newer than ours,
# but a tree that the tests made is not built anew either.
build_debug()
{
	local werror=${1:-false}

	if [ "$werror" = false ] && grep -qs 'werror=true' \
		"$TRANCHE_BUILD/debug/options"; then
		werror=true
	fi
	build_tree debug -Dbuildtype=debug -Dwerror="$werror"
}

build_sanitizers()
{
	build_tree sanitizers -Dbuildtype=debug -Dsanitizers=true \
		-Db_lundef=false -Dwerror=true
}

# Not every system that the project is built on has it.
has_libfuzzer()
{
	printf '%s\n' 'int LLVMFuzzerTestOneInput (void) { return 0; }' \
		| clang -fsanitize=fuzzer -x c -o /dev/null - 2>/dev/null
}

# The compiler is asked for when the tree is configured. Clang warns of what GLib's
# macros do, so that warnings are left to the other trees.
build_fuzzers()
{
	CC=clang build_tree fuzzers -Dbuildtype=debug -Doptimization=1 \
		-Dsanitizers=true -Dfuzzers=true -Db_lundef=false
}

build_release()
{
	build_tree release -Dbuildtype=release -Ddebug=true
}
