/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-words.h"

#include <glib/gi18n.h>

#include "core/bank-error.h"
#include "core/deadline.h"
#include "ui/format.h"
#include "ui/stage-words.h"

const char *
tranche_operation_progress (TrancheOperation operation)
{
  switch (operation) {
  case TRANCHE_OPERATION_CREATE:
    return _("Creating the order…");
  case TRANCHE_OPERATION_COMMIT:
    return _("Committing…");
  case TRANCHE_OPERATION_CANCEL:
    return _("Canceling…");
  case TRANCHE_OPERATION_RETURN:
    return _("Returning…");
  case TRANCHE_OPERATION_NONE:
  default:
    return "";
  }
}

static char *
cooling_what_now (TrancheOrder *order,
                  GDateTime    *now)
{
  GDateTime *until = tranche_order_get_cooling_until (order);
  g_autofree char *time = NULL;

  if (until == NULL)
    return g_strdup (_("Signed, but the customer may still think it over. "
                       "Do not hand over the goods yet."));

  time = tranche_format_time_exact (until, now);
  if (g_date_time_compare (until, now) <= 0)
    /* Translators: %s is a time such as "16:40" or "tomorrow 16:40" */
    return g_strdup_printf (_("The cooling-off period ended (%s). "
                              "Refresh before handing over the goods."), time);

  if (tranche_order_get_commit_planned (order))
    /* Translators: %s is a time such as "16:40" or "tomorrow 16:40" */
    return g_strdup_printf (_("Cooling off until %s: then the bank is asked, and the order "
                              "committed. Do not hand over the goods yet."), time);

  /* Translators: %s is a time such as "16:40" or "tomorrow 16:40" */
  return g_strdup_printf (_("Cooling off until %s: the customer may still think it over. "
                            "Do not hand over the goods yet."), time);
}

static char *
ready_what_now (TrancheOrder *order,
                GDateTime    *now)
{
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);
  g_autofree char *date = NULL;
  TrancheDeadlineLevel level;

  if (deadline == NULL)
    return g_strdup (_("Signed. Hand over the goods and commit."));

  level = tranche_deadline_get_level (g_date_time_to_unix_usec (deadline),
                                      g_date_time_to_unix_usec (now));
  /* Of the last day the hour counts. */
  date = level == TRANCHE_DEADLINE_DAY || level == TRANCHE_DEADLINE_HOURS
    ? tranche_format_time_exact (deadline, now)
    : tranche_format_date (deadline);
  if (level == TRANCHE_DEADLINE_PASSED)
    /* Translators: %s is such as "3 December 2025", or "tomorrow 16:40" */
    return g_strdup_printf (_("Signed, but it had to be committed before %s. "
                              "Commit now, and call the bank if it refuses."), date);

  /* Translators: %s is such as "3 December 2025", or "tomorrow 16:40" */
  return g_strdup_printf (_("Signed. Hand over the goods and commit before %s."), date);
}

static char *
committed_what_now (TrancheOrder *order,
                    GDateTime    *now)
{
  const TrancheMoney *payout = tranche_order_get_transfer_amount (order);
  GDateTime *due = tranche_order_get_payout_due (order);
  g_autofree char *sum = NULL;
  g_autofree char *date = NULL;

  if (tranche_order_get_paid_at (order) != NULL)
    return g_strdup (_("Committed, and paid out to the shop."));

  if (tranche_order_is_payout_overdue (order, now)) {
    date = tranche_format_date (due);
    /* Translators: %s is such as "3 December 2025" */
    return g_strdup_printf (_("Committed. The payout was expected by %s: ask the bank, "
                              "or mark it as paid out when the money is there."), date);
  }

  if (!tranche_money_is_set (payout))
    return g_strdup (_("Committed. The bank pays the shop."));

  sum = tranche_format_money (payout);
  /* Translators: %s is a sum such as "100 000,00 ₽" */
  return g_strdup_printf (_("Committed. The bank pays the shop %s."), sum);
}

static char *
failed_what_now (TrancheOrder *order,
                 const char   *without_reason)
{
  TrancheReason reason = tranche_order_get_reason (order);
  const char *label = tranche_reason_label (reason);
  const char *advice = tranche_reason_advice (reason);

  if (*label == '\0')
    return g_strdup (without_reason);

  /* Translators: first why the order failed, then what helps, a whole sentence */
  return g_strdup_printf (_("%1$s. %2$s"), label, advice);
}

static char *
unsettled_what_now (TrancheOperation operation)
{
  switch (operation) {
  case TRANCHE_OPERATION_CREATE:
    return g_strdup (_("The order is being made at the bank. Wait for its answer: "
                       "do not make it a second time."));
  case TRANCHE_OPERATION_COMMIT:
    return g_strdup (_("A commit is under way. Wait until the bank has said how it ended."));
  case TRANCHE_OPERATION_CANCEL:
    return g_strdup (_("A cancellation is under way. "
                       "Wait until the bank has said how it ended."));
  case TRANCHE_OPERATION_RETURN:
    return g_strdup (_("A return is under way. Wait until the bank has said how it ended."));
  case TRANCHE_OPERATION_NONE:
  default:
    g_return_val_if_reached (g_strdup (""));
  }
}

static char *
lost_what_now (TrancheOperation operation)
{
  switch (operation) {
  case TRANCHE_OPERATION_CREATE:
    return g_strdup (_("The answer was lost, and it is not known whether the bank has the order. "
                       "The bank is being asked: do not make it a second time."));
  case TRANCHE_OPERATION_COMMIT:
    return g_strdup (_("The answer to the commit was lost. "
                       "The bank is being asked how it ended: nothing has to be repeated."));
  case TRANCHE_OPERATION_CANCEL:
    return g_strdup (_("The answer to the cancellation was lost. The bank is being asked "
                       "how it ended: do not hand over the goods meanwhile."));
  case TRANCHE_OPERATION_RETURN:
    return g_strdup (_("The answer to the return was lost. "
                       "Open the return to see what the bank says and to send it again."));
  default:
    g_return_val_if_reached (g_strdup (""));
  }
}

TrancheReach
tranche_reach_get (TrancheConnection *connection,
                   gboolean           online)
{
  if (connection == NULL)
    return TRANCHE_REACH_REMOVED;

  switch (tranche_connection_get_state (connection)) {
  case TRANCHE_CONNECTION_NO_SECRET:
  case TRANCHE_CONNECTION_KEYRING_LOCKED:
  case TRANCHE_CONNECTION_NO_KEYRING:
  case TRANCHE_CONNECTION_REFUSED:
    return TRANCHE_REACH_STOPPED;
  case TRANCHE_CONNECTION_OPENING:
  case TRANCHE_CONNECTION_READY:
  default:
    return online ? TRANCHE_REACH_BANK : TRANCHE_REACH_OFFLINE;
  }
}

/* A signature that cannot be made sure of is no leave to hand over anything. */
static char *
ready_unsure_what_now (TrancheReach reach)
{
  switch (reach) {
  case TRANCHE_REACH_OFFLINE:
    return g_strdup (_("Signed when the bank last answered, but there is no network now. "
                       "Do not hand over the goods before the bank has answered again."));
  case TRANCHE_REACH_STOPPED:
    return g_strdup (_("Signed when the bank last answered, but the account stands still. "
                       "Mend the account before handing over the goods."));
  case TRANCHE_REACH_REMOVED:
    return g_strdup (_("Signed when the bank last answered, but the account was removed. "
                       "Add it again before handing over the goods."));
  case TRANCHE_REACH_BANK:
  default:
    g_return_val_if_reached (g_strdup (""));
  }
}

static const char *
doubt (TrancheReach reach)
{
  switch (reach) {
  case TRANCHE_REACH_OFFLINE:
    return _("There is no network: this may be out of date.");
  case TRANCHE_REACH_STOPPED:
    return _("The account stands still: this may be out of date.");
  case TRANCHE_REACH_REMOVED:
    return _("The account was removed: this may be out of date.");
  case TRANCHE_REACH_BANK:
  default:
    return NULL;
  }
}

static char *
stage_what_now (TrancheOrder *order,
                GDateTime    *now)
{
  switch (tranche_order_get_stage (order)) {
  case TRANCHE_STAGE_DRAFT:
    return g_strdup (_("Not sent to the bank yet."));
  case TRANCHE_STAGE_SENDING:
    return unsettled_what_now (TRANCHE_OPERATION_CREATE);
  case TRANCHE_STAGE_WAITING:
    if (tranche_order_get_link (order) == NULL)
      return g_strdup (_("The customer has to confirm in the banking app. "
                         "Do not hand over the goods."));
    return g_strdup (_("Give the customer the link. "
                       "Nothing is signed yet: do not hand over the goods."));
  case TRANCHE_STAGE_APPROVED:
    return g_strdup (_("The bank agrees, but the customer has not signed yet: "
                       "do not hand over the goods."));
  case TRANCHE_STAGE_COOLING:
    return cooling_what_now (order, now);
  case TRANCHE_STAGE_READY:
    return ready_what_now (order, now);
  case TRANCHE_STAGE_COMMITTED:
    return committed_what_now (order, now);
  case TRANCHE_STAGE_CLOSED:
    return g_strdup (_("Paid off. Nothing is left to do."));
  case TRANCHE_STAGE_RETURNED:
    return g_strdup (_("The goods were returned. Nothing is left to do."));
  case TRANCHE_STAGE_CANCELED:
    return failed_what_now (order, _("The order is canceled. Do not hand over the goods."));
  case TRANCHE_STAGE_REJECTED:
    return failed_what_now (order, _("The bank refused. Offer another way to pay."));
  case TRANCHE_STAGE_UNKNOWN:
  default:
    return g_strdup (_("The bank says something that this program does not know. "
                       "Refresh, or ask the bank, before handing over the goods."));
  }
}

char *
tranche_order_what_now (TrancheOrder     *order,
                        TrancheOperation  current,
                        TrancheReach      reach,
                        GDateTime        *now)
{
  TrancheStage stage = tranche_order_get_stage (order);
  g_autofree char *sentence = NULL;

  if (current != TRANCHE_OPERATION_NONE)
    return tranche_order_get_last_error_code (order) == TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME
             ? lost_what_now (current) : unsettled_what_now (current);

  if (stage == TRANCHE_STAGE_READY && reach != TRANCHE_REACH_BANK)
    return ready_unsure_what_now (reach);

  sentence = stage_what_now (order, now);
  if (!tranche_stage_is_open (stage) || reach == TRANCHE_REACH_BANK)
    return g_steal_pointer (&sentence);

  /* Translators: two whole sentences, the first of the order, the second why it
   * may not be true any more */
  return g_strdup_printf (C_("sentences", "%1$s %2$s"), sentence, doubt (reach));
}
