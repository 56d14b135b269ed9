/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order-query.h"
#include "model/connection.h"

G_BEGIN_DECLS

/*
 * What the window says of its views and of the accounts, and how a view is
 * sorted while nobody has chosen otherwise. Pure functions.
 */

const char  *tranche_view_label             (TrancheView             view);
const char  *tranche_view_icon_name         (TrancheView             view);
/* What stands in the middle of a view that has no orders. */
const char  *tranche_view_empty_title       (TrancheView             view);
const char  *tranche_view_empty_description (TrancheView             view);
const char  *tranche_view_to_nick           (TrancheView             view);
/* TRANCHE_VIEW_NEEDS_ACTION for a nick that is none. */
TrancheView  tranche_view_from_nick         (const char             *nick);

/* @descending: (out): of that key. */
TrancheSortKey
             tranche_view_default_sort      (TrancheView             view,
                                             gboolean               *descending);
const char  *tranche_sort_key_to_nick       (TrancheSortKey          key);
/* TRUE and the key in @out, or FALSE for a nick that is none. */
gboolean     tranche_sort_key_from_nick     (const char             *nick,
                                             TrancheSortKey         *out);

/* "T-Bank" for "tbank"; the id itself for a bank that this program has no name
 * for. */
const char  *tranche_bank_label             (const char             *bank);
/* "T-Bank · Shop on the square", or just the name where the bank's name is in
 * it already. (transfer full) */
char        *tranche_account_label          (TrancheAccount         *account);
/* What hinders an account, in a few words; NULL where nothing does. */
const char  *tranche_connection_state_hint  (TrancheConnectionState  state);
/* What the button that mends it says; NULL where there is nothing to press. */
const char  *tranche_connection_state_fix   (TrancheConnectionState  state);
/* What hinders the bank's own messages from arriving; NULL where nothing does,
 * or nobody asked for them. */
const char  *tranche_callback_state_hint    (TrancheCallbackState    state);

G_END_DECLS
