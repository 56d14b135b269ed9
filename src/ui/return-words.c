/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/return-words.h"

#include <glib/gi18n.h>

#include "ui/format.h"

static char *
describe (GDateTime  *time,
          gboolean    to_card,
          const char *state)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (time != NULL) {
    g_autofree char *when = tranche_format_date_time (time);

    g_string_append_printf (text, "%s · ", when);
  }
  g_string_append (text, to_card ? _("to the card") : _("in cash"));
  if (state != NULL)
    g_string_append_printf (text, " · %s", state);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
tranche_return_describe (const TrancheGoodsReturn *goods)
{
  g_return_val_if_fail (goods != NULL, NULL);

  return describe (goods->time, goods->to_card, NULL);
}

char *
tranche_return_describe_entry (const TrancheReturnEntry *entry)
{
  GDateTime *time;

  g_return_val_if_fail (entry != NULL, NULL);

  time = entry->goods->time != NULL ? entry->goods->time : entry->begun_at;
  if (entry->outcome == TRANCHE_OUTCOME_REFUSED)
    return describe (time, entry->goods->to_card, _("not carried out"));
  if (tranche_return_entry_is_open (entry))
    return describe (time, entry->goods->to_card, _("not known yet"));

  return describe (time, entry->goods->to_card, NULL);
}

char *
tranche_return_done_title (const TrancheMoney *amount)
{
  g_autofree char *sum = tranche_format_money (amount);

  /* Translators: %s is a sum such as "1 500,00 ₴" */
  return g_strdup_printf (_("%s returned"), sum);
}

char *
tranche_return_done_text (gboolean to_card)
{
  return g_strdup (to_card
                     ? _("The bank has confirmed it and pays the customer’s card.")
                     : _("The bank has confirmed it. Give the money to the customer at the till."));
}

char *
tranche_return_unknown_text (const TrancheMoney *amount)
{
  g_autofree char *sum = tranche_format_money (amount);

  /* Translators: %s is a sum such as "1 500,00 ₴" */
  return g_strdup_printf (_("The answer to a return of %s was lost. It may have happened. "
                            "Sending it again with the same number cannot return the money "
                            "twice."), sum);
}

const char *
tranche_return_disown_text (gboolean lists_returns)
{
  return lists_returns
    ? _("The bank was asked and does not show this return.")
    : _("The bank was asked. It does not list returns, so that only the bank’s staff can tell "
        "whether this one was carried out. Ask them before you mark it.");
}

char *
tranche_return_disown_question (const TrancheMoney *amount)
{
  g_autofree char *sum = tranche_format_money (amount);

  /* Translators: %s is a sum such as "1 500,00 ₴" */
  return g_strdup_printf (_("The return of %s then counts as not carried out, and the order can "
                            "have another one. The bank is asked once more before. The history "
                            "tells who marked it."), sum);
}

char *
tranche_return_card_text (TranchePayoutWord to_card)
{
  switch (to_card) {
  case TRANCHE_PAYOUT_NO:
    return g_strdup (_("The bank says that it cannot pay this return to the card."));
  case TRANCHE_PAYOUT_UNSAID:
    return g_strdup (_("The bank did not say whether it can pay this return to the card."));
  case TRANCHE_PAYOUT_YES:
  default:
    return g_strdup ("");
  }
}

char *
tranche_return_parse_sum (const char         *text,
                          const TrancheMoney *left,
                          TrancheMoney       *out)
{
  TrancheMoney sum;

  g_return_val_if_fail (text != NULL && left != NULL && out != NULL, NULL);

  if (!tranche_money_parse (text, left->currency, &sum, NULL) || sum.minor <= 0)
    return g_strdup (_("Enter a sum such as 499.99"));

  if (sum.minor > left->minor) {
    g_autofree char *most = tranche_format_money (left);

    /* Translators: %s is a sum such as "1 500,00 ₴" */
    return g_strdup_printf (_("No more than %s is left to return"), most);
  }

  *out = sum;

  return NULL;
}
