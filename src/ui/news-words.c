/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/news-words.h"

#include <glib/gi18n.h>

#include "core/history-entry.h"
#include "ui/error-words.h"
#include "ui/format.h"
#include "ui/order-words.h"

static char *
deadline_title (TrancheOrder *order,
                GDateTime    *now)
{
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);
  g_autofree char *left = deadline != NULL ? tranche_format_remaining (deadline, now)
                                           : g_strdup ("");

  /* Translators: of a notification: the number of an order, then such as "3 hours left". */
  return g_strdup_printf (_("Order %1$s: %2$s"), tranche_order_get_number (order), left);
}

char *
tranche_news_title (TrancheNews   news,
                    TrancheOrder *order,
                    GDateTime    *now)
{
  const char *number = tranche_order_get_number (order);

  switch (news) {
  case TRANCHE_NEWS_SIGNED:
    return g_strdup_printf (_("Order %s is signed"), number);
  case TRANCHE_NEWS_REFUSED:
    return tranche_order_get_stage (order) == TRANCHE_STAGE_REJECTED
      ? g_strdup_printf (_("The bank refused order %s"), number)
      : g_strdup_printf (_("Order %s is canceled"), number);
  case TRANCHE_NEWS_COOLED:
    return g_strdup_printf (_("Order %s can be committed"), number);
  case TRANCHE_NEWS_DEADLINE:
    return deadline_title (order, now);
  case TRANCHE_NEWS_COMMITTED:
    return g_strdup_printf (_("Order %s is committed"), number);
  case TRANCHE_NEWS_NOT_COMMITTED:
    return g_strdup_printf (_("Order %s is not committed"), number);
  case TRANCHE_NEWS_UNPAID:
    return g_strdup_printf (_("The payout of order %s is overdue"), number);
  case TRANCHE_NEWS_NONE:
  default:
    g_return_val_if_reached (NULL);
  }
}

static char *
deadline_body (TrancheOrder *order,
               GDateTime    *now)
{
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);
  g_autofree char *time = NULL;

  if (deadline == NULL)
    return g_strdup ("");

  time = tranche_format_time_exact (deadline, now);

  return tranche_order_get_stage (order) == TRANCHE_STAGE_READY
    /* Translators: %s is a time such as "tomorrow 16:40" */
    ? g_strdup_printf (_("It has to be committed before %s."), time)
    /* Translators: %s is a time such as "tomorrow 16:40" */
    : g_strdup_printf (_("The customer has to sign before %s."), time);
}

/* It was heard of a moment ago, so its bank is there. */
static char *
what_now (TrancheOrder *order,
          GDateTime    *now)
{
  return tranche_order_what_now (order, TRANCHE_OPERATION_NONE, TRANCHE_REACH_BANK, now);
}

/* Why a planned commit did not happen, and what is to be done. */
static char *
not_committed_body (TrancheOrder *order,
                    GDateTime    *now)
{
  g_autofree char *todo = what_now (order, now);
  int code = tranche_order_get_last_error_code (order);
  g_autoptr (TrancheErrorWords) words = NULL;

  if (code == 0)
    return g_steal_pointer (&todo);

  words = tranche_error_words_new_for_code (code, NULL, TRANCHE_OPERATION_COMMIT);

  return g_strdup_printf ("%s. %s", words->title, todo);
}

char *
tranche_news_body (TrancheNews   news,
                   TrancheOrder *order,
                   GDateTime    *now,
                   gboolean      with_customer)
{
  g_autofree char *sum = tranche_format_money (tranche_order_get_amount (order));
  g_autofree char *name = tranche_customer_get_full_name (tranche_order_get_customer (order));
  g_autofree char *sentence = NULL;

  if (news == TRANCHE_NEWS_DEADLINE)
    sentence = deadline_body (order, now);
  else if (news == TRANCHE_NEWS_NOT_COMMITTED)
    sentence = not_committed_body (order, now);
  else if (news == TRANCHE_NEWS_COMMITTED)
    sentence = g_strdup (_("Its cooling-off has ended, as planned."));
  else
    sentence = what_now (order, now);

  if (with_customer && name != NULL && *name != '\0')
    return g_strdup_printf ("%s · %s\n%s", name, sum, sentence);

  return g_strdup_printf ("%s\n%s", sum, sentence);
}

char *
tranche_news_summary_title (TrancheNews news,
                            guint       n)
{
  switch (news) {
  case TRANCHE_NEWS_SIGNED:
    return g_strdup_printf (ngettext ("%u order is signed", "%u orders are signed", n), n);
  case TRANCHE_NEWS_REFUSED:
    return g_strdup_printf (ngettext ("%u order was refused or canceled",
                                      "%u orders were refused or canceled", n), n);
  case TRANCHE_NEWS_COOLED:
    return g_strdup_printf (ngettext ("%u order can be committed", "%u orders can be committed", n),
                            n);
  case TRANCHE_NEWS_DEADLINE:
    return g_strdup_printf (ngettext ("%u order is near its deadline",
                                      "%u orders are near their deadlines", n), n);
  case TRANCHE_NEWS_COMMITTED:
    return g_strdup_printf (ngettext ("%u order was committed as planned",
                                      "%u orders were committed as planned", n), n);
  case TRANCHE_NEWS_NOT_COMMITTED:
    return g_strdup_printf (ngettext ("%u planned commit did not happen",
                                      "%u planned commits did not happen", n), n);
  case TRANCHE_NEWS_UNPAID:
    return g_strdup_printf (ngettext ("%u payout is overdue", "%u payouts are overdue", n), n);
  case TRANCHE_NEWS_NONE:
  default:
    g_return_val_if_reached (NULL);
  }
}
