/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/field-words.h"

static void
test_problems (void)
{
  static const struct {
    TrancheField field;
    TrancheFlaw flaw;
    gint64 limit;
    const char *text;
    const char *words;
  } rows[] = {
    { TRANCHE_FIELD_NUMBER, TRANCHE_FLAW_TOO_LONG, 64, NULL, "No longer than 64 characters" },
    { TRANCHE_FIELD_NUMBER, TRANCHE_FLAW_TOO_LONG, 1, NULL, "No longer than 1 character" },
    { TRANCHE_FIELD_LAST_NAME, TRANCHE_FLAW_MISSING, 0, NULL, "Fill this in" },
    { TRANCHE_FIELD_ITEMS, TRANCHE_FLAW_MISSING, 0, NULL, "Add at least one item" },
    { TRANCHE_FIELD_PRODUCT, TRANCHE_FLAW_MISSING, 0, NULL, "Choose a product" },
    { TRANCHE_FIELD_PHONE, TRANCHE_FLAW_SYNTAX, 0, NULL, "Not a phone number" },
    { TRANCHE_FIELD_EMAIL, TRANCHE_FLAW_SYNTAX, 0, NULL, "Not an e-mail address" },
    { TRANCHE_FIELD_ITEM_PRICE, TRANCHE_FLAW_SYNTAX, 0, NULL, "Not a sum of money" },
    { TRANCHE_FIELD_ITEM_QUANTITY, TRANCHE_FLAW_TOO_SMALL, 0, NULL, "Must be more than zero" },
    { TRANCHE_FIELD_ITEM_QUANTITY, TRANCHE_FLAW_TOO_SMALL, 2, NULL, "Not less than 2" },
    { TRANCHE_FIELD_SUM, TRANCHE_FLAW_TOO_SMALL, 300000, NULL,
      "Not less than 3,000\302\240\342\202\275" },
    { TRANCHE_FIELD_SUM, TRANCHE_FLAW_TOO_LARGE, 50000050, NULL,
      "Not more than 500,000.50\302\240\342\202\275" },
    { TRANCHE_FIELD_SUM, TRANCHE_FLAW_MISMATCH, 0, NULL, "Not the sum of the items" },
    { TRANCHE_FIELD_PRODUCT, TRANCHE_FLAW_NOT_OFFERED, 0, NULL, "Not offered by this account" },
    { TRANCHE_FIELD_URL, TRANCHE_FLAW_BANK, 0, "плохой адрес", "плохой адрес" },
    { TRANCHE_FIELD_URL, TRANCHE_FLAW_BANK, 0, NULL, "The bank does not accept this" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheFieldProblem) problem
      = tranche_field_problem_new (rows[i].field, -1, rows[i].flaw, rows[i].limit, NULL,
                                   rows[i].text);
    g_autofree char *words = tranche_field_problem_words (problem, "RUB");

    g_assert_cmpstr (words, ==, rows[i].words);
  }
}

/* Every flaw of every field has words, even those that no bank reports today. */
static void
test_complete (void)
{
  for (int field = TRANCHE_FIELD_OTHER; field <= TRANCHE_FIELD_FIRST_PAYMENT; field++) {
    g_assert_cmpstr (tranche_field_label ((TrancheField) field), !=, "");

    for (int flaw = TRANCHE_FLAW_MISSING; flaw <= TRANCHE_FLAW_BANK; flaw++) {
      g_autoptr (TrancheFieldProblem) problem
        = tranche_field_problem_new ((TrancheField) field, -1, (TrancheFlaw) flaw, 3, NULL,
                                     NULL);
      g_autofree char *words = tranche_field_problem_words (problem, NULL);

      g_assert_cmpstr (words, !=, "");
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-words/problems", test_problems);
  g_test_add_func ("/field-words/complete", test_complete);

  return g_test_run ();
}
