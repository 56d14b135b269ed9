/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The last segment of the path that the callbacks of an account arrive at, 32
 * hexadecimal digits. It is made of the account's @secret, which it does not
 * tell, so that nobody has to keep it: every start of the program knows it
 * again, and a new secret makes a new one. (transfer full) */
char     *tranche_callback_token_new     (const char *account_id,
                                          const char *secret);
/* Whether the last segment of @path is @token. The time that this takes does
 * not tell how much of it is right. */
gboolean  tranche_callback_token_matches (const char *token,
                                          const char *path);

G_END_DECLS
