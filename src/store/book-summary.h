/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "store/store-error.h"

G_BEGIN_DECLS

/**
 * TrancheBookSummary:
 * @path: of the file
 * @version: of its schema
 * @n_orders: drafts as well
 * @n_accounts: without removed ones
 * @n_open: operations whose outcome is not known
 * @newest: (nullable): when its newest order was made
 * @written: when the file was written last
 *
 * What a file that is a sound book has in it.
 */
typedef struct {
  char *path;
  int version;
  guint n_orders;
  guint n_accounts;
  guint n_open;
  GDateTime *newest;
  GDateTime *written;
} TrancheBookSummary;

#define TRANCHE_TYPE_BOOK_SUMMARY (tranche_book_summary_get_type ())

GType               tranche_book_summary_get_type (void);
/* Looks through the file at @path without changing it, and blocks meanwhile. What
 * is no sound book of ours is TRANCHE_STORE_ERROR_DAMAGED, one of a newer program
 * TRANCHE_STORE_ERROR_NEWER. */
TrancheBookSummary *tranche_book_summary_new      (const char                *path,
                                                   GError                   **error);
TrancheBookSummary *tranche_book_summary_copy     (const TrancheBookSummary  *self);
void                tranche_book_summary_free     (TrancheBookSummary        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheBookSummary, tranche_book_summary_free)

G_END_DECLS
