/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-orders.h"

#include "book-calls.h"
#include "core/bank-error.h"
#include "store/account-book.h"

static const char *const last_names[] = {
  "Иванов", "Иванова", "Ёлкин", "Еремин", "Жуков", "Їжакевич", "Іваненко", "Ґалаґан", "Гнатюк",
  "Єфименко", "Щукин", "Яценюк", "Ефимов", "Йосипенко",
};
static const char *const first_names[] = { "Анна", "Пётр", "Семён", "Ольга", "Юрій", NULL };
static const char *const goods[] = {
  "Холодильник Atlant", "Samsung Galaxy S24", "Їжачок, іграшка", "Коляска", "Стол",
};
static const struct {
  const char *id;
  const char *name;
} accounts[] = {
  { "first", "Ёлочка" }, { "second", "Гастроном" }, { "third", "Їдальня" }, { "nameless", NULL },
};

#define PICK(self, array) ((array)[g_rand_int_range ((self)->rand, 0, G_N_ELEMENTS (array))])

GDateTime *
random_orders_pick_time (RandomOrders *self)
{
  return g_date_time_add_minutes (self->now, g_rand_int_range (self->rand, -3000, 3000));
}

const char *
random_orders_pick_account (RandomOrders *self)
{
  return PICK (self, accounts).id;
}

static char *
spell_phone (RandomOrders *self,
             const char   *d)
{
  switch (g_rand_int_range (self->rand, 0, 4)) {
  case 0:
    return g_strdup_printf ("+7 (%.3s) %.3s-%.2s-%.2s", d, d + 3, d + 6, d + 8);
  case 1:
    return g_strdup_printf ("8%s", d);
  case 2:
    return g_strdup_printf ("%.3s %.3s %.4s", d, d + 3, d + 6);
  default:
    return g_strdup_printf ("+7%s", d);
  }
}

static void
fill_customer (RandomOrders *self,
               PlainOrder   *known)
{
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();

  if (g_rand_int_range (self->rand, 0, 8) > 0) {
    customer->last_name = g_strdup (PICK (self, last_names));
    customer->first_name = g_strdup (PICK (self, first_names));
  }
  if (g_rand_int_range (self->rand, 0, 5) > 0) {
    known->digits = g_rand_int_range (self->rand, 0, 4) == 0
                      ? g_strdup ("9998887766")
                      : g_strdup_printf ("9%09d", g_rand_int_range (self->rand, 0, 999999999));
    customer->phone = spell_phone (self, known->digits);
  }
  tranche_order_set_customer (known->order, customer);
}

static void
fill_goods (RandomOrders *self,
            PlainOrder   *known)
{
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  int n = g_rand_int_range (self->rand, 0, 4);

  for (int i = 0; i < n; i++) {
    TrancheMoney price = tranche_money (10000, "RUB");

    g_ptr_array_add (items,
                     tranche_order_item_new (PICK (self, goods), 1, &price, NULL, NULL));
  }
  tranche_order_set_items (known->order, items);

  if (g_rand_int_range (self->rand, 0, 3) == 0) {
    g_autofree char *loan = g_strdup_printf ("L-%d", g_rand_int_range (self->rand, 0, 99));

    tranche_order_set_loan_number (known->order, loan);
  }
}

/* Most orders come into the book in the order of their making, some of them in one
 * minute, and some belatedly. */
static GDateTime *
pick_time_of_making (RandomOrders *self,
                     guint         n)
{
  if (g_rand_int_range (self->rand, 0, 6) == 0)
    return random_orders_pick_time (self);

  return g_date_time_add_minutes (self->now, -3000 + (int) (n / 3 * 150));
}

static void
add_known (RandomOrders *self,
           guint         n)
{
  PlainOrder *known = g_new0 (PlainOrder, 1);
  gsize account = g_rand_int_range (self->rand, 0, G_N_ELEMENTS (accounts));
  g_autofree char *number = g_strdup_printf ("A-%04u", n);
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (GDateTime) created = pick_time_of_making (self, n);
  g_autoptr (GDateTime) until = random_orders_pick_time (self);
  g_autoptr (GDateTime) expires = random_orders_pick_time (self);
  g_autoptr (GDateTime) checked = random_orders_pick_time (self);
  g_autoptr (GError) error = NULL;
  TrancheMoney amount = tranche_money (g_rand_int_range (self->rand, 1, 30) * 10000, "RUB");
  TrancheStage stage = g_rand_int_range (self->rand, 0, TRANCHE_N_STAGES);

  known->order = order;
  known->account_name = accounts[account].name;
  fill_customer (self, known);
  fill_goods (self, known);
  tranche_order_set_account_id (order, accounts[account].id);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_created_at (order, created);
  tranche_order_set_stage (order, stage);
  if (stage == TRANCHE_STAGE_COOLING)
    tranche_order_set_cooling_until (order, until);
  if (g_rand_boolean (self->rand))
    tranche_order_set_expires_at (order, expires);
  if (g_rand_boolean (self->rand))
    tranche_order_set_checked_at (order, checked);

  known->order = add_order (self->fixture, order, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->known, known);
}

static void
save_accounts (RandomOrders *self)
{
  g_autoptr (TrancheAccountBook) book = tranche_account_book_new (self->fixture->book);

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++) {
    g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
    g_autoptr (GAsyncResult) result = NULL;

    if (!accounts[i].name)
      continue;
    tranche_account_set_id (account, accounts[i].id);
    tranche_account_set_name (account, accounts[i].name);
    tranche_account_book_save_async (book, account, NULL, ready_cb, &result);
    await (&result);
    g_assert_true (tranche_account_book_save_finish (book, result, NULL));
  }
}

RandomOrders *
random_orders_new (Fixture   *fixture,
                   GDateTime *now,
                   guint32    seed,
                   guint      n_orders)
{
  RandomOrders *self = g_new0 (RandomOrders, 1);

  self->fixture = fixture;
  self->known = g_ptr_array_new_with_free_func ((GDestroyNotify) plain_order_free);
  self->now = g_date_time_ref (now);
  self->rand = g_rand_new_with_seed (seed);
  save_accounts (self);
  for (guint i = 0; i < n_orders; i++)
    add_known (self, i);

  return self;
}

void
random_orders_free (RandomOrders *self)
{
  g_ptr_array_unref (self->known);
  g_date_time_unref (self->now);
  g_rand_free (self->rand);
  g_free (self);
}

static void
replace (PlainOrder   *known,
         TrancheOrder *order)
{
  g_assert_nonnull (order);
  g_object_unref (known->order);
  known->order = order;
}

/* The bank knows the customer by another name. */
static void
name_customer (RandomOrders *self,
               TrancheOrder *answer)
{
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();

  customer->last_name = g_strdup (PICK (self, last_names));
  tranche_order_set_customer (answer, customer);
}

static void
apply_something (RandomOrders *self,
                 PlainOrder   *known)
{
  g_autoptr (TrancheOrder) answer =
    make_answer (g_rand_int_range (self->rand, TRANCHE_STAGE_WAITING, TRANCHE_N_STAGES), "word");
  g_autoptr (GDateTime) until = random_orders_pick_time (self);
  g_autoptr (GError) error = NULL;
  int before = tranche_order_get_last_error_code (known->order);

  tranche_order_set_cooling_until (answer, until);
  if (g_rand_boolean (self->rand))
    name_customer (self, answer);
  replace (known, apply_answer (self->fixture, tranche_order_get_id (known->order), answer,
                                &error));
  g_assert_no_error (error);
  /* A refusal is over when its error is. */
  if (before != 0 && tranche_order_get_last_error_code (known->order) == 0)
    known->refused = FALSE;
}

static void
operate (RandomOrders *self,
         PlainOrder   *known)
{
  g_autoptr (GError) error = NULL;
  gint64 id = tranche_order_get_id (known->order);
  TrancheOutcome outcome;
  int code;

  if (known->operation == 0) {
    known->operation = begin_operation (self->fixture, id, TRANCHE_OPERATION_CANCEL, &error);
    g_assert_no_error (error);
    return;
  }

  outcome = g_rand_int_range (self->rand, TRANCHE_OUTCOME_DONE, TRANCHE_OUTCOME_UNKNOWN + 1);
  code = outcome == TRANCHE_OUTCOME_DONE ? 0 : TRANCHE_BANK_ERROR_CONFLICT;
  replace (known, settle_operation (self->fixture, known->operation, outcome, NULL, code, &error));
  g_assert_no_error (error);
  known->refused = outcome == TRANCHE_OUTCOME_REFUSED;
  known->unknown = outcome == TRANCHE_OUTCOME_UNKNOWN;
  if (outcome != TRANCHE_OUTCOME_UNKNOWN)
    known->operation = 0;
}

void
random_orders_change (RandomOrders *self)
{
  gint32 which = g_rand_int_range (self->rand, 0, (gint32) self->known->len);
  PlainOrder *known = g_ptr_array_index (self->known, which);

  switch (g_rand_int_range (self->rand, 0, 4)) {
  case 0:
    apply_something (self, known);
    break;
  case 1:
    replace (known, fail_order (self->fixture, tranche_order_get_id (known->order),
                                TRANCHE_BANK_ERROR_NETWORK));
    break;
  default:
    operate (self, known);
    break;
  }
}
