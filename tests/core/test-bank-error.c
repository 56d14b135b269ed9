/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/bank-error.h"

#include <gio/gio.h>

#include "core/field-problem.h"

static GPtrArray *
make_problems (void)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);

  g_ptr_array_add (problems, tranche_field_problem_new (TRANCHE_FIELD_ITEM_NAME, 2,
                                                        TRANCHE_FLAW_TOO_LONG, 255,
                                                        "items[].name", "too long"));

  return problems;
}

static void
test_new (void)
{
  g_autoptr (GError) error = tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 422, "no: %d", 7);

  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "no: 7");
  g_assert_cmpuint (tranche_bank_error_get_http_status (error), ==, 422);
  g_assert_cmpuint (tranche_bank_error_get_retry_after (error), ==, 0);
  g_assert_null (tranche_bank_error_get_bank_text (error));
  g_assert_null (tranche_bank_error_get_trace_id (error));
  g_assert_null (tranche_bank_error_get_problems (error));
  g_assert_cmpint (tranche_bank_error_get_cause (error), ==, TRANCHE_BANK_ERROR_CONFLICT);
  g_assert_false (tranche_bank_error_is_unknown (error));
}

/* Errors are copied on their way through tasks; what they carry comes along. */
static void
test_copy (void)
{
  g_autoptr (GPtrArray) problems = make_problems ();
  GError *original = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 504, "lost");
  g_autoptr (GError) error = NULL;
  TrancheFieldProblem *problem;

  tranche_bank_error_set_retry_after (original, 30);
  tranche_bank_error_set_bank_text (original, "Позже");
  tranche_bank_error_set_trace_id (original, "abc");
  tranche_bank_error_set_cause (original, TRANCHE_BANK_ERROR_TIMEOUT);
  tranche_bank_error_set_problems (original, problems);

  error = g_error_copy (original);
  g_error_free (original);
  g_clear_pointer (&problems, g_ptr_array_unref);

  g_assert_true (tranche_bank_error_is_unknown (error));
  g_assert_cmpuint (tranche_bank_error_get_http_status (error), ==, 504);
  g_assert_cmpuint (tranche_bank_error_get_retry_after (error), ==, 30);
  g_assert_cmpstr (tranche_bank_error_get_bank_text (error), ==, "Позже");
  g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "abc");
  g_assert_cmpint (tranche_bank_error_get_cause (error), ==, TRANCHE_BANK_ERROR_TIMEOUT);
  g_assert_cmpuint (tranche_bank_error_get_problems (error)->len, ==, 1);

  problem = g_ptr_array_index (tranche_bank_error_get_problems (error), 0);
  g_assert_cmpint (problem->field, ==, TRANCHE_FIELD_ITEM_NAME);
  g_assert_cmpint (problem->item, ==, 2);
  g_assert_cmpint (problem->flaw, ==, TRANCHE_FLAW_TOO_LONG);
  g_assert_cmpint (problem->limit, ==, 255);
  g_assert_cmpstr (problem->wire_name, ==, "items[].name");
  g_assert_cmpstr (problem->text, ==, "too long");
}

static void
test_set_again (void)
{
  g_autoptr (GPtrArray) problems = make_problems ();
  g_autoptr (GError) error = tranche_bank_error_new (TRANCHE_BANK_ERROR_VALIDATION, 400, "wrong");

  tranche_bank_error_set_bank_text (error, "a");
  tranche_bank_error_set_bank_text (error, "b");
  tranche_bank_error_set_problems (error, problems);
  tranche_bank_error_set_problems (error, problems);

  g_assert_cmpstr (tranche_bank_error_get_bank_text (error), ==, "b");
  g_assert_true (tranche_bank_error_get_problems (error) == problems);

  tranche_bank_error_set_problems (error, NULL);
  g_assert_null (tranche_bank_error_get_problems (error));
}

static void
test_foreign (void)
{
  g_autoptr (GError) foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  const GError *errors[] = { foreign, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++) {
    g_assert_cmpuint (tranche_bank_error_get_http_status (errors[i]), ==, 0);
    g_assert_cmpuint (tranche_bank_error_get_retry_after (errors[i]), ==, 0);
    g_assert_null (tranche_bank_error_get_bank_text (errors[i]));
    g_assert_null (tranche_bank_error_get_trace_id (errors[i]));
    g_assert_null (tranche_bank_error_get_problems (errors[i]));
    g_assert_cmpint (tranche_bank_error_get_cause (errors[i]), ==, 0);
    g_assert_false (tranche_bank_error_is_unknown (errors[i]));
  }
}

static void
test_values (void)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (TRANCHE_TYPE_BANK_ERROR);

  g_assert_cmpuint (values->n_values, ==, 14);
  for (guint i = 0; i < values->n_values; i++)
    g_assert_cmpint (values->values[i].value, ==, i + 1);
  g_assert_cmpint (g_enum_get_value_by_nick (values, "unknown-outcome")->value, ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bank-error/new", test_new);
  g_test_add_func ("/bank-error/copy", test_copy);
  g_test_add_func ("/bank-error/set-again", test_set_again);
  g_test_add_func ("/bank-error/foreign", test_foreign);
  g_test_add_func ("/bank-error/values", test_values);

  return g_test_run ();
}
