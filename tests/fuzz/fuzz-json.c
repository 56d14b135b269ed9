/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <string.h>

#include "banks/json-number.h"
#include "banks/json-reader.h"
#include "core/bank-error.h"

/* Reads on as a caller would that takes every value as what it is. */
static void
read_value (TrancheJsonReader *reader)
{
  const char *text;
  TrancheMoney amount = TRANCHE_MONEY_UNSET;
  gint64 integer;

  switch (tranche_json_reader_peek (reader)) {
  case TRANCHE_JSON_STRING:
    fuzz_assert_text (tranche_json_reader_read_string (reader));
    break;
  case TRANCHE_JSON_NUMBER:
    text = tranche_json_reader_read_number (reader);
    if (text && tranche_json_number_to_money (text, "UAH", &amount))
      fuzz_assert_money (&amount, "UAH");
    if (text && tranche_json_number_to_integer (text, &integer))
      g_assert_cmpint (ABS (integer), <, G_GINT64_CONSTANT (1000000000000000000));
    break;
  case TRANCHE_JSON_BOOLEAN:
    tranche_json_reader_read_boolean (reader);
    break;
  case TRANCHE_JSON_OBJECT:
    tranche_json_reader_enter_object (reader);
    while ((text = tranche_json_reader_next_member (reader))) {
      fuzz_assert_text (text);
      read_value (reader);
    }
    break;
  case TRANCHE_JSON_ARRAY:
    tranche_json_reader_enter_array (reader);
    while (tranche_json_reader_next_element (reader))
      read_value (reader);
    break;
  case TRANCHE_JSON_NULL:
  case TRANCHE_JSON_NONE:
  default:
    tranche_json_reader_skip (reader);
    break;
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (TrancheJsonReader) skipper = tranche_json_reader_new (body);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) skip_error = NULL;
  gboolean ok;

  read_value (reader);
  ok = tranche_json_reader_finish (reader, &error);
  fuzz_assert_outcome (ok ? body : NULL, error, 0);

  /* Skipping reads as strictly, and finds the same fault in the same place. */
  tranche_json_reader_skip (skipper);
  g_assert_true (tranche_json_reader_finish (skipper, &skip_error) == ok);
  if (!ok)
    g_assert_cmpstr (error->message, ==, skip_error->message);
  else
    g_assert_true (g_utf8_validate_len ((const char *) data, size, NULL));

  return 0;
}
