/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/operations.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LOST_RETURN (tranche_lost_return_get_type ())
G_DECLARE_FINAL_TYPE (TrancheLostReturn, tranche_lost_return, TRANCHE, LOST_RETURN, AdwBin)

/**
 * TrancheLostReturn:
 *
 * A return whose answer was lost: tells of it, asks the bank about it and sends it
 * again. Once the bank was asked and does not show it, it can be marked as not
 * carried out.
 *
 * Signals:
 *
 * - `begun (gboolean sends)`: the bank is asked, or the return is sent again
 * - `asked (GError *error)`: the return is settled, or with @error still is not
 * - `repeated (TrancheOrder *order, GError *error)`: it was sent again; one of
 *   them is %NULL
 */
/* To be called once, before anything else. @cancellable: takes its questions away;
 * what was sent goes on. */
void     tranche_lost_return_set_operations (TrancheLostReturn  *self,
                                             TrancheOperations  *operations,
                                             GCancellable       *cancellable);
void     tranche_lost_return_set_order      (TrancheLostReturn  *self,
                                             TrancheOrder       *order);
/* What was to be returned. */
void     tranche_lost_return_set_amount     (TrancheLostReturn  *self,
                                             const TrancheMoney *amount);
/* Whether it can be asked about and sent again now. */
gboolean tranche_lost_return_can_act        (TrancheLostReturn  *self);
/* These do nothing while it cannot. */
void     tranche_lost_return_ask            (TrancheLostReturn  *self);
void     tranche_lost_return_repeat         (TrancheLostReturn  *self);

G_END_DECLS
