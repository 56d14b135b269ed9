/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/history-entry.h"
#include "core/order.h"
#include "ui/operation-words.h"

G_BEGIN_DECLS

/**
 * TrancheOperationState:
 * @TRANCHE_OPERATION_STATE_ASKING: it may begin, or begin again after a failure
 * @TRANCHE_OPERATION_STATE_RUNNING: it was begun
 * @TRANCHE_OPERATION_STATE_UNKNOWN: the answer was lost, and the bank is being asked
 * @TRANCHE_OPERATION_STATE_DONE: the bank has confirmed it
 *
 * How far the dialog of an operation is.
 */
typedef enum {
  TRANCHE_OPERATION_STATE_ASKING,
  TRANCHE_OPERATION_STATE_RUNNING,
  TRANCHE_OPERATION_STATE_UNKNOWN,
  TRANCHE_OPERATION_STATE_DONE,
} TrancheOperationState;

#define TRANCHE_TYPE_OPERATION_VIEW (tranche_operation_view_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOperationView, tranche_operation_view, TRANCHE, OPERATION_VIEW, AdwBin)

/**
 * TrancheOperationView:
 *
 * What the dialog of an operation shows: what will happen, what has to be ticked
 * before, how it goes and how it ended. Signals `run ()`, `close ()` and
 * `confirmed ()`, when the tick was changed.
 *
 * Enter in the tick does nothing, so that a hasty second Enter never commits; the
 * button that begins is never the default one, and for a moment after the end
 * there is no default at all.
 */
/* @asks: whether @words' confirmation has to be ticked. */
void       tranche_operation_view_set_words        (TrancheOperationView        *self,
                                                    const TrancheOperationWords *words,
                                                    gboolean                     asks);
/* @why_not: (nullable): why it may not begin. */
void       tranche_operation_view_show             (TrancheOperationView        *self,
                                                    TrancheOrder                *order,
                                                    TrancheOperationState        state,
                                                    const char                  *why_not);
/* @error: (nullable): what went wrong last. */
void       tranche_operation_view_show_error       (TrancheOperationView        *self,
                                                    const GError                *error,
                                                    TrancheOperation             operation);
/* Whether to say that it did not happen, after all. */
void       tranche_operation_view_show_not_done    (TrancheOperationView        *self,
                                                    gboolean                     not_done);
/* Everything that has to be ticked is. */
gboolean   tranche_operation_view_is_confirmed     (TrancheOperationView        *self);
/* The tick, or else the button that leaves. */
GtkWidget *tranche_operation_view_get_first_focus  (TrancheOperationView        *self);
GtkWidget *tranche_operation_view_get_close_button (TrancheOperationView        *self);

G_END_DECLS
