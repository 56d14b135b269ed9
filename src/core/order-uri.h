/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Links that other programs of the shop, such as its till, have to an order:
 * "tranche:order/" and the number, in which every character but the ASCII
 * letters, digits and "-._~" is percent-encoded UTF-8. */

/* The number in @uri, or %NULL if @uri is anything but such a link: nothing is
 * guessed or cut off. (transfer full) (nullable) */
char *tranche_order_uri_parse (const char *uri);
/* (transfer full) */
char *tranche_order_uri_build (const char *number);

G_END_DECLS
