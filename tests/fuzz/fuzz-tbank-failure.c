/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <string.h>

#include "banks/tbank-wire-failure.h"
#include "core/field-problem.h"

/* Longer texts are not for people. */
#define MAX_TEXT 1000

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *text = NULL;

  tranche_tbank_read_failure (body, &text, &problems);
  fuzz_assert_text (text);
  if (text) {
    g_assert_cmpuint (strlen (text), >, 0);
    g_assert_cmpuint (strlen (text), <=, MAX_TEXT);
  }

  g_assert_nonnull (problems);
  for (guint i = 0; i < problems->len; i++) {
    const TrancheFieldProblem *problem = problems->pdata[i];

    g_assert_cmpint (problem->item, >=, -1);
    fuzz_assert_text (problem->wire_name);
    fuzz_assert_text (problem->text);
  }

  return 0;
}
