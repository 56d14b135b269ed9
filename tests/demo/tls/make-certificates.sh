#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the certificates beside it: an authority of our own, what it has signed
# for this computer, and three that must not be trusted.  They are kept in the
# repository, so that no test depends on a program or on the day; this is how
# they came about.  All have the same key, which protects nothing.
#
# Needs OpenSSL 3.4 or newer.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

always=(-not_before 20200101000000Z -not_after 21200101000000Z)
past=(-not_before 20200101000000Z -not_after 20210101000000Z)
here=subjectAltName=IP:127.0.0.1,DNS:localhost
elsewhere=subjectAltName=IP:192.0.2.1,DNS:bank.invalid

# make FILE NAME ALTERNATIVE OPTION...
make()
{
	local file=$1 name=$2 alternative=$3
	shift 3

	openssl x509 -new -force_pubkey key.pem -subj "/CN=$name" -sha256 "$@" \
		-extfile <(printf '%s\n' "$alternative" \
			basicConstraints=critical,CA:FALSE extendedKeyUsage=serverAuth) \
		-out "$file"
}

openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out authority-key.pem

openssl x509 -new -key authority-key.pem -subj '/CN=Tranche test authority' -sha256 "${always[@]}" \
	-extfile <(printf '%s\n' basicConstraints=critical,CA:TRUE keyUsage=critical,keyCertSign) \
	-out authority.pem

signed=(-CA authority.pem -CAkey authority-key.pem)
make good.pem 'Tranche demo bank' "$here" "${signed[@]}" "${always[@]}"
make expired.pem 'Tranche demo bank' "$here" "${signed[@]}" "${past[@]}"
make wrong-name.pem 'Another bank' "$elsewhere" "${signed[@]}" "${always[@]}"
make self-signed.pem 'Tranche demo bank' "$here" -key key.pem "${always[@]}"

# Nobody is to sign anything else with it.
rm authority-key.pem
