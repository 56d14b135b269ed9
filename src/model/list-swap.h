/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/id-diff.h"
#include "store/order-listing.h"

G_BEGIN_DECLS

/**
 * TrancheDayRange:
 * @start: when the day began, µs UTC
 * @first: position of its first order
 * @end: position after its last order
 *
 * The orders of a day in a list that is sorted by time.
 */
typedef struct {
  gint64 start;
  guint first;
  guint end;
} TrancheDayRange;

/**
 * TrancheListSwap:
 *
 * A long list on its way from one listing to the next. It is the beginning of
 * the new one and the end of the old one at every step, so that a step costs
 * nothing however long they are, and can be shown, and waited after.
 */
typedef struct _TrancheListSwap TrancheListSwap;

/* Empty. */
TrancheListSwap     *tranche_list_swap_new       (void);
void                 tranche_list_swap_free      (TrancheListSwap     *self);

guint                tranche_list_swap_get_n     (TrancheListSwap     *self);
gint64               tranche_list_swap_get_id    (TrancheListSwap     *self,
                                                  guint                position);
/* G_MAXUINT where it is not in the list. */
guint                tranche_list_swap_find      (TrancheListSwap     *self,
                                                  gint64               id);
/* FALSE where the list has no days, or no such position. */
gboolean             tranche_list_swap_get_day   (TrancheListSwap     *self,
                                                  guint                position,
                                                  TrancheDayRange     *day);
/* The list as it is now. (transfer full) */
TrancheOrderListing *tranche_list_swap_settle    (TrancheListSwap     *self);

/* Begins to go to @listing by @changes, which lead there from the listing that
 * tranche_list_swap_settle() gave last. (element-type TrancheIdChange) */
void                 tranche_list_swap_begin     (TrancheListSwap     *self,
                                                  TrancheOrderListing *listing,
                                                  GArray              *changes);
/* Takes the next step and tells which it was; FALSE where there is none. */
gboolean             tranche_list_swap_step      (TrancheListSwap     *self,
                                                  TrancheIdChange     *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheListSwap, tranche_list_swap_free)

G_END_DECLS
