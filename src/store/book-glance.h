/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"
#include "store/store-error.h"

G_BEGIN_DECLS

/**
 * TrancheBookGlance:
 *
 * A look into a book that another process may have open for writing, from one
 * thread, without its lock and without changing anything. What an older or a
 * newer program has written is not looked at, for only the program itself
 * brings a book up to date.
 */
typedef struct _TrancheBookGlance TrancheBookGlance;

/* TRANCHE_STORE_ERROR_NOT_FOUND where there is no book. */
TrancheBookGlance *tranche_book_glance_open  (const char         *path,
                                              GError            **error);
void               tranche_book_glance_close (TrancheBookGlance  *self);

/* The newest @limit orders that @typed finds: in the number, the names, the phone,
 * or, where it is one, the amount. An order whose number it is comes first.
 * @patience (µs): what was not found by then is left out.
 * (element-type gint64) */
GArray            *tranche_book_glance_find  (TrancheBookGlance  *self,
                                              const char         *typed,
                                              guint               limit,
                                              gint64              patience,
                                              GError            **error);
/* TRANCHE_STORE_ERROR_NOT_FOUND where there is none. (transfer full) */
TrancheOrder      *tranche_book_glance_load  (TrancheBookGlance  *self,
                                              gint64              id,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheBookGlance, tranche_book_glance_close)

G_END_DECLS
