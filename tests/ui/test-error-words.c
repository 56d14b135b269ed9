/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "core/bank-error.h"
#include "store/keyring-error.h"
#include "store/store-error.h"
#include "ui/error-words.h"

static const TrancheOperation money_operations[] = {
  TRANCHE_OPERATION_CREATE,
  TRANCHE_OPERATION_COMMIT,
  TRANCHE_OPERATION_CANCEL,
  TRANCHE_OPERATION_RETURN,
};

static void
assert_complete (const TrancheErrorWords *words)
{
  g_assert_cmpstr (words->title, !=, "");
  g_assert_false (g_str_has_suffix (words->title, "."));
  g_assert_cmpstr (words->body, !=, "");
  g_assert_true (g_str_has_suffix (words->body, "."));
}

static void
test_every_bank_error (void)
{
  for (int code = TRANCHE_BANK_ERROR_AUTHENTICATION; code <= TRANCHE_BANK_ERROR_CREDENTIALS; code++) {
    for (guint i = 0; i < G_N_ELEMENTS (money_operations); i++) {
      g_autoptr (GError) error
        = tranche_bank_error_new ((TrancheBankError) code, 0, "technical text");
      g_autoptr (TrancheErrorWords) words
        = tranche_error_words_new (error, money_operations[i]);

      assert_complete (words);
      g_assert_cmpstr (words->details, ==, "technical text");
      /* The technical text is never passed off as an explanation. */
      g_assert_null (strstr (words->body, "technical text"));
    }
  }
}

/* Whether money may have moved is said for each commit that failed. */
static void
test_money_is_told (void)
{
  for (int code = TRANCHE_BANK_ERROR_AUTHENTICATION; code <= TRANCHE_BANK_ERROR_CREDENTIALS; code++) {
    g_autoptr (GError) error = tranche_bank_error_new ((TrancheBankError) code, 0, "x");
    g_autoptr (TrancheErrorWords) commit
      = tranche_error_words_new (error, TRANCHE_OPERATION_COMMIT);
    g_autoptr (TrancheErrorWords) question
      = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
    gboolean unknown = tranche_bank_error_is_unknown (error);

    g_assert_cmpint (strstr (commit->body, "the money may have moved") != NULL, ==, unknown);
    g_assert_cmpint (strstr (commit->body, "no money has moved") != NULL, ==, !unknown);
    /* A question moves none, and nothing is said of it. */
    g_assert_null (strstr (question->body, "money"));
  }
}

static void
test_unknown_outcome (void)
{
  static const struct {
    TrancheBankError cause;
    const char *title;
  } rows[] = {
    { TRANCHE_BANK_ERROR_NETWORK, "The connection broke before the bank answered" },
    { TRANCHE_BANK_ERROR_TIMEOUT, "The bank did not answer in time" },
    { TRANCHE_BANK_ERROR_SERVER, "The bank reports a failure of its own" },
    { TRANCHE_BANK_ERROR_PROTOCOL, "The bank’s answer makes no sense" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error
      = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "x");
    g_autoptr (TrancheErrorWords) words = NULL;

    tranche_bank_error_set_cause (error, rows[i].cause);
    words = tranche_error_words_new (error, TRANCHE_OPERATION_CREATE);
    g_assert_cmpstr (words->title, ==, rows[i].title);
    g_assert_nonnull (strstr (words->body, "do not make the order a second time"));
  }
}

static void
test_retry_after (void)
{
  static const struct {
    guint seconds;
    const char *body;
  } rows[] = {
    { 0, "Try again in a minute." },
    { 1, "Try again in a minute." },
    { 60, "Try again in a minute." },
    { 61, "Try again in 2 minutes." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = tranche_bank_error_new (TRANCHE_BANK_ERROR_RATE_LIMITED, 429, "x");
    g_autoptr (TrancheErrorWords) words = NULL;

    tranche_bank_error_set_retry_after (error, rows[i].seconds);
    words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
    g_assert_cmpstr (words->body, ==, rows[i].body);
  }
}

static void
test_details (void)
{
  g_autoptr (GError) error = tranche_bank_error_new (TRANCHE_BANK_ERROR_FORBIDDEN, 403, "Forbidden");
  g_autoptr (GError) bare = tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "%s", "");
  g_autoptr (TrancheErrorWords) words = NULL;
  g_autoptr (TrancheErrorWords) bare_words = NULL;

  tranche_bank_error_set_bank_text (error, "Запрещено отменять эту заявку");
  tranche_bank_error_set_trace_id (error, "abc-123");
  words = tranche_error_words_new (error, TRANCHE_OPERATION_CANCEL);
  bare_words = tranche_error_words_new (bare, TRANCHE_OPERATION_CANCEL);

  g_assert_cmpstr (words->details, ==,
                   "Запрещено отменять эту заявку\nForbidden\nHTTP 403\nTrace-Id: abc-123");
  g_assert_null (bare_words->details);
}

/* A text that is not UTF-8, or a whole page, does not break the window. */
static void
test_hostile_text (void)
{
  g_autofree char *page = g_strnfill (100000, 'x');
  g_autoptr (TrancheErrorWords) long_words
    = tranche_error_words_new_for_code (TRANCHE_BANK_ERROR_PROTOCOL, page, TRANCHE_OPERATION_NONE);
  g_autoptr (TrancheErrorWords) broken_words
    = tranche_error_words_new_for_code (TRANCHE_BANK_ERROR_PROTOCOL, "a\377b",
                                        TRANCHE_OPERATION_NONE);

  g_assert_cmpuint (strlen (long_words->details), ==, 2000);
  g_assert_true (g_utf8_validate (broken_words->details, -1, NULL));
}

static void
test_for_code (void)
{
  g_autoptr (TrancheErrorWords) words
    = tranche_error_words_new_for_code (TRANCHE_BANK_ERROR_NETWORK, "no route",
                                        TRANCHE_OPERATION_NONE);
  g_autoptr (TrancheErrorWords) strange
    = tranche_error_words_new_for_code (999, "", TRANCHE_OPERATION_NONE);

  g_assert_cmpstr (words->title, ==, "No connection to the bank");
  g_assert_cmpstr (words->details, ==, "no route");
  g_assert_cmpstr (strange->title, ==, "Something went wrong");
  g_assert_null (strange->details);
}

static void
test_store_and_keyring (void)
{
  for (int code = TRANCHE_STORE_ERROR_DAMAGED; code <= TRANCHE_STORE_ERROR_GONE; code++) {
    g_autoptr (GError) error = g_error_new_literal (TRANCHE_STORE_ERROR, code, "/path/book.db");
    g_autoptr (TrancheErrorWords) words
      = tranche_error_words_new (error, TRANCHE_OPERATION_COMMIT);

    assert_complete (words);
    g_assert_cmpstr (words->details, ==, "/path/book.db");
    /* The book may fail after the bank has acted: nothing is promised. */
    if (code != TRANCHE_STORE_ERROR_EXISTS)
      g_assert_null (strstr (words->body, "no money has moved"));
  }

  for (int code = TRANCHE_KEYRING_ERROR_UNAVAILABLE; code <= TRANCHE_KEYRING_ERROR_FAILED; code++) {
    g_autoptr (GError) error = g_error_new_literal (TRANCHE_KEYRING_ERROR, code, "x");
    g_autoptr (TrancheErrorWords) words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);

    assert_complete (words);
  }
}

static void
test_others (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  g_autoptr (GError) io = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");
  g_autoptr (GError) strange = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_FAILED, "y");
  g_autoptr (TrancheErrorWords) stopped
    = tranche_error_words_new (cancelled, TRANCHE_OPERATION_COMMIT);
  g_autoptr (TrancheErrorWords) io_words = tranche_error_words_new (io, TRANCHE_OPERATION_NONE);
  g_autoptr (TrancheErrorWords) strange_words
    = tranche_error_words_new (strange, TRANCHE_OPERATION_NONE);

  g_assert_cmpstr (stopped->title, ==, "Stopped");
  g_assert_cmpstr (stopped->body, ==, "The order was not committed, and no money has moved.");
  g_assert_null (stopped->details);
  assert_complete (io_words);
  assert_complete (strange_words);
  g_assert_cmpstr (strange_words->details, ==, "y");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-words/every-bank-error", test_every_bank_error);
  g_test_add_func ("/error-words/money-is-told", test_money_is_told);
  g_test_add_func ("/error-words/unknown-outcome", test_unknown_outcome);
  g_test_add_func ("/error-words/retry-after", test_retry_after);
  g_test_add_func ("/error-words/details", test_details);
  g_test_add_func ("/error-words/hostile-text", test_hostile_text);
  g_test_add_func ("/error-words/for-code", test_for_code);
  g_test_add_func ("/error-words/store-and-keyring", test_store_and_keyring);
  g_test_add_func ("/error-words/others", test_others);

  return g_test_run ();
}
