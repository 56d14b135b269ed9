/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/book-copy.h"

G_BEGIN_DECLS

/* Puts the book of the file @source in the place of the one at @path, which must
 * not be open: it is TRANCHE_STORE_ERROR_LOCKED then. What stood there is kept
 * beside it under the name that @kept gets (transfer full; %NULL where there was
 * nothing). A @source that is no sound book of ours is refused and nothing is
 * changed; a power cut at any moment leaves one whole book or the other.
 *
 * The restored book has the present schema and no planned commits, for those were
 * planned for another day. It blocks. */
gboolean tranche_book_restore (const char    *path,
                               const char    *source,
                               char         **kept,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
