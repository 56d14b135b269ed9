/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-details.h"

#include "banks/cfront-field.h"

#define DETAILS(member) G_STRUCT_OFFSET (TrancheOrderDetails, member)

static const TrancheCfrontText texts[] = {
  { "store_order_id", DETAILS (number) },
  { "invoice_number", DETAILS (invoice_number) },
  { "invoice_date", DETAILS (invoice_date) },
  { "point_id", DETAILS (point_code) },
  { "maskedCard", DETAILS (masked_card) },
};

#undef DETAILS

/* An amount that is counted with: no other may be taken for it. */
static TrancheMoney
read_money (TrancheJsonReader *reader,
            const char        *currency)
{
  gboolean is_null = tranche_json_reader_peek (reader) == TRANCHE_JSON_NULL;
  TrancheMoney amount = tranche_cfront_take_money (reader, currency);

  if (is_null)
    return amount;
  if (!tranche_money_is_set (&amount) || amount.minor < 0)
    tranche_json_reader_fail (reader, NULL, "an exact amount of money");

  return amount;
}

static TrancheGoodsReturn *
read_return (TrancheJsonReader *reader,
             const char        *currency)
{
  TrancheMoney amount = TRANCHE_MONEY_UNSET;
  g_autoptr (GDateTime) time = NULL;
  const char *name;

  if (!tranche_json_reader_enter_object (reader))
    return NULL;

  while ((name = tranche_json_reader_next_member (reader))) {
    if (g_str_equal (name, "sum")) {
      amount = read_money (reader, currency);
    } else if (g_str_equal (name, "timestamp")) {
      g_clear_pointer (&time, g_date_time_unref);
      time = tranche_cfront_take_time (reader);
    }
  }

  if (!tranche_money_is_set (&amount)) {
    tranche_json_reader_fail (reader, "reverse_list.sum", "there");
    return NULL;
  }

  return tranche_goods_return_new (NULL, &amount, FALSE, time);
}

static void
read_returns (TrancheJsonReader *reader,
              const char        *currency,
              GPtrArray         *returns)
{
  if (tranche_json_reader_peek (reader) == TRANCHE_JSON_NULL) {
    tranche_json_reader_skip (reader);
    return;
  }
  if (!tranche_json_reader_enter_array (reader))
    return;

  while (tranche_json_reader_next_element (reader)) {
    TrancheGoodsReturn *goods_return = read_return (reader, currency);

    if (!goods_return)
      return;
    g_ptr_array_add (returns, goods_return);
  }
}

/* Those without a time stay where they are, before all others. */
static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const TrancheGoodsReturn *first = a;
  const TrancheGoodsReturn *second = b;

  if (!first->time || !second->time)
    return !!first->time - !!second->time;

  return g_date_time_compare (first->time, second->time);
}

TrancheOrderDetails *
tranche_cfront_read_details (GBytes      *body,
                             const char  *currency,
                             GError     **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (TrancheOrderDetails) details = tranche_order_details_new ();
  const char *name;

  if (tranche_json_reader_enter_object (reader))
    while ((name = tranche_json_reader_next_member (reader))) {
      if (g_str_equal (name, "total_sum")) {
        details->amount = read_money (reader, currency);
      } else if (g_str_equal (name, "create_timestamp")) {
        g_clear_pointer (&details->created_at, g_date_time_unref);
        details->created_at = tranche_cfront_take_time (reader);
      } else if (g_str_equal (name, "reverse_list")) {
        read_returns (reader, currency, details->returns);
      } else {
        tranche_cfront_take_member (reader, name, texts, G_N_ELEMENTS (texts), details);
      }
    }

  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  g_ptr_array_sort_values (details->returns, compare_times);

  return g_steal_pointer (&details);
}
