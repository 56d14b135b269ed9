/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it is searched: letters of one case, "ё" as "е", one code point a
 * letter. The same in every locale, for it is kept in the file. */
char *tranche_fold_for_search (const char *text);

/* A key whose bytes sort as Russian and Ukrainian do. NULL for an empty text. */
char *tranche_fold_for_sort   (const char *text);

G_END_DECLS
