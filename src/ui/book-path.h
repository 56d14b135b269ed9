/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the order book is unless `--book` names another. (transfer full) */
char     *tranche_book_path_usual    (void);
gboolean  tranche_book_path_is_usual (const char *path);

G_END_DECLS
