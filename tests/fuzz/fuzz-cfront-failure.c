/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <string.h>

#include "banks/cfront-wire-failure.h"

/* Longer texts are not for people. */
#define MAX_TEXT 1000

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autofree char *text = tranche_cfront_read_failure (body);

  fuzz_assert_text (text);
  if (text) {
    g_assert_cmpuint (strlen (text), >, 0);
    g_assert_cmpuint (strlen (text), <=, MAX_TEXT);
  }

  return 0;
}
