/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheListState:
 *
 * What stands where the list of orders is.
 */
typedef enum {
  TRANCHE_LIST_STATE_LIST,
  TRANCHE_LIST_STATE_LOADING,
  TRANCHE_LIST_STATE_EMPTY,
  TRANCHE_LIST_STATE_NO_RESULTS,
  TRANCHE_LIST_STATE_FAILED,
} TrancheListState;

/* Rows that are there stay on the screen while the book is asked again. */
TrancheListState  tranche_list_state         (guint             n_rows,
                                              gboolean          loading,
                                              gboolean          searching,
                                              gboolean          failed);
/* The name of its page in the stack. */
const char       *tranche_list_state_to_name (TrancheListState  state);

G_END_DECLS
