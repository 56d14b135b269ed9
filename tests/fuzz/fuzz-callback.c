/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "banks/callback-wire.h"

#define MAX_LENGTH 128

static void
assert_name (const char *name)
{
  if (!name)
    return;

  fuzz_assert_text (name);
  g_assert_cmpint (g_utf8_strlen (name, -1), >=, 1);
  g_assert_cmpint (g_utf8_strlen (name, -1), <=, MAX_LENGTH);
  for (const char *p = name; *p; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);

  for (TrancheCallbackDialect dialect = TRANCHE_CALLBACKS_TBANK;
       dialect <= TRANCHE_CALLBACKS_CFRONT;
       dialect++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheCallbackHint) hint = tranche_callback_read (dialect, body, &error);

    fuzz_assert_outcome (hint, error, 0);
    if (hint) {
      g_assert_true (hint->number || hint->bank_order_id);
      assert_name (hint->number);
      assert_name (hint->bank_order_id);
    }
  }

  return 0;
}
