/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/why-not.h"

#include <glib/gi18n.h>

#include "ui/format.h"

/* While one operation is open no other may begin. */
static char *
why_not_while (TrancheOperation current)
{
  switch (current) {
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

  switch (tranche_order_get_stage (order)) {
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

  switch (tranche_order_get_stage (order)) {
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

  switch (tranche_order_get_stage (order)) {
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

char *
tranche_why_not_return (TrancheOrder     *order,
                        TrancheOperation  current)
{
  /* A return whose answer was lost is sent again from the same dialog. */
  if (current != TRANCHE_OPERATION_NONE && current != TRANCHE_OPERATION_RETURN)
    return why_not_while (current);

  switch (tranche_order_get_stage (order)) {
  case TRANCHE_STAGE_COMMITTED:
  case TRANCHE_STAGE_CLOSED:
    return NULL;
  case TRANCHE_STAGE_DRAFT:
    return g_strdup (_("Not sent to the bank yet"));
  case TRANCHE_STAGE_SENDING:
    return why_not_while (TRANCHE_OPERATION_CREATE);
  case TRANCHE_STAGE_RETURNED:
    return g_strdup (_("Everything was returned"));
  case TRANCHE_STAGE_CANCELED:
    return g_strdup (_("The order is canceled"));
  case TRANCHE_STAGE_REJECTED:
    return g_strdup (_("The bank refused the order"));
  case TRANCHE_STAGE_UNKNOWN:
    return g_strdup (_("The state at the bank is not known"));
  case TRANCHE_STAGE_WAITING:
  case TRANCHE_STAGE_APPROVED:
  case TRANCHE_STAGE_COOLING:
  case TRANCHE_STAGE_READY:
  default:
    return g_strdup (_("Not committed yet"));
  }
}

char *
tranche_why_not_contract (TrancheOrder *order)
{
  switch (tranche_order_get_stage (order)) {
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
  case TRANCHE_STAGE_CANCELED:
    return g_strdup (_("The order is canceled"));
  case TRANCHE_STAGE_REJECTED:
    return g_strdup (_("The bank refused the order"));
  case TRANCHE_STAGE_WAITING:
  case TRANCHE_STAGE_APPROVED:
    return g_strdup (_("The customer has not signed yet"));
  case TRANCHE_STAGE_COOLING:
  default:
    return g_strdup (_("Not ready to commit yet"));
  }
}

char *
tranche_why_not_change_draft (TrancheOrder     *order,
                              TrancheOperation  current)
{
  if (current != TRANCHE_OPERATION_NONE)
    return why_not_while (current);

  if (tranche_order_get_stage (order) != TRANCHE_STAGE_DRAFT)
    return g_strdup (_("The order was sent to the bank"));

  return NULL;
}

const char *
tranche_why_no_bank (TrancheConnectionState state)
{
  switch (state) {
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
