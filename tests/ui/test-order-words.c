/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/bank-error.h"
#include "ui/order-actions.h"
#include "ui/order-words.h"
#include "ui/stage-words.h"
#include "ui/why-not.h"

static const char *const now_text = "2025-12-03T12:00:00Z";

static GDateTime *
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_steal_pointer (&time);
}

static TrancheOrder *
order_in (TrancheStage stage)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();

  tranche_order_set_number (order, "T-1");
  tranche_order_set_stage (order, stage);

  return g_steal_pointer (&order);
}

/* What a manager sees of each stage: a row a stage. NULL: it is allowed. */
static const struct {
  TrancheStage stage;
  const char *label;
  const char *css_class;
  const char *what_now;
  const char *commit;
  const char *cancel;
  const char *payout;
  const char *refresh;
} stages[] = {
  { TRANCHE_STAGE_DRAFT, "Draft", "dimmed", "Not sent to the bank yet.",
    "Not sent to the bank yet", "Not sent to the bank yet", "Not sent to the bank yet",
    "Not sent to the bank yet" },
  { TRANCHE_STAGE_SENDING, "Sending", "warning",
    "The order is being made at the bank. Wait for its answer: do not make it a second time.",
    "The order is still being made", "The order is still being made",
    "The order is still being made", NULL },
  { TRANCHE_STAGE_WAITING, "Waiting for customer", "accent",
    "The customer has to confirm in the banking app. Do not hand over the goods.",
    "The customer has not signed yet", NULL, "The customer has not signed yet", NULL },
  { TRANCHE_STAGE_APPROVED, "Approved", "accent",
    "The bank agrees, but the customer has not signed yet: do not hand over the goods.",
    "The customer has not signed yet", NULL, "The customer has not signed yet", NULL },
  { TRANCHE_STAGE_COOLING, "Cooling off", "warning",
    "Signed, but the customer may still think it over. Do not hand over the goods yet.",
    "Cooling off", NULL, "Not committed yet", NULL },
  { TRANCHE_STAGE_READY, "Ready to commit", "success",
    "Signed. Hand over the goods and commit.",
    NULL, NULL, NULL, NULL },
  { TRANCHE_STAGE_COMMITTED, "Committed", "success", "Committed. The bank pays the shop.",
    "Already committed", "Already committed: only a return is possible", NULL, NULL },
  { TRANCHE_STAGE_CLOSED, "Closed", "dimmed", "Paid off. Nothing is left to do.",
    "Already committed", "Already committed: only a return is possible", NULL, NULL },
  { TRANCHE_STAGE_RETURNED, "Returned", "dimmed",
    "The goods were returned. Nothing is left to do.",
    "The goods were returned", "The goods were returned", NULL, NULL },
  { TRANCHE_STAGE_CANCELED, "Canceled", "dimmed",
    "The order is canceled. Do not hand over the goods.",
    "The order is canceled", "Already canceled", "The order is canceled", NULL },
  { TRANCHE_STAGE_REJECTED, "Rejected", "error",
    "The bank refused. Offer another way to pay.",
    "The bank refused the order", "The bank refused the order", "The bank refused the order",
    NULL },
  { TRANCHE_STAGE_UNKNOWN, "Unknown", "error",
    "The bank says something that this program does not know. "
    "Refresh, or ask the bank, before handing over the goods.",
    "The state at the bank is not known", "The state at the bank is not known", NULL, NULL },
};

static char *
what_now (TrancheOrder     *order,
          TrancheOperation  current,
          GDateTime        *now)
{
  return tranche_order_what_now (order, current, TRANCHE_REACH_BANK, now);
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_stages (void)
{
  g_autoptr (GDateTime) now = at (now_text);

  g_assert_cmpint (G_N_ELEMENTS (stages), ==, TRANCHE_N_STAGES);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autoptr (TrancheOrder) order = order_in (stages[i].stage);

    g_assert_cmpstr (tranche_stage_label (stages[i].stage), ==, stages[i].label);
    g_assert_cmpstr (tranche_stage_css_class (stages[i].stage), ==, stages[i].css_class);
    g_assert_true (g_str_has_suffix (tranche_stage_icon_name (stages[i].stage), "-symbolic"));

    assert_text (what_now (order, TRANCHE_OPERATION_NONE, now),
                 stages[i].what_now);
    assert_text (tranche_why_not_commit (order, TRANCHE_OPERATION_NONE, now),
                 stages[i].commit);
    assert_text (tranche_why_not_cancel (order, TRANCHE_OPERATION_NONE,
                                         TRANCHE_CAPABILITY_CANCEL_SIGNED, FALSE),
                 stages[i].cancel);
    assert_text (tranche_why_not_check_payout (order, TRANCHE_OPERATION_NONE),
                 stages[i].payout);
    assert_text (tranche_why_not_refresh (order), stages[i].refresh);
  }
}

/* The buttons promise no more than the life cycle lets happen. */
static void
test_agrees_with_core (void)
{
  g_autoptr (GDateTime) now = at (now_text);

  for (int stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    g_autoptr (TrancheOrder) order = order_in ((TrancheStage) stage);
    g_autofree char *commit = tranche_why_not_commit (order, TRANCHE_OPERATION_NONE, now);
    g_autofree char *cancel = tranche_why_not_cancel (order, TRANCHE_OPERATION_NONE,
                                                      TRANCHE_CAPABILITY_CANCEL_SIGNED, FALSE);

    g_assert_cmpint (commit == NULL, ==, tranche_stage_can_commit ((TrancheStage) stage));
    g_assert_cmpint (cancel == NULL, ==, tranche_stage_can_cancel ((TrancheStage) stage));
  }
}

/* A stage of a newer program is shown as unknown and allows nothing. */
static void
test_strange_stage (void)
{
  g_assert_cmpstr (tranche_stage_label ((TrancheStage) 99), ==, "Unknown");
  g_assert_cmpstr (tranche_stage_css_class ((TrancheStage) -1), ==, "error");
}

static void
test_under_way (void)
{
  static const struct {
    TrancheOperation operation;
    const char *why;
    const char *progress;
  } rows[] = {
    { TRANCHE_OPERATION_CREATE, "The order is still being made", "Creating the order…" },
    { TRANCHE_OPERATION_COMMIT, "A commit is under way", "Committing…" },
    { TRANCHE_OPERATION_CANCEL, "A cancellation is under way", "Canceling…" },
    { TRANCHE_OPERATION_RETURN, "A return is under way", "Returning…" },
  };
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (TrancheOrder) order = order_in (TRANCHE_STAGE_READY);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TrancheOperation operation = rows[i].operation;
    g_autofree char *what = what_now (order, operation, now);

    g_assert_cmpstr (tranche_operation_progress (operation), ==, rows[i].progress);
    assert_text (tranche_why_not_commit (order, operation, now), rows[i].why);
    assert_text (tranche_why_not_cancel (order, operation, TRANCHE_CAPABILITY_CANCEL_SIGNED,
                                         FALSE),
                 rows[i].why);
    assert_text (tranche_why_not_check_payout (order, operation), rows[i].why);
    g_assert_nonnull (strstr (what, "Wait"));
  }

  g_assert_cmpstr (tranche_operation_progress (TRANCHE_OPERATION_NONE), ==, "");
  /* Asking is what settles an operation. */
  g_assert_null (tranche_why_not_refresh (order));
}

static void
test_cooling (void)
{
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (GDateTime) until = at ("2025-12-03T16:40:00Z");
  g_autoptr (GDateTime) after = at ("2025-12-03T16:40:00Z");
  g_autoptr (TrancheOrder) order = order_in (TRANCHE_STAGE_COOLING);

  tranche_order_set_cooling_until (order, until);

  assert_text (tranche_why_not_commit (order, TRANCHE_OPERATION_NONE, now),
               "Cooling off until 16:40");
  assert_text (what_now (order, TRANCHE_OPERATION_NONE, now),
               "Cooling off until 16:40: the customer may still think it over. "
               "Do not hand over the goods yet.");

  /* It is over by the clock, but only the bank's answer makes it ready. */
  assert_text (tranche_why_not_commit (order, TRANCHE_OPERATION_NONE, after),
               "Refresh first: the cooling-off period has ended");
  assert_text (what_now (order, TRANCHE_OPERATION_NONE, after),
               "The cooling-off period ended (16:40). Refresh before handing over the goods.");
}

static void
test_deadline (void)
{
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (GDateTime) late = at ("2026-01-03T12:00:00Z");
  g_autoptr (GDateTime) signed_at = at ("2025-12-01T10:00:00Z");
  g_autoptr (TrancheOrder) order = order_in (TRANCHE_STAGE_READY);

  tranche_order_set_signed_at (order, signed_at);

  assert_text (what_now (order, TRANCHE_OPERATION_NONE, now),
               "Signed. Hand over the goods and commit before 15 December 2025.");
  assert_text (what_now (order, TRANCHE_OPERATION_NONE, late),
               "Signed, but it had to be committed before 15 December 2025. "
               "Commit now, and call the bank if it refuses.");
  /* The bank may still take it, and only the bank can say so. */
  g_assert_null (tranche_why_not_commit (order, TRANCHE_OPERATION_NONE, late));
}

static void
test_link (void)
{
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (TrancheOrder) draft = order_in (TRANCHE_STAGE_DRAFT);
  g_autoptr (TrancheOrder) order = order_in (TRANCHE_STAGE_WAITING);

  assert_text (tranche_why_not_show_link (draft), "Not sent to the bank yet");
  assert_text (tranche_why_not_show_link (order), "This order has no link");

  tranche_order_set_link (order, "https://example.org/a");
  g_assert_null (tranche_why_not_show_link (order));
  assert_text (what_now (order, TRANCHE_OPERATION_NONE, now),
               "Give the customer the link. "
               "Nothing is signed yet: do not hand over the goods.");
}

/* What a stage lets a person do is shown, and what it never will is not. */
static void
test_suits (void)
{
  static const TrancheOrderAction actions[] = {
    TRANCHE_ORDER_ACTION_COMMIT, TRANCHE_ORDER_ACTION_CANCEL, TRANCHE_ORDER_ACTION_CHECK_PAYOUT,
    TRANCHE_ORDER_ACTION_RETURN, TRANCHE_ORDER_ACTION_CONTRACT, TRANCHE_ORDER_ACTION_REFRESH,
    TRANCHE_ORDER_ACTION_EDIT, TRANCHE_ORDER_ACTION_DELETE,
  };
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (TrancheOrder) waiting = order_in (TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (TrancheConnection) connection = tranche_connection_new (account);

  tranche_connection_set_state (connection, TRANCHE_CONNECTION_READY);
  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    g_autoptr (TrancheOrder) order = order_in (stage);

    for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
      g_autofree char *why_not = tranche_order_why_not (actions[i], order, TRANCHE_OPERATION_NONE,
                                                        connection, now);

      if (why_not == NULL)
        g_assert_true (tranche_order_action_suits (actions[i], order));
    }
    if (tranche_stage_is_final (stage) || stage == TRANCHE_STAGE_COMMITTED) {
      g_assert_false (tranche_order_action_suits (TRANCHE_ORDER_ACTION_COMMIT, order));
      g_assert_false (tranche_order_action_suits (TRANCHE_ORDER_ACTION_CANCEL, order));
    }
  }

  g_assert_false (tranche_order_action_suits (TRANCHE_ORDER_ACTION_SHOW_LINK, waiting));
  tranche_order_set_link (waiting, "https://example.org/a");
  g_assert_true (tranche_order_action_suits (TRANCHE_ORDER_ACTION_SHOW_LINK, waiting));
  tranche_order_set_stage (waiting, TRANCHE_STAGE_READY);
  g_assert_false (tranche_order_action_suits (TRANCHE_ORDER_ACTION_SHOW_LINK, waiting));
}

static void
test_payout_sum (void)
{
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (TrancheOrder) order = order_in (TRANCHE_STAGE_COMMITTED);
  TrancheMoney payout = tranche_money (9800000, "RUB");

  tranche_order_set_transfer_amount (order, &payout);

  assert_text (what_now (order, TRANCHE_OPERATION_NONE, now),
               "Committed. The bank pays the shop 98,000.00\302\240\342\202\275.");
}

static void
test_cancel_signed (void)
{
  const TrancheStage signed_stages[] = { TRANCHE_STAGE_COOLING, TRANCHE_STAGE_READY };
  g_autoptr (TrancheOrder) waiting = order_in (TRANCHE_STAGE_WAITING);

  for (guint i = 0; i < G_N_ELEMENTS (signed_stages); i++) {
    g_autoptr (TrancheOrder) order = order_in (signed_stages[i]);

    assert_text (tranche_why_not_cancel (order, TRANCHE_OPERATION_NONE, 0, FALSE),
                 "This bank does not cancel a signed order");
    assert_text (tranche_why_not_cancel (order, TRANCHE_OPERATION_NONE,
                                         TRANCHE_CAPABILITY_CANCEL_SIGNED, TRUE),
                 "Signed orders commit by themselves: only a return is possible");
  }

  /* Before the signature neither matters. */
  g_assert_null (tranche_why_not_cancel (waiting, TRANCHE_OPERATION_NONE, 0, TRUE));
}

static void
test_reasons (void)
{
  g_autoptr (GDateTime) now = at (now_text);
  GEnumClass *reasons = g_type_class_ref (TRANCHE_TYPE_REASON);

  for (guint i = 0; i < reasons->n_values; i++) {
    TrancheReason reason = (TrancheReason) reasons->values[i].value;
    g_autoptr (TrancheOrder) order = order_in (TRANCHE_STAGE_REJECTED);
    g_autofree char *expected = NULL;

    if (reason == TRANCHE_REASON_NONE)
      continue;

    g_assert_cmpstr (tranche_reason_label (reason), !=, "");
    g_assert_cmpstr (tranche_reason_advice (reason), !=, "");

    expected = g_strdup_printf ("%s. %s", tranche_reason_label (reason),
                                tranche_reason_advice (reason));
    tranche_order_set_reason (order, reason);
    assert_text (what_now (order, TRANCHE_OPERATION_NONE, now), expected);
  }

  g_assert_cmpstr (tranche_reason_label (TRANCHE_REASON_NONE), ==, "");
  g_assert_cmpstr (tranche_reason_advice (TRANCHE_REASON_NONE), ==, "");
  g_assert_cmpstr (tranche_reason_label ((TrancheReason) 99), ==, "");

  g_type_class_unref (reasons);
}

static void
test_no_bank (void)
{
  g_assert_null (tranche_why_no_bank (TRANCHE_CONNECTION_READY));
  /* A refused login may have been mended at the bank: it can be tried. */
  g_assert_null (tranche_why_no_bank (TRANCHE_CONNECTION_REFUSED));
  g_assert_nonnull (tranche_why_no_bank (TRANCHE_CONNECTION_OPENING));
  g_assert_nonnull (tranche_why_no_bank (TRANCHE_CONNECTION_NO_SECRET));
  g_assert_nonnull (tranche_why_no_bank (TRANCHE_CONNECTION_KEYRING_LOCKED));
  g_assert_nonnull (tranche_why_no_bank (TRANCHE_CONNECTION_NO_KEYRING));
}

/* With every operation whose answer was lost. */
static void
test_lost (void)
{
  static const struct {
    TrancheOperation operation;
    const char *part;
  } rows[] = {
    { TRANCHE_OPERATION_CREATE, "do not make it a second time" },
    { TRANCHE_OPERATION_COMMIT, "nothing has to be repeated" },
    { TRANCHE_OPERATION_CANCEL, "do not hand over the goods" },
    { TRANCHE_OPERATION_RETURN, "send it again" },
  };
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (TrancheOrder) order = order_in (TRANCHE_STAGE_READY);

  tranche_order_set_last_error (order, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, "Connection lost");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *what = what_now (order, rows[i].operation, now);

    g_assert_nonnull (strstr (what, "lost"));
    g_assert_nonnull (strstr (what, rows[i].part));
  }
}

/* Where the bank cannot be asked, nothing is handed over, and whatever may still
 * change is told with a doubt. */
static void
test_out_of_reach (void)
{
  static const struct {
    TrancheReach reach;
    const char *ready;
    const char *doubt;
  } rows[] = {
    { TRANCHE_REACH_OFFLINE, "there is no network now", "There is no network" },
    { TRANCHE_REACH_STOPPED, "the account stands still", "The account stands still" },
    { TRANCHE_REACH_REMOVED, "the account was removed", "The account was removed" },
  };
  g_autoptr (GDateTime) now = at (now_text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (int stage = 0; stage < TRANCHE_N_STAGES; stage++) {
      g_autoptr (TrancheOrder) order = order_in ((TrancheStage) stage);
      g_autofree char *sure = what_now (order, TRANCHE_OPERATION_NONE, now);
      g_autofree char *unsure = tranche_order_what_now (order, TRANCHE_OPERATION_NONE,
                                                        rows[i].reach, now);

      if (stage == TRANCHE_STAGE_READY) {
        g_assert_nonnull (strstr (unsure, rows[i].ready));
        g_assert_nonnull (strstr (unsure, "handing over the goods") != NULL
                            ? unsure : strstr (unsure, "Do not hand over the goods"));
      } else if (tranche_stage_is_open ((TrancheStage) stage)) {
        g_assert_true (g_str_has_prefix (unsure, sure));
        g_assert_nonnull (strstr (unsure, rows[i].doubt));
      } else {
        g_assert_cmpstr (unsure, ==, sure);
      }
    }
  }
}

static void
test_planned (void)
{
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (GDateTime) until = at ("2025-12-03T16:40:00Z");
  g_autoptr (TrancheOrder) order = order_in (TRANCHE_STAGE_COOLING);

  tranche_order_set_cooling_until (order, until);
  tranche_order_set_commit_planned (order, TRUE);
  assert_text (what_now (order, TRANCHE_OPERATION_NONE, now),
               "Cooling off until 16:40: then the bank is asked, and the order committed. "
               "Do not hand over the goods yet.");
}

static void
test_reach (void)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (TrancheConnection) connection = tranche_connection_new (account);

  g_assert_cmpint (tranche_reach_get (NULL, TRUE), ==, TRANCHE_REACH_REMOVED);
  tranche_connection_set_state (connection, TRANCHE_CONNECTION_READY);
  g_assert_cmpint (tranche_reach_get (connection, TRUE), ==, TRANCHE_REACH_BANK);
  g_assert_cmpint (tranche_reach_get (connection, FALSE), ==, TRANCHE_REACH_OFFLINE);
  tranche_connection_set_state (connection, TRANCHE_CONNECTION_REFUSED);
  g_assert_cmpint (tranche_reach_get (connection, FALSE), ==, TRANCHE_REACH_STOPPED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-words/stages", test_stages);
  g_test_add_func ("/order-words/agrees-with-core", test_agrees_with_core);
  g_test_add_func ("/order-words/strange-stage", test_strange_stage);
  g_test_add_func ("/order-words/under-way", test_under_way);
  g_test_add_func ("/order-words/cooling", test_cooling);
  g_test_add_func ("/order-words/deadline", test_deadline);
  g_test_add_func ("/order-words/link", test_link);
  g_test_add_func ("/order-words/suits", test_suits);
  g_test_add_func ("/order-words/payout-sum", test_payout_sum);
  g_test_add_func ("/order-words/cancel-signed", test_cancel_signed);
  g_test_add_func ("/order-words/reasons", test_reasons);
  g_test_add_func ("/order-words/no-bank", test_no_bank);
  g_test_add_func ("/order-words/lost", test_lost);
  g_test_add_func ("/order-words/out-of-reach", test_out_of_reach);
  g_test_add_func ("/order-words/planned", test_planned);
  g_test_add_func ("/order-words/reach", test_reach);

  return g_test_run ();
}
