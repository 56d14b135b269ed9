/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plain-order.h"

#include <string.h>

void
plain_order_free (PlainOrder *self)
{
  g_object_unref (self->order);
  g_free (self->digits);
  g_free (self);
}

gboolean
plain_order_is_wrong (const PlainOrder *self)
{
  return self->refused || self->unknown ||
         tranche_order_get_stage (self->order) == TRANCHE_STAGE_UNKNOWN;
}

gboolean
plain_order_is_in_view (const PlainOrder *self,
                        TrancheView       view,
                        GDateTime        *now)
{
  TrancheStage stage = tranche_order_get_stage (self->order);
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GDateTime) created =
    g_date_time_to_timezone (tranche_order_get_created_at (self->order), zone);
  GDateTime *until = tranche_order_get_cooling_until (self->order);
  g_autoptr (GDateTime) tomorrow = g_date_time_new (zone, 2026, 3, 15, 0, 0, 0);

  switch (view) {
  case TRANCHE_VIEW_NEEDS_ACTION:
    return plain_order_is_wrong (self) || stage == TRANCHE_STAGE_READY ||
           (stage == TRANCHE_STAGE_COOLING && until && g_date_time_compare (until, tomorrow) < 0);
  case TRANCHE_VIEW_TODAY:
    return g_date_time_get_day_of_year (created) == g_date_time_get_day_of_year (now);
  case TRANCHE_VIEW_WAITING:
    return stage == TRANCHE_STAGE_DRAFT || stage == TRANCHE_STAGE_SENDING ||
           stage == TRANCHE_STAGE_WAITING || stage == TRANCHE_STAGE_APPROVED;
  case TRANCHE_VIEW_COOLING:
    return stage == TRANCHE_STAGE_COOLING;
  case TRANCHE_VIEW_COMMITTED:
    return stage == TRANCHE_STAGE_COMMITTED || stage == TRANCHE_STAGE_CLOSED ||
           stage == TRANCHE_STAGE_RETURNED;
  case TRANCHE_VIEW_FAILED:
    return stage == TRANCHE_STAGE_CANCELED || stage == TRANCHE_STAGE_REJECTED;
  case TRANCHE_VIEW_ALL:
  default:
    return TRUE;
  }
}

gboolean
plain_order_is_let_through (const PlainOrder         *self,
                            const TrancheOrderFilter *filter)
{
  gint64 created = g_date_time_to_unix_usec (tranche_order_get_created_at (self->order));
  const TrancheMoney *amount = tranche_order_get_amount (self->order);
  guint stage = 1u << tranche_order_get_stage (self->order);

  return (filter->stages == 0 || (filter->stages & stage) != 0) &&
         created >= filter->from && created < filter->until &&
         (!tranche_money_is_set (&filter->least) ||
          (g_str_equal (filter->least.currency, amount->currency) &&
           amount->minor >= filter->least.minor)) &&
         (!tranche_money_is_set (&filter->most) ||
          (g_str_equal (filter->most.currency, amount->currency) &&
           amount->minor <= filter->most.minor));
}

char *
plain_order_spell (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) parts = g_strsplit (lower, "ё", -1);

  return g_strjoinv ("е", parts);
}

/* All that an order is found by, with a blank before each word. */
static char *
describe (const PlainOrder *self)
{
  GString *text = g_string_new (" ");
  g_autofree char *name = tranche_customer_get_full_name (tranche_order_get_customer (self->order));
  const char *loan = tranche_order_get_loan_number (self->order);
  GPtrArray *items = tranche_order_get_items (self->order);
  g_autofree char *all = NULL;

  g_string_append_printf (text, "%s %s", tranche_order_get_number (self->order), name);
  if (self->digits)
    g_string_append_printf (text, " 7%s 8%s", self->digits, self->digits);
  g_string_append_printf (text, " %s", loan ? loan : "");
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, " %s", tranche_order_item_get_name (items->pdata[i]));

  all = g_string_free_and_steal (text);
  return plain_order_spell (all);
}

/* Of three letters and more anywhere, of fewer at the beginning of a word. */
static gboolean
has_text (const PlainOrder *self,
          const char       *text)
{
  g_autofree char *all = describe (self);
  g_autofree char *begun = g_strconcat (" ", text, NULL);

  return strstr (all, g_utf8_strlen (text, -1) < 3 ? begun : text) != NULL;
}

static char *
digits_of (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (; *text; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text);
  return g_string_free_and_steal (digits);
}

static gboolean
is_dialled (const char *word)
{
  return word[strspn (word, "0123456789+-()./")] == '\0';
}

static gboolean
has_word (const PlainOrder *self,
          const char       *word)
{
  g_autofree char *digits = is_dialled (word) ? digits_of (word) : NULL;

  return has_text (self, word) || (digits && *digits && has_text (self, digits));
}

gboolean
plain_order_is_found (const PlainOrder *self,
                      const char       *typed)
{
  g_autofree char *text = plain_order_spell (typed);
  g_auto (GStrv) words = NULL;

  g_strdelimit (text, "\xc2\xa0", ' ');
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i]; i++) {
    GString *together = g_string_new (NULL);
    gboolean each = TRUE;
    guint end = i;

    for (; words[end] && is_dialled (words[end]); end++) {
      g_autofree char *digits = digits_of (words[end]);

      each &= has_word (self, words[end]);
      g_string_append (together, digits);
    }
    if (end > i)
      each |= end > i + 1 && together->len > 0 && has_text (self, together->str);
    else
      each = has_word (self, words[i]);
    g_string_free (together, TRUE);
    if (!each)
      return FALSE;
    i = MAX (end, i + 1) - 1;
  }

  return TRUE;
}
