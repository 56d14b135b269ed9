/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-failure.h"

#include "banks/failure-words.h"

char *
tranche_cfront_read_failure (GBytes *body)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (GString) words = g_string_new (NULL);

  tranche_failure_read_words (reader, words);
  if (!tranche_json_reader_finish (reader, NULL))
    return tranche_failure_plain_words (body);

  return words->len > 0 ? g_strdup (words->str) : NULL;
}
