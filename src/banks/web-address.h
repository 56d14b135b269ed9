/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text is an absolute address with a host, of https or, unless it has
 * to be @secure, of http: safe to give to a browser, or to a bank. */
gboolean tranche_is_web_address (const char *text,
                                 gboolean    secure);

G_END_DECLS
