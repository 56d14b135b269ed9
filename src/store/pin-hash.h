/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What is kept of a PIN: scrypt (RFC 7914) of libgcrypt, which libsecret brings
 * along. A PIN has few digits, so that no function hides it from whoever may read
 * the keyring at leisure; one that needs much memory makes that dear.
 *
 * Both take about a tenth of a second and may be called in any thread.
 */

/* With a salt of its own. (transfer full): free of characters other than letters,
 * digits and "$". */
char     *tranche_pin_hash_new   (const char *pin);
/* FALSE also for what is no such hash. */
gboolean  tranche_pin_hash_check (const char *hash,
                                  const char *pin);

G_END_DECLS
