/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text is an absolute address with a host, of https or, unless it has
 * to be @secure, of http: safe to give to a browser, or to a bank. */
gboolean tranche_is_web_address      (const char  *text,
                                      gboolean     secure);

/* Whether @text is an address of this computer: 127.0.0.0/8, ::1, localhost. */
gboolean tranche_is_loopback_address (const char  *text);
/* The scheme, host and port of @text (nullable), spelled the same for all
 * addresses of one server; %NULL where it is none. (transfer full) (nullable) */
char    *tranche_dup_web_host        (const char  *text);
/* Whether @base_url may be spoken to with a shop's password: https with
 * nothing but host, port and path, or http to this computer. Fails with
 * %TRANCHE_BANK_ERROR_VALIDATION of %TRANCHE_FIELD_URL, or
 * %TRANCHE_BANK_ERROR_TLS for an open connection. */
gboolean tranche_check_bank_address  (const char  *base_url,
                                      GError     **error);

G_END_DECLS
