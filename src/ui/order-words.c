/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-words.h"

#include <glib/gi18n.h>

#include "ui/format.h"

static const struct {
  const char *label;
  const char *icon_name;
  const char *css_class;
} stage_words[TRANCHE_N_STAGES] = {
  [TRANCHE_STAGE_DRAFT] = { N_("Draft"), "tranche-stage-draft-symbolic", "dimmed" },
  [TRANCHE_STAGE_SENDING] = { N_("Sending"), "tranche-stage-sending-symbolic", "warning" },
  [TRANCHE_STAGE_WAITING] = { N_("Waiting for customer"), "tranche-stage-waiting-symbolic", "accent" },
  [TRANCHE_STAGE_APPROVED] = { N_("Approved"), "tranche-stage-approved-symbolic", "accent" },
  [TRANCHE_STAGE_COOLING] = { N_("Cooling off"), "tranche-stage-cooling-symbolic", "warning" },
  [TRANCHE_STAGE_READY] = { N_("Ready to commit"), "tranche-stage-ready-symbolic", "success" },
  [TRANCHE_STAGE_COMMITTED] = { N_("Committed"), "tranche-stage-committed-symbolic", "success" },
  [TRANCHE_STAGE_CLOSED] = { N_("Closed"), "tranche-stage-closed-symbolic", "dimmed" },
  [TRANCHE_STAGE_RETURNED] = { N_("Returned"), "tranche-stage-returned-symbolic", "dimmed" },
  [TRANCHE_STAGE_CANCELED] = { N_("Canceled"), "tranche-stage-canceled-symbolic", "dimmed" },
  [TRANCHE_STAGE_REJECTED] = { N_("Rejected"), "tranche-stage-rejected-symbolic", "error" },
  [TRANCHE_STAGE_UNKNOWN] = { N_("Unknown"), "tranche-stage-unknown-symbolic", "error" },
};

/* A number that is not a stage was written by a newer program: unknown. */
static TrancheStage
known_stage (TrancheStage stage)
{
  return (guint) stage < TRANCHE_N_STAGES ? stage : TRANCHE_STAGE_UNKNOWN;
}

const char *
tranche_stage_label (TrancheStage stage)
{
  return _(stage_words[known_stage (stage)].label);
}

const char *
tranche_stage_icon_name (TrancheStage stage)
{
  return stage_words[known_stage (stage)].icon_name;
}

const char *
tranche_stage_css_class (TrancheStage stage)
{
  return stage_words[known_stage (stage)].css_class;
}

const char *
tranche_reason_label (TrancheReason reason)
{
  switch (reason)
    {
    case TRANCHE_REASON_CUSTOMER:
      return _("The customer canceled");
    case TRANCHE_REASON_STORE:
      return _("Canceled by the shop");
    case TRANCHE_REASON_EXPIRED:
      return _("Nobody acted in time");
    case TRANCHE_REASON_ALL_BANKS:
      return _("Every bank refused");
    case TRANCHE_REASON_CUSTOMER_NOT_FOUND:
      return _("The bank does not know the customer");
    case TRANCHE_REASON_LIMIT:
      return _("The sum is over the customer’s limit");
    case TRANCHE_REASON_OTHER_ORDER:
      return _("The customer has another open order");
    case TRANCHE_REASON_FIRST_PAYMENT:
      return _("Not enough money for the first payment");
    case TRANCHE_REASON_NOT_ACCEPTABLE:
      return _("The bank does not let the customer pay in installments");
    case TRANCHE_REASON_RISK:
      return _("Refused by the bank’s risk rules");
    case TRANCHE_REASON_FRAUD:
      return _("The bank suspects fraud");
    case TRANCHE_REASON_APP_VERSION:
      return _("The customer’s banking app is too old");
    case TRANCHE_REASON_ACCOUNT_CLOSED:
      return _("The customer’s account is closed");
    case TRANCHE_REASON_FAILURE:
      return _("A failure at the bank");
    case TRANCHE_REASON_NONE:
    default:
      return "";
    }
}

const char *
tranche_reason_advice (TrancheReason reason)
{
  switch (reason)
    {
    case TRANCHE_REASON_CUSTOMER:
    case TRANCHE_REASON_STORE:
      return _("If the customer still wants to buy, make a new order.");
    case TRANCHE_REASON_EXPIRED:
      return _("Call the customer and make a new order.");
    case TRANCHE_REASON_ALL_BANKS:
      return _("Offer another way to pay, or a smaller sum.");
    case TRANCHE_REASON_CUSTOMER_NOT_FOUND:
      return _("Check the phone number and make a new order.");
    case TRANCHE_REASON_LIMIT:
      return _("Lower the sum and make a new order.");
    case TRANCHE_REASON_OTHER_ORDER:
      return _("Wait 15 minutes or have the customer cancel the other order, then make a new one.");
    case TRANCHE_REASON_FIRST_PAYMENT:
      return _("Have the customer top up the card, then make a new order.");
    case TRANCHE_REASON_NOT_ACCEPTABLE:
    case TRANCHE_REASON_RISK:
    case TRANCHE_REASON_FRAUD:
    case TRANCHE_REASON_ACCOUNT_CLOSED:
      return _("Only the bank can say more: have the customer ask its support.");
    case TRANCHE_REASON_APP_VERSION:
      return _("Have the customer update the app, then make a new order.");
    case TRANCHE_REASON_FAILURE:
      return _("Make a new order in five minutes.");
    case TRANCHE_REASON_NONE:
    default:
      return "";
    }
}

const char *
tranche_operation_progress (TrancheOperation operation)
{
  switch (operation)
    {
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

  if (deadline == NULL)
    return g_strdup (_("Signed. Hand over the goods and commit."));

  date = tranche_format_date (deadline);
  if (g_date_time_compare (deadline, now) <= 0)
    /* Translators: %s is a date such as "3 December 2025" */
    return g_strdup_printf (_("Signed, but it had to be committed before %s. "
                              "Commit now, and call the bank if it refuses."), date);

  /* Translators: %s is a date such as "3 December 2025" */
  return g_strdup_printf (_("Signed. Hand over the goods and commit before %s."), date);
}

static char *
committed_what_now (TrancheOrder *order)
{
  const TrancheMoney *payout = tranche_order_get_transfer_amount (order);
  g_autofree char *sum = NULL;

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
  switch (operation)
    {
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

char *
tranche_order_what_now (TrancheOrder     *order,
                        TrancheOperation  current,
                        GDateTime        *now)
{
  if (current != TRANCHE_OPERATION_NONE)
    return unsettled_what_now (current);

  switch (known_stage (tranche_order_get_stage (order)))
    {
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
      return committed_what_now (order);
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

/* While one operation is open no other may begin. */
static char *
why_not_while (TrancheOperation current)
{
  switch (current)
    {
    case TRANCHE_OPERATION_CREATE:
      return g_strdup (_("The order is still being made"));
    case TRANCHE_OPERATION_COMMIT:
      return g_strdup (_("A commit is under way"));
    case TRANCHE_OPERATION_CANCEL:
      return g_strdup (_("A cancellation is under way"));
    case TRANCHE_OPERATION_RETURN:
      return g_strdup (_("A return is under way"));
    case TRANCHE_OPERATION_NONE:
    default:
      return NULL;
    }
}

static char *
why_not_while_cooling (TrancheOrder *order,
                       GDateTime    *now)
{
  GDateTime *until = tranche_order_get_cooling_until (order);
  g_autofree char *time = NULL;

  if (until == NULL)
    return g_strdup (_("Cooling off"));

  if (g_date_time_compare (until, now) <= 0)
    return g_strdup (_("Refresh first: the cooling-off period has ended"));

  time = tranche_format_time_exact (until, now);
  /* Translators: %s is a time such as "16:40" or "tomorrow 16:40" */
  return g_strdup_printf (_("Cooling off until %s"), time);
}

char *
tranche_why_not_commit (TrancheOrder     *order,
                        TrancheOperation  current,
                        GDateTime        *now)
{
  if (current != TRANCHE_OPERATION_NONE)
    return why_not_while (current);

  switch (known_stage (tranche_order_get_stage (order)))
    {
    case TRANCHE_STAGE_READY:
      return NULL;
    case TRANCHE_STAGE_DRAFT:
      return g_strdup (_("Not sent to the bank yet"));
    case TRANCHE_STAGE_SENDING:
      return why_not_while (TRANCHE_OPERATION_CREATE);
    case TRANCHE_STAGE_WAITING:
    case TRANCHE_STAGE_APPROVED:
      return g_strdup (_("The customer has not signed yet"));
    case TRANCHE_STAGE_COOLING:
      return why_not_while_cooling (order, now);
    case TRANCHE_STAGE_COMMITTED:
    case TRANCHE_STAGE_CLOSED:
      return g_strdup (_("Already committed"));
    case TRANCHE_STAGE_RETURNED:
      return g_strdup (_("The goods were returned"));
    case TRANCHE_STAGE_CANCELED:
      return g_strdup (_("The order is canceled"));
    case TRANCHE_STAGE_REJECTED:
      return g_strdup (_("The bank refused the order"));
    case TRANCHE_STAGE_UNKNOWN:
    default:
      return g_strdup (_("The state at the bank is not known"));
    }
}

char *
tranche_why_not_cancel (TrancheOrder        *order,
                        TrancheOperation     current,
                        TrancheCapabilities  capabilities,
                        gboolean             auto_commit)
{
  if (current != TRANCHE_OPERATION_NONE)
    return why_not_while (current);

  switch (known_stage (tranche_order_get_stage (order)))
    {
    case TRANCHE_STAGE_WAITING:
    case TRANCHE_STAGE_APPROVED:
      return NULL;
    case TRANCHE_STAGE_COOLING:
    case TRANCHE_STAGE_READY:
      if (auto_commit)
        return g_strdup (_("Signed orders commit by themselves: only a return is possible"));
      if ((capabilities & TRANCHE_CAPABILITY_CANCEL_SIGNED) == 0)
        return g_strdup (_("This bank does not cancel a signed order"));
      return NULL;
    case TRANCHE_STAGE_DRAFT:
      return g_strdup (_("Not sent to the bank yet"));
    case TRANCHE_STAGE_SENDING:
      return why_not_while (TRANCHE_OPERATION_CREATE);
    case TRANCHE_STAGE_COMMITTED:
    case TRANCHE_STAGE_CLOSED:
      return g_strdup (_("Already committed: only a return is possible"));
    case TRANCHE_STAGE_RETURNED:
      return g_strdup (_("The goods were returned"));
    case TRANCHE_STAGE_CANCELED:
      return g_strdup (_("Already canceled"));
    case TRANCHE_STAGE_REJECTED:
      return g_strdup (_("The bank refused the order"));
    case TRANCHE_STAGE_UNKNOWN:
    default:
      return g_strdup (_("The state at the bank is not known"));
    }
}

char *
tranche_why_not_check_payout (TrancheOrder     *order,
                              TrancheOperation  current)
{
  if (current != TRANCHE_OPERATION_NONE)
    return why_not_while (current);

  switch (known_stage (tranche_order_get_stage (order)))
    {
    case TRANCHE_STAGE_READY:
    case TRANCHE_STAGE_COMMITTED:
    case TRANCHE_STAGE_CLOSED:
    case TRANCHE_STAGE_RETURNED:
    case TRANCHE_STAGE_UNKNOWN:
      return NULL;
    case TRANCHE_STAGE_DRAFT:
      return g_strdup (_("Not sent to the bank yet"));
    case TRANCHE_STAGE_SENDING:
      return why_not_while (TRANCHE_OPERATION_CREATE);
    case TRANCHE_STAGE_WAITING:
    case TRANCHE_STAGE_APPROVED:
      return g_strdup (_("The customer has not signed yet"));
    case TRANCHE_STAGE_COOLING:
      return g_strdup (_("Not committed yet"));
    case TRANCHE_STAGE_CANCELED:
      return g_strdup (_("The order is canceled"));
    case TRANCHE_STAGE_REJECTED:
    default:
      return g_strdup (_("The bank refused the order"));
    }
}

char *
tranche_why_not_refresh (TrancheOrder *order)
{
  /* Asking is also what settles an operation, so it is never in its way. */
  if (tranche_order_get_stage (order) == TRANCHE_STAGE_DRAFT)
    return g_strdup (_("Not sent to the bank yet"));

  return NULL;
}

char *
tranche_why_not_show_link (TrancheOrder *order)
{
  if (tranche_order_get_link (order) != NULL)
    return NULL;

  if (tranche_order_get_stage (order) == TRANCHE_STAGE_DRAFT)
    return g_strdup (_("Not sent to the bank yet"));

  return g_strdup (_("This order has no link"));
}

const char *
tranche_why_no_bank (TrancheConnectionState state)
{
  switch (state)
    {
    case TRANCHE_CONNECTION_READY:
    case TRANCHE_CONNECTION_REFUSED:
      return NULL;
    case TRANCHE_CONNECTION_OPENING:
      return _("The account is still being opened");
    case TRANCHE_CONNECTION_NO_SECRET:
      return _("Enter the account’s password again");
    case TRANCHE_CONNECTION_KEYRING_LOCKED:
      return _("Unlock the keyring first");
    case TRANCHE_CONNECTION_NO_KEYRING:
    default:
      return _("There is no keyring with the account’s password");
    }
}
