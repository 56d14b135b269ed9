/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/order-book.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* What follows from the terms of an account for its orders, which no change of an
 * order tells: until when their payouts should be seen. */

/* In the writer's thread: what it is by now, by the ids of the orders. */
GHashTable *tranche_account_terms_read    (TrancheSql        *sql,
                                           const char        *account_id,
                                           GError           **error);
/* What of @before is another by now, or was not there. (transfer full) */
GArray     *tranche_account_terms_compare (GHashTable        *before,
                                           GHashTable        *now);
/* Signals the orders of @changes, a few at a time. Takes @changes. */
void        tranche_account_terms_tell    (TrancheOrderBook  *book,
                                           GArray            *changes);

G_END_DECLS
