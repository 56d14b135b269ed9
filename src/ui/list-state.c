/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-state.h"

TrancheListState
tranche_list_state (guint    n_rows,
                    gboolean loading,
                    gboolean searching,
                    gboolean failed)
{
  if (failed && !loading)
    return TRANCHE_LIST_STATE_FAILED;
  if (n_rows > 0)
    return TRANCHE_LIST_STATE_LIST;
  if (loading)
    return TRANCHE_LIST_STATE_LOADING;

  return searching ? TRANCHE_LIST_STATE_NO_RESULTS : TRANCHE_LIST_STATE_EMPTY;
}

const char *
tranche_list_state_to_name (TrancheListState state)
{
  switch (state) {
  case TRANCHE_LIST_STATE_LIST:
    return "list";
  case TRANCHE_LIST_STATE_LOADING:
    return "loading";
  case TRANCHE_LIST_STATE_EMPTY:
    return "empty";
  case TRANCHE_LIST_STATE_NO_RESULTS:
    return "no-results";
  case TRANCHE_LIST_STATE_FAILED:
    return "failed";
  default:
    g_return_val_if_reached ("empty");
  }
}
