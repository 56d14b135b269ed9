/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/discount.h"

#include <string.h>

/* Holds a product of two amounts. */
__extension__ typedef unsigned __int128 Wide;

typedef struct {
  gint64 quantity;
  gint64 total;
  /* What is taken off, and what the rounding of it left. */
  gint64 share;
  gint64 rest;
} Line;

static gboolean
measure (GPtrArray  *items,
         Line       *lines,
         GError    **error)
{
  for (guint i = 0; i < items->len; i++) {
    TrancheMoney total;

    if (!tranche_order_item_get_total (items->pdata[i], &total, error))
      return FALSE;

    lines[i].quantity = tranche_order_item_get_quantity (items->pdata[i]);
    lines[i].total = total.minor;
    if (lines[i].quantity < 1 || lines[i].total < 0) {
      g_set_error_literal (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE,
                           "A line has nothing to take a discount off");
      return FALSE;
    }
  }

  return TRUE;
}

/* Which line is owed a cent first: the one whose rounding lost most. */
static Line *
find_owed (Line  *lines,
           guint  n_lines)
{
  Line *owed = &lines[0];

  for (guint i = 1; i < n_lines; i++) {
    if (lines[i].rest > owed->rest)
      owed = &lines[i];
  }

  return owed;
}

/* A line whose part was rounded down has something left to give, and those are
 * at least as many as there are cents. */
static void
share_out (Line   *lines,
           guint   n_lines,
           gint64  discount,
           gint64  sum)
{
  gint64 left = discount;

  for (guint i = 0; i < n_lines; i++) {
    Wide product = (Wide) discount * (Wide) lines[i].total;

    lines[i].share = (gint64) (product / (Wide) sum);
    lines[i].rest = (gint64) (product % (Wide) sum);
    left -= lines[i].share;
  }

  for (; left > 0; left--) {
    Line *owed = find_owed (lines, n_lines);

    owed->share++;
    owed->rest = 0;
  }
}

/* The line of a single piece that can best take over the odd cents of others. */
static Line *
find_taker (Line  *lines,
            guint  n_lines)
{
  Line *taker = NULL;

  for (guint i = 0; i < n_lines; i++) {
    if (lines[i].quantity == 1 && (taker == NULL || lines[i].share > taker->share))
      taker = &lines[i];
  }

  return taker;
}

/* Saves lines of several pieces from being parted, where a single piece can give
 * the odd cents back. */
static void
round_off (Line  *lines,
           guint  n_lines)
{
  Line *taker = find_taker (lines, n_lines);

  for (guint i = 0; taker != NULL && i < n_lines; i++) {
    gint64 odd = (lines[i].total - lines[i].share) % lines[i].quantity;

    if (odd <= taker->share) {
      lines[i].share += odd;
      taker->share -= odd;
    }
  }
}

static void
add_line (GPtrArray        *out,
          GArray           *sources,
          TrancheOrderItem *item,
          guint             source,
          gint64            quantity,
          gint64            price)
{
  TrancheMoney money = tranche_money (price, tranche_order_item_get_price (item)->currency);

  g_ptr_array_add (out, tranche_order_item_new (tranche_order_item_get_name (item), quantity,
                                                &money, tranche_order_item_get_category (item),
                                                tranche_order_item_get_vendor_code (item)));
  g_array_append_val (sources, source);
}

static GPtrArray *
write_lines (GPtrArray   *items,
             const Line  *lines,
             GArray     **sources)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  g_autoptr (GArray) of = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < items->len; i++) {
    gint64 total = lines[i].total - lines[i].share;
    gint64 price = total / lines[i].quantity;
    gint64 n_dearer = total % lines[i].quantity;

    add_line (out, of, items->pdata[i], i, lines[i].quantity - n_dearer, price);
    if (n_dearer > 0)
      add_line (out, of, items->pdata[i], i, n_dearer, price + 1);
  }

  if (sources != NULL)
    *sources = g_steal_pointer (&of);

  return out;
}

GPtrArray *
tranche_discount_spread (GPtrArray           *items,
                         const TrancheMoney  *discount,
                         GArray             **sources,
                         GError             **error)
{
  g_autofree Line *lines = NULL;
  TrancheMoney sum;

  g_return_val_if_fail (items != NULL, NULL);
  g_return_val_if_fail (tranche_money_is_set (discount), NULL);

  lines = g_new0 (Line, items->len + 1);
  if (!measure (items, lines, error) ||
      !tranche_order_items_sum (items, discount->currency, &sum, error))
    return NULL;

  if (discount->minor < 0 || discount->minor > sum.minor) {
    g_set_error_literal (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE,
                         "The discount is not between nothing and the sum");
    return NULL;
  }

  if (discount->minor > 0) {
    share_out (lines, items->len, discount->minor, sum.minor);
    round_off (lines, items->len);
  }

  return write_lines (items, lines, sources);
}

/* Of a hundred, in hundredths: "12,5" is 1250. */
static gboolean
parse_percent (const char          *text,
               const TrancheMoney  *sum,
               TrancheMoney        *discount,
               GError             **error)
{
  TrancheMoney percent;

  /* A number with two decimals is one, whatever it counts. */
  if (!tranche_money_parse (text, "RUB", &percent, error))
    return FALSE;

  if (percent.minor < 0 || percent.minor > 10000) {
    g_set_error_literal (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE,
                         "The discount is not between nothing and the sum");
    return FALSE;
  }

  *discount = tranche_money ((gint64) ((Wide) sum->minor * (Wide) percent.minor / 10000),
                             sum->currency);

  return TRUE;
}

gboolean
tranche_discount_parse (const char          *text,
                        const TrancheMoney  *sum,
                        TrancheMoney        *discount,
                        GError             **error)
{
  g_autofree char *plain = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (tranche_money_is_set (sum), FALSE);

  plain = g_strstrip (g_strdup (text));
  length = strlen (plain);
  if (length == 0 || plain[length - 1] != '%')
    return tranche_money_parse (plain, sum->currency, discount, error);

  plain[length - 1] = '\0';

  return parse_percent (g_strchomp (plain), sum, discount, error);
}
