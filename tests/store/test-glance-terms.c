/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/glance-terms.h"

static const struct {
  const char *typed;
  const char *match;  /* NULL: nothing */
  const char *shorts; /* joined by "|" */
  gint64 amount;      /* -1: none */
} cases[] = {
  { "Иванова", "(\"иванова\")", "", -1 },
  { "ИВАНОВА Алёна", "(\"иванова\") AND (\"алена\")", "", -1 },
  { "Ив Алёна", "(\"алена\")", "ив", -1 },
  { "Ив", NULL, "ив", -1 },
  { "", NULL, "", -1 },
  { "  ", NULL, "", -1 },
  { "0314-7kf29", "(\"0314-7kf29\")", "", -1 },
  /* A phone, however it is parted. */
  { "888-77-66", "(\"888-77-66\" OR \"8887766\")", "", -1 },
  { "+7 (999) 888 77 66", "\"79998887766\"", "", -1 },
  { "77 66", "\"7766\"", "", -1 },
  { "7 6", NULL, "7|6", -1 },
  { "7766 Иванова", "(\"7766\") AND (\"иванова\")", "", -1 },
  /* A sum. */
  { "12990", "(\"12990\")", "", 1299000 },
  { "12 990", "\"12990\"", "", 1299000 },
  { "24990,50", "(\"24990,50\")", "", 2499050 },
  /* No word is an operator of the index. */
  { "a\"b OR", "(\"a\"\"b\")", "or", -1 },
  { "NOT NEAR*", "(\"not\") AND (\"near*\")", "", -1 },
};

static void
test_terms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) words = g_strsplit (cases[i].typed, " ", -1);
    g_autoptr (TrancheGlanceTerms) terms =
      tranche_glance_terms_new ((const char * const *) words);
    g_autofree char *shorts =
      g_strjoinv ("|", (char **) tranche_glance_terms_get_shorts (terms));
    gint64 amount = -1;

    g_test_message ("“%s”", cases[i].typed);
    g_assert_cmpstr (tranche_glance_terms_get_match (terms), ==, cases[i].match);
    g_assert_cmpstr (shorts, ==, cases[i].shorts);
    g_assert_cmpint (tranche_glance_terms_get_amount (terms, &amount), ==, cases[i].amount >= 0);
    g_assert_cmpint (amount, ==, cases[i].amount);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/glance-terms/terms", test_terms);

  return g_test_run ();
}
