/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/handover-words.h"

#include <glib/gi18n.h>

#include "ui/format.h"
#include "ui/stage-words.h"

TrancheHandover
tranche_order_handover (TrancheOrder     *order,
                        TrancheOperation  current,
                        TrancheReach      reach)
{
  switch (tranche_order_get_stage (order)) {
  case TRANCHE_STAGE_READY:
    /* A commit says that the goods were handed over; anything else that is under
     * way may end the sale. */
    if (current != TRANCHE_OPERATION_NONE && current != TRANCHE_OPERATION_COMMIT)
      return TRANCHE_HANDOVER_NOT_YET;
    return reach == TRANCHE_REACH_BANK ? TRANCHE_HANDOVER_YES : TRANCHE_HANDOVER_NOT_YET;
  case TRANCHE_STAGE_COMMITTED:
  case TRANCHE_STAGE_CLOSED:
    return TRANCHE_HANDOVER_YES;
  case TRANCHE_STAGE_RETURNED:
  case TRANCHE_STAGE_CANCELED:
  case TRANCHE_STAGE_REJECTED:
    return TRANCHE_HANDOVER_NO;
  case TRANCHE_STAGE_DRAFT:
  case TRANCHE_STAGE_SENDING:
  case TRANCHE_STAGE_WAITING:
  case TRANCHE_STAGE_APPROVED:
  case TRANCHE_STAGE_COOLING:
  case TRANCHE_STAGE_UNKNOWN:
  default:
    return TRANCHE_HANDOVER_NOT_YET;
  }
}

static char *
cooling_reason (TrancheOrder *order,
                GDateTime    *now)
{
  GDateTime *until = tranche_order_get_cooling_until (order);
  g_autofree char *time = NULL;

  if (until == NULL)
    return g_strdup (_("Signed, but cooling off"));
  if (g_date_time_compare (until, now) <= 0)
    return g_strdup (_("Cooling off is over: the bank is asked"));

  time = tranche_format_time_exact (until, now);
  /* Translators: %s is a time such as "16:40" or "tomorrow 16:40" */
  return g_strdup_printf (_("Signed, but cooling off until %s"), time);
}

static char *
ready_reason (TrancheOperation current,
              TrancheReach     reach)
{
  if (current != TRANCHE_OPERATION_NONE)
    return g_strdup (tranche_operation_progress (current));

  switch (reach) {
  case TRANCHE_REACH_OFFLINE:
    return g_strdup (_("There is no network: the signature cannot be made sure of"));
  case TRANCHE_REACH_STOPPED:
  case TRANCHE_REACH_REMOVED:
    return g_strdup (_("The account stands still: the signature cannot be made sure of"));
  case TRANCHE_REACH_BANK:
  default:
    return g_strdup (_("Signed"));
  }
}

char *
tranche_order_handover_reason (TrancheOrder     *order,
                               TrancheOperation  current,
                               TrancheReach      reach,
                               GDateTime        *now)
{
  TrancheStage stage = tranche_order_get_stage (order);

  switch (stage) {
  case TRANCHE_STAGE_WAITING:
    return g_strdup (_("Not signed yet"));
  case TRANCHE_STAGE_APPROVED:
    return g_strdup (_("Approved, but not signed yet"));
  case TRANCHE_STAGE_COOLING:
    return cooling_reason (order, now);
  case TRANCHE_STAGE_READY:
    return ready_reason (current, reach);
  case TRANCHE_STAGE_REJECTED:
    return g_strdup (_("The bank refused"));
  case TRANCHE_STAGE_DRAFT:
  case TRANCHE_STAGE_SENDING:
  case TRANCHE_STAGE_COMMITTED:
  case TRANCHE_STAGE_CLOSED:
  case TRANCHE_STAGE_RETURNED:
  case TRANCHE_STAGE_CANCELED:
  case TRANCHE_STAGE_UNKNOWN:
  default:
    return g_strdup (tranche_stage_label (stage));
  }
}

const char *
tranche_handover_label (TrancheHandover handover)
{
  switch (handover) {
  case TRANCHE_HANDOVER_YES:
    return _("Hand over the goods");
  case TRANCHE_HANDOVER_NOT_YET:
    return _("Do not hand over yet");
  case TRANCHE_HANDOVER_NO:
  default:
    return _("Do not hand over");
  }
}

const char *
tranche_handover_icon_name (TrancheHandover handover)
{
  switch (handover) {
  case TRANCHE_HANDOVER_YES:
    return "tranche-handover-yes-symbolic";
  case TRANCHE_HANDOVER_NOT_YET:
    return "tranche-handover-wait-symbolic";
  case TRANCHE_HANDOVER_NO:
  default:
    return "tranche-handover-no-symbolic";
  }
}

const char *
tranche_handover_css_class (TrancheHandover handover)
{
  switch (handover) {
  case TRANCHE_HANDOVER_YES:
    return "yes";
  case TRANCHE_HANDOVER_NOT_YET:
    return "not-yet";
  case TRANCHE_HANDOVER_NO:
  default:
    return "no";
  }
}
