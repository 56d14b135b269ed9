/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the string of JSON that begins at *@at into @out, which is emptied
 * first, and moves *@at behind it. The text up to @end is UTF-8. A half of a
 * surrogate pair becomes U+FFFD. %FALSE, with *@at where it went wrong, for
 * what is no string of JSON, and for an escaped NUL, which no C string holds. */
gboolean tranche_json_string_take (const char **at,
                                   const char  *end,
                                   GString     *out);

G_END_DECLS
