/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

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

/* Takes what was found, and returns whether more is wanted. */
typedef gboolean (*TrancheGlanceFound) (gint64   id,
                                        gpointer user_data);

/* Looks for the orders that @typed finds: in the number, the names, the phone, or,
 * where it is one, the amount. Those whose number it is come first, and otherwise
 * the newest. One may be found twice.
 * @cancellable: (nullable) */
gboolean           tranche_book_glance_find  (TrancheBookGlance  *self,
                                              const char         *typed,
                                              GCancellable       *cancellable,
                                              TrancheGlanceFound  found,
                                              gpointer            user_data,
                                              GError            **error);
/* TRANCHE_STORE_ERROR_NOT_FOUND where there is none. (transfer full) */
TrancheOrder      *tranche_book_glance_load  (TrancheBookGlance  *self,
                                              gint64              id,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheBookGlance, tranche_book_glance_close)

G_END_DECLS
