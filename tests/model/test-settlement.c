/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/settlement.h"

#include <gio/gio.h>

static void
test_stages (void)
{
  static const struct {
    TrancheStage stage;
    TrancheVerdict create;
    TrancheVerdict commit;
    TrancheVerdict cancel;
  } rows[] = {
    { TRANCHE_STAGE_WAITING, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NOT_YET, TRANCHE_VERDICT_NOT_YET },
    { TRANCHE_STAGE_APPROVED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NOT_YET, TRANCHE_VERDICT_NOT_YET },
    { TRANCHE_STAGE_COOLING, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NOT_YET, TRANCHE_VERDICT_NOT_YET },
    { TRANCHE_STAGE_READY, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NOT_YET, TRANCHE_VERDICT_NOT_YET },
    { TRANCHE_STAGE_COMMITTED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NEVER },
    { TRANCHE_STAGE_CLOSED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NEVER },
    { TRANCHE_STAGE_RETURNED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NEVER },
    { TRANCHE_STAGE_CANCELED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NEVER, TRANCHE_VERDICT_HAPPENED },
    { TRANCHE_STAGE_REJECTED, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_NEVER, TRANCHE_VERDICT_NEVER },
    { TRANCHE_STAGE_UNKNOWN, TRANCHE_VERDICT_HAPPENED, TRANCHE_VERDICT_OPEN, TRANCHE_VERDICT_OPEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", tranche_stage_to_nick (rows[i].stage));
    g_assert_cmpint (tranche_settlement_judge_stage (TRANCHE_OPERATION_CREATE, rows[i].stage),
                     ==, rows[i].create);
    g_assert_cmpint (tranche_settlement_judge_stage (TRANCHE_OPERATION_COMMIT, rows[i].stage),
                     ==, rows[i].commit);
    g_assert_cmpint (tranche_settlement_judge_stage (TRANCHE_OPERATION_CANCEL, rows[i].stage),
                     ==, rows[i].cancel);
  }

  g_assert_cmpint (tranche_settlement_judge_stage (TRANCHE_OPERATION_RETURN, TRANCHE_STAGE_RETURNED),
                   ==, TRANCHE_VERDICT_HAPPENED);
  g_assert_cmpint (tranche_settlement_judge_stage (TRANCHE_OPERATION_RETURN, TRANCHE_STAGE_COMMITTED),
                   ==, TRANCHE_VERDICT_OPEN);
}

static void
test_errors (void)
{
  for (int code = TRANCHE_BANK_ERROR_AUTHENTICATION; code <= TRANCHE_BANK_ERROR_CREDENTIALS; code++) {
    g_autoptr (GError) error = tranche_bank_error_new ((TrancheBankError) code, 0, "Failed");
    gboolean not_found = code == TRANCHE_BANK_ERROR_NOT_FOUND;

    g_assert_cmpint (tranche_settlement_judge_error (TRANCHE_OPERATION_CREATE, error), ==,
                     not_found ? TRANCHE_VERDICT_NOT_YET : TRANCHE_VERDICT_OPEN);
    g_assert_cmpint (tranche_settlement_judge_error (TRANCHE_OPERATION_COMMIT, error), ==,
                     TRANCHE_VERDICT_OPEN);
    g_assert_cmpint (tranche_settlement_get_code (error), ==, code);
  }
}

/* Of a create that was sent again only the bank's own word that it is wrong
 * tells something. */
static void
test_create_errors (void)
{
  for (int code = TRANCHE_BANK_ERROR_AUTHENTICATION; code <= TRANCHE_BANK_ERROR_CREDENTIALS; code++) {
    for (guint status = 0; status <= 400; status += 400) {
      g_autoptr (GError) error = tranche_bank_error_new ((TrancheBankError) code, status, "Failed");
      gboolean wrong = code == TRANCHE_BANK_ERROR_VALIDATION && status == 400;

      g_assert_cmpint (tranche_settlement_judge_create (error), ==,
                       wrong ? TRANCHE_VERDICT_NOT_YET : TRANCHE_VERDICT_OPEN);
    }
  }
}

/* What may have reached the bank is never taken for refused. */
static void
test_refusals (void)
{
  static const TrancheBankError unknown[] = {
    TRANCHE_BANK_ERROR_TIMEOUT,
    TRANCHE_BANK_ERROR_SERVER,
    TRANCHE_BANK_ERROR_PROTOCOL,
    TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME,
  };
  g_autoptr (GError) cancelled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  g_autoptr (GError) broken = g_error_new (G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "Broken");

  for (int code = TRANCHE_BANK_ERROR_AUTHENTICATION; code <= TRANCHE_BANK_ERROR_CREDENTIALS; code++) {
    g_autoptr (GError) error = tranche_bank_error_new ((TrancheBankError) code, 0, "Failed");
    gboolean is_unknown = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
      is_unknown |= (int) unknown[i] == code;

    g_assert_cmpint (tranche_settlement_is_refusal (error), ==, !is_unknown);
  }

  g_assert_true (tranche_settlement_is_refusal (cancelled));
  g_assert_false (tranche_settlement_is_refusal (broken));
  g_assert_cmpint (tranche_settlement_get_code (cancelled), ==, 0);
}

static void
test_description (void)
{
  g_autoptr (GError) error = tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 422,
                                                     "HTTP 422");
  g_autofree char *plain = tranche_settlement_describe (error);
  g_autofree char *whole = NULL;

  g_assert_cmpstr (plain, ==, "HTTP 422");

  tranche_bank_error_set_bank_text (error, "Call 8 (999) 888-77-66");
  whole = tranche_settlement_describe (error);
  g_assert_nonnull (strstr (whole, "Call"));
  g_assert_null (strstr (whole, "888"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settlement/stages", test_stages);
  g_test_add_func ("/settlement/errors", test_errors);
  g_test_add_func ("/settlement/create-errors", test_create_errors);
  g_test_add_func ("/settlement/refusals", test_refusals);
  g_test_add_func ("/settlement/description", test_description);

  return g_test_run ();
}
