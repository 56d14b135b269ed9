/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-wire-failure.h"

#include "banks/failure-words.h"
#include "banks/tbank-draft-rules.h"

typedef struct {
  TrancheJsonReader *reader;
  GString *text;
  GPtrArray *problems;
} Failure;

static void
read_validations (Failure *failure)
{
  const char *name;

  if (tranche_json_reader_peek (failure->reader) != TRANCHE_JSON_OBJECT) {
    tranche_failure_read_words (failure->reader, failure->text);
    return;
  }

  tranche_json_reader_enter_object (failure->reader);
  while ((name = tranche_json_reader_next_member (failure->reader))) {
    g_autofree char *wire_name = g_strdup (name);
    g_autoptr (GString) words = g_string_new (NULL);
    TrancheField field;
    int item;

    tranche_failure_read_words (failure->reader, words);
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
    tranche_failure_read_words (failure->reader, failure->text);
    return;
  }

  tranche_json_reader_enter_object (failure->reader);
  while ((name = tranche_json_reader_next_member (failure->reader))) {
    if (g_str_equal (name, "validations"))
      read_validations (failure);
    else if (g_str_equal (name, "errors") || g_str_equal (name, "message") ||
             g_str_equal (name, "error"))
      tranche_failure_read_words (failure->reader, failure->text);
  }
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
    *text = tranche_failure_plain_words (body);
  }
  *problems = failure.problems;
}
