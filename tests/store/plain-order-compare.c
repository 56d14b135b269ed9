/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plain-order.h"

#include <string.h>

/* The letters of both languages in their order; blanks before them. */
static const char alphabet[] = " абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюя";

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* Without a value after those with one, whatever the direction. */
static int
compare_times (GDateTime *a,
               GDateTime *b,
               int        direction)
{
  if (!a || !b)
    return (a == NULL) - (b == NULL);
  return direction * g_date_time_compare (a, b);
}

static int
compare_words (const char *a,
               const char *b)
{
  g_autofree char *plain_a = plain_order_spell (a);
  g_autofree char *plain_b = plain_order_spell (b);
  const char *left = plain_a;
  const char *right = plain_b;

  for (; *left && *right; left = g_utf8_next_char (left), right = g_utf8_next_char (right)) {
    const char *at_left = g_utf8_strchr (alphabet, -1, g_utf8_get_char (left));
    const char *at_right = g_utf8_strchr (alphabet, -1, g_utf8_get_char (right));

    g_assert_nonnull (at_left);
    g_assert_nonnull (at_right);
    if (at_left != at_right)
      return at_left < at_right ? -1 : 1;
  }
  return (*left != '\0') - (*right != '\0');
}

static int
compare_customers (TrancheOrder *a,
                   TrancheOrder *b,
                   int           direction)
{
  g_autofree char *name_a = tranche_customer_get_full_name (tranche_order_get_customer (a));
  g_autofree char *name_b = tranche_customer_get_full_name (tranche_order_get_customer (b));

  if (!*name_a || !*name_b)
    return (*name_a == '\0') - (*name_b == '\0');
  return direction * compare_words (name_a, name_b);
}

static int
compare_accounts (const PlainOrder *a,
                  const PlainOrder *b,
                  int               direction)
{
  if (!a->account_name || !b->account_name)
    return (a->account_name == NULL) - (b->account_name == NULL);
  return direction * compare_words (a->account_name, b->account_name);
}

static int
compare_deadlines (TrancheOrder *a,
                   TrancheOrder *b,
                   int           direction)
{
  g_autoptr (GDateTime) deadline_a = tranche_order_dup_deadline (a);
  g_autoptr (GDateTime) deadline_b = tranche_order_dup_deadline (b);

  return compare_times (deadline_a, deadline_b, direction);
}

static int
compare_keys (const PlainOrder   *plain_a,
              const PlainOrder   *plain_b,
              const PlainSorting *sorting)
{
  TrancheOrder *a = plain_a->order;
  TrancheOrder *b = plain_b->order;
  int direction = sorting->direction;

  switch (sorting->key) {
  case TRANCHE_SORT_URGENCY:
    if (plain_order_is_wrong (plain_a) != plain_order_is_wrong (plain_b))
      return direction * (plain_order_is_wrong (plain_a) ? -1 : 1);
    return direction * compare_deadlines (a, b, 1);
  case TRANCHE_SORT_CREATED:
    return compare_times (tranche_order_get_created_at (a), tranche_order_get_created_at (b),
                          direction);
  case TRANCHE_SORT_STAGE:
    return direction * compare_numbers (tranche_order_get_stage (a), tranche_order_get_stage (b));
  case TRANCHE_SORT_NUMBER:
    return direction * strcmp (tranche_order_get_number (a), tranche_order_get_number (b));
  case TRANCHE_SORT_CUSTOMER:
    return compare_customers (a, b, direction);
  case TRANCHE_SORT_AMOUNT:
    return direction * compare_numbers (tranche_order_get_amount (a)->minor,
                                        tranche_order_get_amount (b)->minor);
  case TRANCHE_SORT_DEADLINE:
    return compare_deadlines (a, b, direction);
  case TRANCHE_SORT_CHECKED:
    return compare_times (tranche_order_get_checked_at (a), tranche_order_get_checked_at (b),
                          direction);
  case TRANCHE_SORT_ACCOUNT:
    return compare_accounts (plain_a, plain_b, direction);
  default:
    g_assert_not_reached ();
  }
}

int
plain_order_compare (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  const PlainOrder *plain_a = *(const PlainOrder *const *) a;
  const PlainOrder *plain_b = *(const PlainOrder *const *) b;
  const PlainSorting *sorting = user_data;
  int result = compare_keys (plain_a, plain_b, sorting);

  if (result != 0)
    return result;
  return sorting->direction * compare_numbers (tranche_order_get_id (plain_a->order),
                                               tranche_order_get_id (plain_b->order));
}
