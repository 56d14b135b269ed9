/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/book-copy.h"
#include "store/store-error.h"

G_BEGIN_DECLS

/**
 * TrancheBookFaults:
 * @TRANCHE_BOOK_SOUND: nothing is wrong
 * @TRANCHE_BOOK_FAULT_PAGES: the file itself is damaged
 * @TRANCHE_BOOK_FAULT_REFERENCES: rows speak of orders or accounts that are not there
 * @TRANCHE_BOOK_FAULT_JOURNAL: an order waits for the end of an operation that the
 *   journal does not have open
 * @TRANCHE_BOOK_FAULT_COUNTS: the kept counts are not those of the orders
 */
typedef enum {
  TRANCHE_BOOK_SOUND = 0,
  TRANCHE_BOOK_FAULT_PAGES = 1 << 0,
  TRANCHE_BOOK_FAULT_REFERENCES = 1 << 1,
  TRANCHE_BOOK_FAULT_JOURNAL = 1 << 2,
  TRANCHE_BOOK_FAULT_COUNTS = 1 << 3,
} TrancheBookFaults;

/* Looks through all of the book at @path, open or not, without changing it. It
 * blocks, and can be cancelled at any moment. @progress: (nullable): hears roughly
 * how much of it is done. */
gboolean tranche_book_check (const char           *path,
                             TrancheCopyProgress   progress,
                             gpointer              user_data,
                             TrancheBookFaults    *faults,
                             GCancellable         *cancellable,
                             GError              **error);

G_END_DECLS
