/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/payout-words.h"

#include <glib/gi18n.h>

#include "ui/format.h"

char *
tranche_payout_title (TranchePayout *payout)
{
  g_autofree char *sum = tranche_format_money (tranche_payout_get_amount (payout));

  switch (tranche_payout_get_state (payout)) {
  case TRANCHE_PAYOUT_DUE:
    if (*sum == '\0')
      return g_strdup (_("The bank pays the shop"));
    /* Translators: %s is a sum such as "98 000,00 ₽" */
    return g_strdup_printf (_("The bank pays %s"), sum);
  case TRANCHE_PAYOUT_PAID:
    if (*sum == '\0')
      return g_strdup (_("The bank has paid the shop"));
    /* Translators: %s is a sum such as "98 000,00 ₽" */
    return g_strdup_printf (_("The bank has paid %s"), sum);
  case TRANCHE_PAYOUT_NOT_COMMITTED:
  default:
    return g_strdup (_("Nothing is paid yet"));
  }
}

const char *
tranche_payout_advice (TranchePayoutState state)
{
  switch (state) {
  case TRANCHE_PAYOUT_DUE:
    return _("The order is committed. The transfer comes in the bank’s usual time.");
  case TRANCHE_PAYOUT_PAID:
    return _("The money is on its way to the shop’s account, or already there.");
  case TRANCHE_PAYOUT_NOT_COMMITTED:
  default:
    return _("The order is not committed. Commit it when the goods are handed over.");
  }
}

char *
tranche_payout_committed (TranchePayout *payout,
                          TrancheOrder  *order)
{
  GDateTime *since = tranche_order_get_committed_at (order);
  g_autofree char *time = NULL;

  if (tranche_payout_get_state (payout) == TRANCHE_PAYOUT_NOT_COMMITTED)
    return g_strdup (_("No"));

  if (since == NULL)
    return g_strdup (_("Yes"));

  time = tranche_format_date_time (since);
  /* Translators: committed since when; %s is "3 December 2025, 14:05" */
  return g_strdup_printf (_("Yes, since %s"), time);
}

const char *
tranche_payout_word (TranchePayoutWord word)
{
  switch (word) {
  case TRANCHE_PAYOUT_YES:
    return _("Yes");
  case TRANCHE_PAYOUT_NO:
    return _("No");
  case TRANCHE_PAYOUT_UNSAID:
  default:
    return "";
  }
}
