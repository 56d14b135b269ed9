/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-life.h"

#include "core/account.h"

G_BEGIN_DECLS

/* The order of a customer who buys goods at @account and whose order lived so. @random
 * settles what is left open. (transfer full) */
TrancheOrder *book_order_make (GRand           *random,
                               TrancheAccount  *account,
                               TrancheCustomer *customer,
                               GPtrArray       *items,
                               BookLife        *life,
                               gint64           now);

G_END_DECLS
