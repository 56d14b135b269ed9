/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "store/book-keeping.h"

G_BEGIN_DECLS

/* Copies of a book, as calls that wait, and what may befall the files. */

/* A file beside the book. (transfer full) */
char               *in_folder         (Fixture       *fixture,
                                       const char    *name);
guint               count_files       (Fixture       *fixture);

gboolean            back_up           (const char    *from,
                                       const char    *to,
                                       GCancellable  *cancellable,
                                       GError       **error);
void                must_back_up      (const char    *from,
                                       const char    *to);
/* (nullable) */
TrancheBookSummary *summarize_book    (const char    *path,
                                       GError       **error);
guint               count_book_orders (const char    *path);

/* Runs SQL in a file that may not be there yet. */
void                execute_in_file   (const char    *path,
                                       const char    *sql);
/* Overwrites the middle of a file, where no header is. */
void                damage_file       (const char    *path);

G_END_DECLS
