/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/json-field.h"

#include "banks/json-number.h"

char *
tranche_json_read_text_or_null (TrancheJsonReader *reader)
{
  if (tranche_json_reader_peek (reader) == TRANCHE_JSON_NULL) {
    tranche_json_reader_skip (reader);
    return NULL;
  }

  return g_strdup (tranche_json_reader_read_string (reader));
}

gint64
tranche_json_read_integer (TrancheJsonReader *reader)
{
  const char *number = tranche_json_reader_read_number (reader);
  gint64 value = 0;

  if (number && !tranche_json_number_to_integer (number, &value))
    tranche_json_reader_fail (reader, NULL, "a whole number in range");

  return value;
}

gboolean
tranche_json_read_money (TrancheJsonReader *reader,
                         const char        *currency,
                         TrancheMoney      *out)
{
  const char *number = tranche_json_reader_read_number (reader);

  if (!number)
    return FALSE;

  if (!tranche_json_number_to_money (number, currency, out)) {
    tranche_json_reader_fail (reader, NULL, "an exact amount of money");
    return FALSE;
  }

  return TRUE;
}

GDateTime *
tranche_json_read_time (TrancheJsonReader *reader)
{
  const char *text = tranche_json_reader_read_string (reader);
  GDateTime *time;

  if (!text)
    return NULL;

  /* Without a zone of its own a time is refused, for it could be any hour. */
  time = g_date_time_new_from_iso8601 (text, NULL);
  if (!time)
    tranche_json_reader_fail (reader, NULL, "a time with its zone");

  return time;
}
