/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-wire-failure.h"

#include <string.h>

#include "banks/json-reader.h"
#include "banks/tbank-draft-rules.h"

/* In bytes: more than that is not for people. */
#define MAX_TEXT 1000

typedef struct {
  TrancheJsonReader *reader;
  GString *text;
  GPtrArray *problems;
} Failure;

static void
add_line (GString    *text,
          const char *line)
{
  if (!line || !*line || text->len > MAX_TEXT)
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* The words in a text, in a list of words, and in the members of an object
 * that are known to hold words. */
static void
read_words (TrancheJsonReader *reader,
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
      read_words (reader, text);
    break;
  case TRANCHE_JSON_OBJECT:
    tranche_json_reader_enter_object (reader);
    while ((name = tranche_json_reader_next_member (reader)))
      if (g_str_equal (name, "message") || g_str_equal (name, "text") ||
          g_str_equal (name, "error") || g_str_equal (name, "description"))
        read_words (reader, text);
    break;
  default:
    tranche_json_reader_skip (reader);
    break;
  }
}

static void
read_validations (Failure *failure)
{
  const char *name;

  if (tranche_json_reader_peek (failure->reader) != TRANCHE_JSON_OBJECT) {
    read_words (failure->reader, failure->text);
    return;
  }

  tranche_json_reader_enter_object (failure->reader);
  while ((name = tranche_json_reader_next_member (failure->reader))) {
    g_autofree char *wire_name = g_strdup (name);
    g_autoptr (GString) words = g_string_new (NULL);
    TrancheField field;
    int item;

    read_words (failure->reader, words);
    field = tranche_tbank_find_field (wire_name, &item);
    g_ptr_array_add (failure->problems,
                     tranche_field_problem_new (field, item, TRANCHE_FLAW_BANK, 0, wire_name,
                                                words->len > 0 ? words->str : NULL));
  }
}

static void
read_members (Failure *failure)
{
  const char *name;

  if (tranche_json_reader_peek (failure->reader) != TRANCHE_JSON_OBJECT) {
    read_words (failure->reader, failure->text);
    return;
  }

  tranche_json_reader_enter_object (failure->reader);
  while ((name = tranche_json_reader_next_member (failure->reader))) {
    if (g_str_equal (name, "validations"))
      read_validations (failure);
    else if (g_str_equal (name, "errors") || g_str_equal (name, "message") ||
             g_str_equal (name, "error"))
      read_words (failure->reader, failure->text);
  }
}

static char *
read_plain_text (GBytes *body)
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

void
tranche_tbank_read_failure (GBytes     *body,
                            char      **text,
                            GPtrArray **problems)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (GString) words = g_string_new (NULL);
  Failure failure = {
    .reader = reader,
    .text = words,
    .problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free),
  };

  read_members (&failure);
  if (tranche_json_reader_finish (reader, NULL)) {
    *text = words->len > 0 ? g_strdup (words->str) : NULL;
  } else {
    g_ptr_array_set_size (failure.problems, 0);
    *text = read_plain_text (body);
  }
  *problems = failure.problems;
}
