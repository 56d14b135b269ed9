/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/web-address.h"
#include "core/bank-error.h"
#include "core/field-problem.h"

static const struct {
  const char *text;
  gboolean web;
  gboolean secure;
  gboolean loopback;
  /* As a bank's address: 0 or the error. */
  int bank;
} rows[] = {
  { "https://forma.tbank.ru", TRUE, TRUE, FALSE, 0 },
  { "https://forma.tbank.ru:8443/proxy", TRUE, TRUE, FALSE, 0 },
  { "https://[2001:db8::1]", TRUE, TRUE, FALSE, 0 },
  { "http://forma.tbank.ru", TRUE, FALSE, FALSE, TRANCHE_BANK_ERROR_TLS },
  { "http://127.0.0.1:8080", TRUE, FALSE, TRUE, 0 },
  { "http://127.255.0.1", TRUE, FALSE, TRUE, 0 },
  { "http://[::1]:80", TRUE, FALSE, TRUE, 0 },
  { "http://localhost:80", TRUE, FALSE, TRUE, 0 },
  { "http://LOCALHOST", TRUE, FALSE, TRUE, 0 },
  { "https://localhost", TRUE, TRUE, TRUE, 0 },
  { "http://localhost.example", TRUE, FALSE, FALSE, TRANCHE_BANK_ERROR_TLS },
  { "http://127.0.0.1.example", TRUE, FALSE, FALSE, TRANCHE_BANK_ERROR_TLS },
  { "http://0.0.0.0", TRUE, FALSE, FALSE, TRANCHE_BANK_ERROR_TLS },
  { "http://192.168.0.1", TRUE, FALSE, FALSE, TRANCHE_BANK_ERROR_TLS },
  { "https://user:word@forma.tbank.ru", TRUE, TRUE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "https://forma.tbank.ru?a=b", TRUE, TRUE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "https://forma.tbank.ru#a", TRUE, TRUE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "https://forma tbank.ru", FALSE, FALSE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "https://forma.tbank.ru/\n", FALSE, FALSE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "forma.tbank.ru", FALSE, FALSE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "https://", FALSE, FALSE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "https:///path", FALSE, FALSE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "ftp://forma.tbank.ru", FALSE, FALSE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "file:///etc/passwd", FALSE, FALSE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
  { "", FALSE, FALSE, FALSE, TRANCHE_BANK_ERROR_VALIDATION },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", rows[i].text);
    g_assert_true (tranche_is_web_address (rows[i].text, FALSE) == rows[i].web);
    g_assert_true (tranche_is_web_address (rows[i].text, TRUE) == rows[i].secure);
    g_assert_true (tranche_is_loopback_address (rows[i].text) == rows[i].loopback);
    g_assert_true (tranche_check_bank_address (rows[i].text, &error) == (rows[i].bank == 0));
    if (rows[i].bank == 0)
      g_assert_no_error (error);
    else
      g_assert_error (error, TRANCHE_BANK_ERROR, rows[i].bank);
  }
}

static void
test_problem (void)
{
  g_autoptr (GError) error = NULL;
  TrancheFieldProblem *problem;

  g_assert_false (tranche_check_bank_address (NULL, &error));
  problem = tranche_bank_error_get_problems (error)->pdata[0];
  g_assert_cmpint (problem->field, ==, TRANCHE_FIELD_URL);
  g_assert_cmpint (problem->flaw, ==, TRANCHE_FLAW_SYNTAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web-address/rows", test_rows);
  g_test_add_func ("/web-address/problem", test_problem);

  return g_test_run ();
}
