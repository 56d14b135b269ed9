/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/failure-words.h"

#include <string.h>

/* In bytes: more than that is not for people. */
#define MAX_TEXT 1000

static const char * const members[] = {
  "message", "errors", "error", "text", "description",
};

static void
add_line (GString    *text,
          const char *line)
{
  if (!line || !*line || text->len >= MAX_TEXT)
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);

  if (text->len > MAX_TEXT)
    g_string_truncate (text, g_utf8_find_prev_char (text->str, text->str + MAX_TEXT + 1) -
                             text->str);
}

static gboolean
holds_words (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i], name))
      return TRUE;

  return FALSE;
}

void
tranche_failure_read_words (TrancheJsonReader *reader,
                            GString           *text)
{
  const char *name;

  switch ((int) tranche_json_reader_peek (reader)) {
  case TRANCHE_JSON_STRING:
    add_line (text, tranche_json_reader_read_string (reader));
    break;
  case TRANCHE_JSON_ARRAY:
    tranche_json_reader_enter_array (reader);
    while (tranche_json_reader_next_element (reader))
      tranche_failure_read_words (reader, text);
    break;
  case TRANCHE_JSON_OBJECT:
    tranche_json_reader_enter_object (reader);
    while ((name = tranche_json_reader_next_member (reader)))
      if (holds_words (name))
        tranche_failure_read_words (reader, text);
    break;
  default:
    tranche_json_reader_skip (reader);
    break;
  }
}

char *
tranche_failure_plain_words (GBytes *body)
{
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  g_autofree char *text = NULL;

  if (length == 0 || length > MAX_TEXT || !g_utf8_validate_len (data, length, NULL))
    return NULL;

  text = g_strstrip (g_strndup (data, length));
  if (!*text || strchr ("<{[\"", *text))
    return NULL;

  return g_steal_pointer (&text);
}
