/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/keeping-words.h"

#include "store/store-error.h"

/* Every error has a sentence, and those that ask for another action another. */
static void
test_errors (void)
{
  for (int code = TRANCHE_STORE_ERROR_DAMAGED; code <= TRANCHE_STORE_ERROR_FAILED; code++) {
    g_autoptr (GError) error = g_error_new_literal (TRANCHE_STORE_ERROR, code, "x");
    g_autofree char *backup = tranche_backup_failure_words (error);
    g_autofree char *file = tranche_book_file_words (error);

    g_assert_true (g_str_has_suffix (backup, "."));
    g_assert_true (g_str_has_suffix (file, "."));
    if (code == TRANCHE_STORE_ERROR_FULL)
      g_assert_cmpstr (backup, ==, "The disk is full: the order book is not backed up.");
    if (code == TRANCHE_STORE_ERROR_NEWER)
      g_assert_true (g_str_has_prefix (file, "A newer version"));
  }
}

static void
test_other_domain (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");
  g_autofree char *words = tranche_backup_failure_words (error);

  g_assert_cmpstr (words, ==, "The order book could not be backed up.");
}

/* The worst comes first. */
static void
test_faults (void)
{
  g_autofree char *sound = tranche_book_faults_words (TRANCHE_BOOK_SOUND);
  g_autofree char *damaged = tranche_book_faults_words (TRANCHE_BOOK_FAULT_PAGES |
                                                        TRANCHE_BOOK_FAULT_COUNTS);
  g_autofree char *counts = tranche_book_faults_words (TRANCHE_BOOK_FAULT_COUNTS);

  g_assert_cmpstr (sound, ==, "The order book is sound");
  g_assert_true (g_str_has_prefix (damaged, "The order book is damaged."));
  g_assert_true (g_str_has_prefix (counts, "The orders are whole"));
}

static void
test_summary (void)
{
  g_autoptr (GDateTime) newest = g_date_time_new_local (2025, 12, 3, 14, 5, 0);
  TrancheBookSummary summary = { .n_orders = 0 };
  g_autofree char *none = tranche_book_summary_words (&summary);
  g_autofree char *many = NULL;

  g_assert_cmpstr (none, ==, "No orders");
  summary.n_orders = 512;
  summary.newest = newest;
  many = tranche_book_summary_words (&summary);
  g_assert_true (g_str_has_prefix (many, "512 orders, the newest of 3 December 2025"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keeping-words/errors", test_errors);
  g_test_add_func ("/keeping-words/other-domain", test_other_domain);
  g_test_add_func ("/keeping-words/faults", test_faults);
  g_test_add_func ("/keeping-words/summary", test_summary);

  return g_test_run ();
}
