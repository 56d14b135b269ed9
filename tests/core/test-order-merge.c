/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order.h"

#define NEVER -1

/* An order or an answer of a moment, in seconds since 1970. */
static TrancheOrder *
make_order (TrancheStage stage,
            gint64       checked_at)
{
  TrancheOrder *order = tranche_order_new ();

  tranche_order_set_stage (order, stage);
  if (checked_at != NEVER) {
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (checked_at);

    tranche_order_set_checked_at (order, time);
  }

  return order;
}

static gint64
to_unix (GDateTime *time)
{
  return time != NULL ? g_date_time_to_unix (time) : NEVER;
}

static void
set_phone (TrancheOrder *order,
           const char   *phone)
{
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();

  customer->phone = g_strdup (phone);
  tranche_order_set_customer (order, customer);
}

static void
set_item (TrancheOrder *order,
          const char   *name,
          const char   *category)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheMoney price = tranche_money (100, "RUB");

  g_ptr_array_add (items, tranche_order_item_new (name, 1, &price, category, NULL));
  tranche_order_set_items (order, items);
}

static const char *
get_category (TrancheOrder *order)
{
  return tranche_order_item_get_category (g_ptr_array_index (tranche_order_get_items (order), 0));
}

static void
test_says_nothing_new (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_WAITING, 100);
  g_autoptr (TrancheOrder) answer = make_order (TRANCHE_STAGE_WAITING, 200);
  TrancheMoney amount = tranche_money (100, "RUB");

  tranche_order_set_link (order, "https://example.com/1");
  tranche_order_set_amount (order, &amount);
  tranche_order_set_amount (answer, &amount);
  tranche_order_set_term (order, 12);
  tranche_order_set_trace_id (order, "t-1");
  tranche_order_set_trace_id (answer, "t-2");

  g_assert_false (tranche_order_merge (order, answer));
  g_assert_cmpstr (tranche_order_get_trace_id (order), ==, "t-2");
  g_assert_cmpstr (tranche_order_get_link (order), ==, "https://example.com/1");
  g_assert_true (tranche_money_equal (tranche_order_get_amount (order), &amount));
  g_assert_cmpuint (tranche_order_get_term (order), ==, 12);
  g_assert_cmpint (to_unix (tranche_order_get_checked_at (order)), ==, 200);
  g_assert_cmpint (to_unix (tranche_order_get_changed_at (order)), ==, NEVER);
}

static void
test_lays_facts (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_WAITING, 100);
  g_autoptr (TrancheOrder) answer = make_order (TRANCHE_STAGE_APPROVED, 200);
  g_autoptr (GDateTime) expires_at = g_date_time_new_from_unix_utc (900);
  TrancheMoney known = tranche_money (100, "RUB");
  TrancheMoney said = tranche_money (90, "RUB");

  tranche_order_set_transfer_amount (order, &known);
  tranche_order_set_raw_state (order, "new");

  tranche_order_set_transfer_amount (answer, &said);
  tranche_order_set_monthly_payment (answer, &said);
  tranche_order_set_raw_state (answer, "approved");
  tranche_order_set_chosen_bank (answer, "T-Bank");
  tranche_order_set_expires_at (answer, expires_at);
  tranche_order_set_term (answer, 6);
  tranche_order_set_demo (answer, TRUE);

  g_assert_true (tranche_order_merge (order, answer));
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_APPROVED);
  g_assert_true (tranche_money_equal (tranche_order_get_transfer_amount (order), &said));
  g_assert_true (tranche_money_equal (tranche_order_get_monthly_payment (order), &said));
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "approved");
  g_assert_cmpstr (tranche_order_get_chosen_bank (order), ==, "T-Bank");
  g_assert_cmpint (to_unix (tranche_order_get_expires_at (order)), ==, 900);
  g_assert_cmpuint (tranche_order_get_term (order), ==, 6);
  g_assert_true (tranche_order_get_demo (order));
  g_assert_cmpint (to_unix (tranche_order_get_changed_at (order)), ==, 200);

  g_assert_false (tranche_order_merge (order, answer));
}

/* Whose order it is, and under which number, is for the shop to say. */
static void
test_keeps_identity (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_WAITING, 100);
  g_autoptr (TrancheOrder) answer = make_order (TRANCHE_STAGE_WAITING, 200);
  g_autoptr (GDateTime) created_at = g_date_time_new_from_unix_utc (50);
  g_autoptr (GDateTime) created_at_bank = g_date_time_new_from_unix_utc (51);

  tranche_order_set_id (order, 42);
  tranche_order_set_account_id (order, "ours");
  tranche_order_set_number (order, "1");
  tranche_order_set_point_code (order, "K-1");
  tranche_order_set_created_at (order, created_at);
  tranche_order_set_demo (order, TRUE);

  tranche_order_set_id (answer, 7);
  tranche_order_set_account_id (answer, "theirs");
  tranche_order_set_number (answer, "2");
  tranche_order_set_created_at (answer, created_at_bank);
  tranche_order_set_product_code (answer, "filled");
  tranche_order_set_point_code (answer, "K-2");
  tranche_order_set_invoice_number (answer, "17");

  g_assert_true (tranche_order_merge (order, answer));
  g_assert_cmpint (tranche_order_get_id (order), ==, 42);
  g_assert_cmpstr (tranche_order_get_account_id (order), ==, "ours");
  g_assert_cmpstr (tranche_order_get_number (order), ==, "1");
  g_assert_cmpint (to_unix (tranche_order_get_created_at (order)), ==, 50);
  g_assert_cmpstr (tranche_order_get_product_code (order), ==, "filled");
  g_assert_cmpstr (tranche_order_get_point_code (order), ==, "K-1");
  g_assert_cmpstr (tranche_order_get_invoice_number (order), ==, "17");
  g_assert_true (tranche_order_get_demo (order));
}

static void
test_masked_customer (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_WAITING, 100);
  g_autoptr (TrancheOrder) masked = make_order (TRANCHE_STAGE_WAITING, 200);
  g_autoptr (TrancheOrder) plain = make_order (TRANCHE_STAGE_WAITING, 300);

  set_phone (order, "+79998887766");
  set_phone (masked, "+7999***7766");
  set_phone (plain, "+79990000000");

  g_assert_false (tranche_order_merge (order, masked));
  g_assert_cmpstr (tranche_order_get_customer (order)->phone, ==, "+79998887766");

  g_assert_true (tranche_order_merge (order, plain));
  g_assert_cmpstr (tranche_order_get_customer (order)->phone, ==, "+79990000000");
}

static void
test_items (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_WAITING, 100);
  g_autoptr (TrancheOrder) silent = make_order (TRANCHE_STAGE_WAITING, 200);
  g_autoptr (TrancheOrder) echo = make_order (TRANCHE_STAGE_WAITING, 300);
  g_autoptr (TrancheOrder) other = make_order (TRANCHE_STAGE_WAITING, 400);

  set_item (order, "Sofa", "Furniture");
  set_item (echo, "Sofa", NULL);
  set_item (other, "Chair", NULL);

  g_assert_false (tranche_order_merge (order, silent));
  g_assert_cmpuint (tranche_order_get_items (order)->len, ==, 1);

  g_assert_false (tranche_order_merge (order, echo));
  g_assert_cmpstr (get_category (order), ==, "Furniture");

  g_assert_true (tranche_order_merge (order, other));
  g_assert_null (get_category (order));

  set_item (order, "Chair", NULL);
  set_item (other, "Chair", "Seats");
  g_assert_true (tranche_order_merge (order, other));
  g_assert_cmpstr (get_category (order), ==, "Seats");
}

/* Every pair of stages: an answer in time moves the order exactly where the
 * table of stages lets it. */
static void
test_every_stage_pair (void)
{
  for (int from = 0; from < TRANCHE_N_STAGES; from++) {
    for (int to = 0; to < TRANCHE_N_STAGES; to++) {
      g_autoptr (TrancheOrder) order = make_order (from, 100);
      g_autoptr (TrancheOrder) answer = make_order (to, 200);
      gboolean moves = tranche_stage_may_become (from, to);

      tranche_order_merge (order, answer);
      g_assert_cmpint (tranche_order_get_stage (order), ==, moves ? to : from);
    }
  }
}

/* Every pair again with an answer that is older than what is known: only what
 * no bank takes back still counts. */
static void
test_every_stage_pair_stale (void)
{
  for (int from = 0; from < TRANCHE_N_STAGES; from++) {
    for (int to = 0; to < TRANCHE_N_STAGES; to++) {
      g_autoptr (TrancheOrder) order = make_order (from, 200);
      g_autoptr (TrancheOrder) answer = make_order (to, 100);
      gboolean moves = tranche_stage_may_become (from, to) &&
                       (to == TRANCHE_STAGE_COMMITTED || tranche_stage_is_final (to));

      tranche_order_merge (order, answer);
      g_assert_cmpint (tranche_order_get_stage (order), ==, moves ? to : from);
      g_assert_cmpint (to_unix (tranche_order_get_checked_at (order)), ==, 200);
    }
  }
}

static void
test_stale_facts (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_READY, 200);
  g_autoptr (TrancheOrder) answer = make_order (TRANCHE_STAGE_COOLING, 100);
  g_autoptr (GDateTime) until = g_date_time_new_from_unix_utc (900);
  TrancheMoney known = tranche_money (100, "RUB");
  TrancheMoney said = tranche_money (90, "RUB");

  tranche_order_set_transfer_amount (order, &known);
  tranche_order_set_raw_state (order, "signed");
  tranche_order_set_term (order, 12);
  tranche_order_set_last_error (order, 7, "network");
  set_phone (order, "2");
  set_item (order, "Sofa", NULL);

  tranche_order_set_transfer_amount (answer, &said);
  tranche_order_set_first_payment (answer, &said);
  tranche_order_set_raw_state (answer, "older");
  tranche_order_set_loan_number (answer, "L-1");
  tranche_order_set_cooling_until (answer, until);
  tranche_order_set_term (answer, 6);
  set_phone (answer, "1");
  set_item (answer, "Chair", NULL);

  g_assert_true (tranche_order_merge (order, answer));

  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_READY);
  g_assert_null (tranche_order_get_cooling_until (order));
  g_assert_true (tranche_money_equal (tranche_order_get_transfer_amount (order), &known));
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "signed");
  g_assert_cmpuint (tranche_order_get_term (order), ==, 12);
  g_assert_cmpstr (tranche_order_get_customer (order)->phone, ==, "2");
  g_assert_cmpint (tranche_order_get_last_error_code (order), ==, 7);

  /* What was not known yet is taken from it. */
  g_assert_true (tranche_money_equal (tranche_order_get_first_payment (order), &said));
  g_assert_cmpstr (tranche_order_get_loan_number (order), ==, "L-1");
}

/* An answer that was under way while the order was committed. */
static void
test_out_of_turn (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_COMMITTED, 200);
  g_autoptr (TrancheOrder) answer = make_order (TRANCHE_STAGE_READY, 300);

  tranche_order_set_raw_state (order, "signed, committed");
  tranche_order_set_raw_state (answer, "signed");

  g_assert_false (tranche_order_merge (order, answer));
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_COMMITTED);
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "signed, committed");
}

/* A committed order stays so, but the manager sees the bank's new word. */
static void
test_unknown_word (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_COMMITTED, 200);
  g_autoptr (TrancheOrder) answer = make_order (TRANCHE_STAGE_UNKNOWN, 300);

  tranche_order_set_raw_state (order, "signed, committed");
  tranche_order_set_raw_state (answer, "audited");

  g_assert_true (tranche_order_merge (order, answer));
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_COMMITTED);
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "audited");
}

static void
test_milestones (void)
{
  static const struct {
    TrancheStage from;
    TrancheStage to;
    gint64 signed_at;
    gint64 committed_at;
  } cases[] = {
    { TRANCHE_STAGE_WAITING, TRANCHE_STAGE_APPROVED, NEVER, NEVER },
    { TRANCHE_STAGE_APPROVED, TRANCHE_STAGE_COOLING, 200, NEVER },
    { TRANCHE_STAGE_APPROVED, TRANCHE_STAGE_READY, 200, NEVER },
    { TRANCHE_STAGE_WAITING, TRANCHE_STAGE_COMMITTED, 200, 200 },
    { TRANCHE_STAGE_READY, TRANCHE_STAGE_READY, 200, NEVER },
    { TRANCHE_STAGE_READY, TRANCHE_STAGE_CLOSED, 200, 200 },
    { TRANCHE_STAGE_WAITING, TRANCHE_STAGE_CANCELED, NEVER, NEVER },
    { TRANCHE_STAGE_WAITING, TRANCHE_STAGE_UNKNOWN, NEVER, NEVER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheOrder) order = make_order (cases[i].from, 100);
    g_autoptr (TrancheOrder) answer = make_order (cases[i].to, 200);
    g_autoptr (TrancheOrder) timeless = make_order (cases[i].to, NEVER);
    g_autoptr (TrancheOrder) untimed = tranche_order_copy (order);

    tranche_order_merge (order, answer);
    g_assert_cmpint (to_unix (tranche_order_get_signed_at (order)), ==, cases[i].signed_at);
    g_assert_cmpint (to_unix (tranche_order_get_committed_at (order)), ==, cases[i].committed_at);

    tranche_order_merge (untimed, timeless);
    g_assert_cmpint (tranche_order_get_stage (untimed), ==, cases[i].to);
    g_assert_null (tranche_order_get_signed_at (untimed));
    g_assert_null (tranche_order_get_committed_at (untimed));
    g_assert_cmpint (to_unix (tranche_order_get_checked_at (untimed)), ==, 100);
  }
}

static void
test_milestones_stay (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_APPROVED, 100);
  const TrancheStage stages[] = {
    TRANCHE_STAGE_COOLING, TRANCHE_STAGE_READY, TRANCHE_STAGE_COMMITTED, TRANCHE_STAGE_COMMITTED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autoptr (TrancheOrder) answer = make_order (stages[i], 200 + i);

    tranche_order_merge (order, answer);
  }

  g_assert_cmpint (to_unix (tranche_order_get_signed_at (order)), ==, 200);
  g_assert_cmpint (to_unix (tranche_order_get_committed_at (order)), ==, 202);
  g_assert_cmpint (to_unix (tranche_order_get_changed_at (order)), ==, 202);
  g_assert_cmpint (to_unix (tranche_order_get_checked_at (order)), ==, 203);
}

static void
test_cooling (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_APPROVED, 100);
  g_autoptr (TrancheOrder) cooling = make_order (TRANCHE_STAGE_COOLING, 200);
  g_autoptr (TrancheOrder) terse = make_order (TRANCHE_STAGE_COOLING, 300);
  g_autoptr (TrancheOrder) ready = make_order (TRANCHE_STAGE_READY, 400);
  g_autoptr (GDateTime) until = g_date_time_new_from_unix_utc (900);

  tranche_order_set_cooling_until (cooling, until);

  g_assert_true (tranche_order_merge (order, cooling));
  g_assert_cmpint (to_unix (tranche_order_get_cooling_until (order)), ==, 900);

  g_assert_false (tranche_order_merge (order, terse));
  g_assert_cmpint (to_unix (tranche_order_get_cooling_until (order)), ==, 900);

  g_assert_true (tranche_order_merge (order, ready));
  g_assert_null (tranche_order_get_cooling_until (order));
}

static void
test_reason (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_WAITING, 100);
  g_autoptr (TrancheOrder) canceled = make_order (TRANCHE_STAGE_CANCELED, 200);
  g_autoptr (TrancheOrder) terse = make_order (TRANCHE_STAGE_CANCELED, 300);
  g_autoptr (TrancheOrder) rejected = make_order (TRANCHE_STAGE_REJECTED, 400);

  tranche_order_set_reason (canceled, TRANCHE_REASON_STORE);
  tranche_order_set_reason (rejected, TRANCHE_REASON_RISK);

  g_assert_true (tranche_order_merge (order, canceled));
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_STORE);

  g_assert_false (tranche_order_merge (order, terse));
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_STORE);

  tranche_order_merge (order, rejected);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_CANCELED);
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_STORE);
}

static void
test_last_error (void)
{
  g_autoptr (TrancheOrder) order = make_order (TRANCHE_STAGE_WAITING, 100);
  g_autoptr (TrancheOrder) answer = make_order (TRANCHE_STAGE_WAITING, 200);

  tranche_order_set_last_error (order, 7, "network");
  tranche_order_set_last_error (answer, 8, "not an answer's to say");

  g_assert_true (tranche_order_merge (order, answer));
  g_assert_cmpint (tranche_order_get_last_error_code (order), ==, 0);
  g_assert_null (tranche_order_get_last_error (order));

  g_assert_false (tranche_order_merge (order, answer));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-merge/says-nothing-new", test_says_nothing_new);
  g_test_add_func ("/order-merge/lays-facts", test_lays_facts);
  g_test_add_func ("/order-merge/keeps-identity", test_keeps_identity);
  g_test_add_func ("/order-merge/masked-customer", test_masked_customer);
  g_test_add_func ("/order-merge/items", test_items);
  g_test_add_func ("/order-merge/every-stage-pair", test_every_stage_pair);
  g_test_add_func ("/order-merge/every-stage-pair-stale", test_every_stage_pair_stale);
  g_test_add_func ("/order-merge/stale-facts", test_stale_facts);
  g_test_add_func ("/order-merge/out-of-turn", test_out_of_turn);
  g_test_add_func ("/order-merge/unknown-word", test_unknown_word);
  g_test_add_func ("/order-merge/milestones", test_milestones);
  g_test_add_func ("/order-merge/milestones-stay", test_milestones_stay);
  g_test_add_func ("/order-merge/cooling", test_cooling);
  g_test_add_func ("/order-merge/reason", test_reason);
  g_test_add_func ("/order-merge/last-error", test_last_error);

  return g_test_run ();
}
