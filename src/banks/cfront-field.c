/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-field.h"

#include "banks/json-number.h"

/* The number or the text that comes next, valid until the next call. */
static const char *
read_scalar (TrancheJsonReader *reader)
{
  switch ((int) tranche_json_reader_peek (reader)) {
  case TRANCHE_JSON_STRING:
    return tranche_json_reader_read_string (reader);
  case TRANCHE_JSON_NUMBER:
    return tranche_json_reader_read_number (reader);
  default:
    tranche_json_reader_skip (reader);
    return NULL;
  }
}

char *
tranche_cfront_take_text (TrancheJsonReader *reader)
{
  const char *text = read_scalar (reader);

  return text && *text ? g_strdup (text) : NULL;
}

TrancheMoney
tranche_cfront_take_money (TrancheJsonReader *reader,
                           const char        *currency)
{
  gboolean is_number = tranche_json_reader_peek (reader) == TRANCHE_JSON_NUMBER;
  const char *text = read_scalar (reader);
  TrancheMoney amount = TRANCHE_MONEY_UNSET;
  TrancheMoney unset = TRANCHE_MONEY_UNSET;
  gboolean exact = FALSE;

  if (text && is_number)
    exact = tranche_json_number_to_money (text, currency, &amount);
  else if (text)
    exact = tranche_money_from_decimal (text, currency, &amount, NULL);

  return exact ? amount : unset;
}

guint
tranche_cfront_take_count (TrancheJsonReader *reader)
{
  gboolean is_number = tranche_json_reader_peek (reader) == TRANCHE_JSON_NUMBER;
  const char *text = read_scalar (reader);
  gint64 count = 0;

  if (!text)
    return 0;

  if (is_number) {
    if (!tranche_json_number_to_integer (text, &count))
      return 0;
  } else if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &count, NULL)) {
    return 0;
  }

  return count >= 0 && count <= G_MAXINT32 ? count : 0;
}

static GTimeZone *
make_kyiv_zone (void)
{
  GTimeZone *zone = g_time_zone_new_identifier ("Europe/Kyiv");

  /* What it was called until 2022. */
  if (!zone)
    zone = g_time_zone_new_identifier ("Europe/Kiev");

  return zone ? zone : g_time_zone_new_local ();
}

GDateTime *
tranche_cfront_take_time (TrancheJsonReader *reader)
{
  const char *text = read_scalar (reader);
  g_autoptr (GTimeZone) zone = NULL;

  if (!text)
    return NULL;

  zone = make_kyiv_zone ();

  return g_date_time_new_from_iso8601 (text, zone);
}

gboolean
tranche_cfront_take_boolean (TrancheJsonReader *reader,
                             gboolean          *out)
{
  const char *text;

  if (tranche_json_reader_peek (reader) == TRANCHE_JSON_BOOLEAN) {
    *out = tranche_json_reader_read_boolean (reader);
    return TRUE;
  }

  text = read_scalar (reader);
  if (!text || (!g_str_equal (text, "true") && !g_str_equal (text, "false")))
    return FALSE;
  *out = g_str_equal (text, "true");

  return TRUE;
}

gboolean
tranche_cfront_take_member (TrancheJsonReader       *reader,
                            const char              *name,
                            const TrancheCfrontText *texts,
                            gsize                    n_texts,
                            gpointer                 values)
{
  for (gsize i = 0; i < n_texts; i++)
    if (g_str_equal (texts[i].name, name)) {
      char **value = G_STRUCT_MEMBER_P (values, texts[i].offset);
      char *text = tranche_cfront_take_text (reader);

      if (text) {
        g_free (*value);
        *value = text;
      }
      return TRUE;
    }

  return FALSE;
}
