/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The signature of the CFRONT dialect, for requests, replies and callbacks:
 * Base64 of the HMAC-SHA256 of the bytes of a body with the shop's secret. It
 * is made of exactly the bytes that are sent or that came, never of JSON that
 * was written anew. (transfer full) */
char     *tranche_cfront_sign   (GBytes     *body,
                                 const char *secret);
/* Whether @signature is that of @body; (nullable): %NULL is none. The time that
 * this takes does not tell how much of it is right. */
gboolean  tranche_cfront_verify (GBytes     *body,
                                 const char *secret,
                                 const char *signature);

G_END_DECLS
