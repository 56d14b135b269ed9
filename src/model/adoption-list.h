/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/adoption.h"
#include "model/operations.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ADOPTION_LIST (tranche_adoption_list_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAdoptionList, tranche_adoption_list, TRANCHE, ADOPTION_LIST, GObject)

/**
 * TrancheAdoptionList:
 *
 * Orders that were made elsewhere, to be taken into the book one after another;
 * a GListModel of TrancheAdoption. Properties, read-only and notifying:
 *
 * - `n-done` (uint): how many have their end, whatever it is
 * - `running` (boolean)
 */
/* @text: a pasted column, see tranche_pasted_numbers_parse(). */
TrancheAdoptionList *tranche_adoption_list_new         (TrancheOperations    *operations,
                                                        TrancheConnection    *connection,
                                                        const char           *text);
/* Takes the first that wait, and one more whenever one is done. Once only. */
void                 tranche_adoption_list_start       (TrancheAdoptionList  *self);
/* What is asked for is given up, what waits is not begun; what was added stays. */
void                 tranche_adoption_list_stop        (TrancheAdoptionList  *self);
gboolean             tranche_adoption_list_get_running (TrancheAdoptionList  *self);
guint                tranche_adoption_list_get_n_done  (TrancheAdoptionList  *self);
/* How many have ended in @state. */
guint                tranche_adoption_list_count       (TrancheAdoptionList  *self,
                                                        TrancheAdoptionState  state);

G_END_DECLS
