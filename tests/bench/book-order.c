/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-order.h"

#include "core/bank-error.h"
#include "core/order-number.h"

typedef void (* SetTime) (TrancheOrder *order,
                          GDateTime    *time);

static void
set_time (TrancheOrder *order,
          SetTime       set,
          gint64        time)
{
  g_autoptr (GDateTime) moment = time != 0 ? g_date_time_new_from_unix_utc_usec (time) : NULL;

  set (order, moment);
}

static void
set_number (TrancheOrder *order,
            GRand        *random)
{
  guint8 bytes[TRANCHE_ORDER_NUMBER_N_RANDOM];
  g_autofree char *number = NULL;

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = g_rand_int_range (random, 0, 256);
  number = tranche_order_number_build (NULL, tranche_order_get_created_at (order), bytes);
  tranche_order_set_number (order, number);
}

static void
set_amounts (TrancheOrder       *order,
             GRand              *random,
             const TrancheMoney *amount)
{
  static const guint terms[] = { 3, 4, 6, 6, 10, 12, 12, 18, 24 };
  guint term = terms[g_rand_int_range (random, 0, G_N_ELEMENTS (terms))];
  TrancheMoney first = *amount;
  TrancheMoney credit = *amount;
  TrancheMoney part = *amount;

  first.minor = g_rand_int_range (random, 0, 4) == 0 ? amount->minor / 1000 * 100 : 0;
  credit.minor -= first.minor;
  part.minor = credit.minor / term;
  tranche_order_set_amount (order, amount);
  tranche_order_set_first_payment (order, &first);
  tranche_order_set_term (order, term);
  if (tranche_order_get_stage (order) < TRANCHE_STAGE_APPROVED)
    return;

  tranche_order_set_credit_amount (order, &credit);
  tranche_order_set_transfer_amount (order, &credit);
  tranche_order_set_monthly_payment (order, &part);
}

/* What the bank gave an order that it has. */
static void
set_bank_names (TrancheOrder   *order,
                TrancheAccount *account,
                GRand          *random)
{
  g_autofree char *id = g_strdup_printf ("%08x-%04x-4%03x-9%03x-%08x%04x", g_rand_int (random),
                                         g_rand_int (random) & 0xffff,
                                         g_rand_int (random) & 0xfff, g_rand_int (random) & 0xfff,
                                         g_rand_int (random), g_rand_int (random) & 0xffff);
  g_autofree char *link = g_strdup_printf ("https://forma.example/%.8s", id);
  g_autofree char *loan = g_strdup_printf ("50%08d", g_rand_int_range (random, 0, 100000000));
  TrancheStage stage = tranche_order_get_stage (order);
  gboolean russian = g_str_equal (tranche_account_get_bank (account), "tbank");

  tranche_order_set_bank_order_id (order, russian ? NULL : id);
  if (russian && !tranche_stage_is_final (stage))
    tranche_order_set_link (order, link);
  if (stage < TRANCHE_STAGE_COOLING || stage > TRANCHE_STAGE_RETURNED)
    return;

  tranche_order_set_loan_number (order, loan);
  if (russian) {
    tranche_order_set_chosen_bank (order, "Т-Банк");
    tranche_order_set_product_kind (order, "installment_credit");
    tranche_order_set_signing_type (order, "sms");
    tranche_order_set_signing_types (order, "sms,bank");
  }
}

static void
set_answer (TrancheOrder *order)
{
  g_autofree char *created = g_date_time_format_iso8601 (tranche_order_get_created_at (order));
  const TrancheMoney *amount = tranche_order_get_amount (order);
  g_autofree char *answer =
    g_strdup_printf ("{\"id\":\"%s\",\"status\":\"%s\",\"created_at\":\"%s\",\"demo\":false,"
                     "\"order_amount\":%" G_GINT64_FORMAT ".%02d,\"term\":%u,"
                     "\"appropriate_signing_types\":[\"sms\",\"bank\"]}",
                     tranche_order_get_number (order), tranche_order_get_raw_state (order),
                     created, amount->minor / 100, (int) (amount->minor % 100),
                     tranche_order_get_term (order));

  tranche_order_set_raw_answer (order, answer);
}

static void
set_times (TrancheOrder *order,
           GRand        *random,
           BookLife     *life,
           gint64        now)
{
  const BookStep *last = book_life_get_last (life);
  gint64 cooling = book_life_find (life, TRANCHE_STAGE_COOLING);
  gint64 ready = book_life_find (life, TRANCHE_STAGE_READY);
  gint64 asked = tranche_stage_is_final (last->stage) ? last->time : now;

  set_time (order, tranche_order_set_created_at,
            g_array_index (life->steps, BookStep, 0).time);
  set_time (order, tranche_order_set_changed_at, last->time);
  set_time (order, tranche_order_set_signed_at, cooling != 0 ? cooling : ready);
  set_time (order, tranche_order_set_committed_at,
            book_life_find (life, TRANCHE_STAGE_COMMITTED));
  set_time (order, tranche_order_set_cooling_until, life->cooling_until);
  set_time (order, tranche_order_set_expires_at, life->expires_at);
  if (last->raw_state)
    set_time (order, tranche_order_set_checked_at,
              MAX (last->time, asked - g_rand_int_range (random, 0, 90) * G_TIME_SPAN_SECOND));
}

TrancheOrder *
book_order_make (GRand           *random,
                 TrancheAccount  *account,
                 TrancheCustomer *customer,
                 GPtrArray       *items,
                 BookLife        *life,
                 gint64           now)
{
  TrancheOrder *order = tranche_order_new ();
  const BookStep *last = book_life_get_last (life);
  GPtrArray *products = tranche_account_get_products (account);
  TrancheProduct *product =
    g_ptr_array_index (products, g_rand_int_range (random, 0, products->len));
  TrancheMoney amount = TRANCHE_MONEY_UNSET;

  tranche_order_items_sum (items, tranche_account_get_currency (account), &amount, NULL);
  tranche_order_set_account_id (order, tranche_account_get_id (account));
  tranche_order_set_customer (order, customer);
  tranche_order_set_items (order, items);
  tranche_order_set_product_code (order, product->code);
  tranche_order_set_stage (order, last->stage);
  tranche_order_set_reason (order, last->reason);
  tranche_order_set_raw_state (order, last->raw_state);
  set_times (order, random, life, now);
  set_number (order, random);
  set_amounts (order, random, &amount);
  if (last->raw_state) {
    set_bank_names (order, account, random);
    set_answer (order);
  }

  /* Now and then the network fails. */
  if (tranche_stage_is_open (last->stage) && g_rand_int_range (random, 0, 40) == 0)
    tranche_order_set_last_error (order, TRANCHE_BANK_ERROR_NETWORK, "Connection refused");

  return order;
}
