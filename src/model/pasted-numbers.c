/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/pasted-numbers.h"

#include <string.h>

void
tranche_pasted_number_free (TranchePastedNumber *self)
{
  g_free (self->key);
  g_free (self);
}

/* What tables and web pages put around a cell, with the invisible characters
 * that nobody would find. */
static gboolean
is_padding (gunichar character)
{
  return g_unichar_isspace (character) || character == '"' || character == 0xFEFF ||
         character == 0x200B;
}

static char *
trim (const char *cell)
{
  const char *end;

  while (*cell != '\0' && is_padding (g_utf8_get_char (cell)))
    cell = g_utf8_next_char (cell);

  end = cell + strlen (cell);
  while (end > cell) {
    const char *last = g_utf8_prev_char (end);

    if (!is_padding (g_utf8_get_char (last)))
      break;
    end = last;
  }

  return g_strndup (cell, end - cell);
}

static TranchePastedNumber *
parse_line (const char *line,
            const char *currency)
{
  g_auto (GStrv) cells = g_strsplit_set (line, "\t;", 3);
  g_autofree char *key = cells[0] != NULL ? trim (cells[0]) : g_strdup ("");
  TranchePastedNumber *number;

  if (*key == '\0')
    return NULL;

  number = g_new0 (TranchePastedNumber, 1);
  number->key = g_steal_pointer (&key);
  if (cells[1] != NULL) {
    g_autofree char *sum = trim (cells[1]);
    TrancheMoney amount;

    if (tranche_money_parse (sum, currency, &amount, NULL) && amount.minor > 0)
      number->amount = amount;
  }

  return number;
}

GPtrArray *
tranche_pasted_numbers_parse (const char *text,
                              const char *currency)
{
  GPtrArray *numbers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_pasted_number_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, numbers);
  g_return_val_if_fail (currency != NULL, numbers);

  valid = g_utf8_make_valid (text, -1);
  lines = g_strsplit_set (valid, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (TranchePastedNumber) number = parse_line (lines[i], currency);

    if (number == NULL || !g_hash_table_add (seen, number->key))
      continue;

    g_ptr_array_add (numbers, g_steal_pointer (&number));
  }

  return numbers;
}
