/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The first @limit orders that @typed finds in the book at @path, each once, as a
 * TrancheBookGlance finds them. What was not found after @patience (ms) is left out:
 * the answer waits for no disk, no lock and no long way through an index. */
void    tranche_book_question_ask_async  (const char           *path,
                                          const char           *typed,
                                          guint                 limit,
                                          guint                 patience,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
/* (element-type gint64) (transfer full) */
GArray *tranche_book_question_ask_finish (GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
