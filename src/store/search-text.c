/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/search-text.h"

#include <string.h>

#include "store/folding.h"

char **
tranche_search_text_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folded = tranche_fold_for_search (text);
  const char *start = NULL;
  const char *c;

  for (c = folded; *c; c = g_utf8_next_char (c)) {
    gboolean blank = g_unichar_isspace (g_utf8_get_char (c));

    if (start && blank)
      g_strv_builder_take (builder, g_strndup (start, c - start));
    if (blank)
      start = NULL;
    else if (!start)
      start = c;
  }
  if (start)
    g_strv_builder_add (builder, start);

  return g_strv_builder_end (builder);
}

/* @words: (nullable) */
static void
add_words (GString    *text,
           const char *words)
{
  g_auto (GStrv) split = words ? tranche_search_text_split (words) : NULL;

  for (guint i = 0; split && split[i]; i++) {
    g_string_append (text, TRANCHE_SEARCH_GAP);
    g_string_append (text, split[i]);
  }
}

/* @phone: (nullable) */
static void
add_phone (GString    *text,
           const char *phone,
           const char *currency)
{
  gboolean russian = g_str_equal (currency, "RUB");
  g_autofree char *digits = NULL;

  if (!phone)
    return;

  digits = tranche_phone_to_digits (phone, russian ? "RU" : "UA");
  add_words (text, digits);

  /* In Russia the same number is dialled with an 8. */
  if (russian && strlen (digits) == 11 && digits[0] == '7') {
    digits[0] = '8';
    add_words (text, digits);
  }
}

char *
tranche_search_text_of (TrancheOrder *order)
{
  const TrancheCustomer *customer = tranche_order_get_customer (order);
  GPtrArray *items = tranche_order_get_items (order);
  GString *text = g_string_new (NULL);

  add_words (text, tranche_order_get_number (order));
  add_words (text, customer->last_name);
  add_words (text, customer->first_name);
  add_words (text, customer->middle_name);
  add_phone (text, customer->phone, tranche_order_get_amount (order)->currency);
  add_words (text, tranche_order_get_loan_number (order));
  for (guint i = 0; i < items->len; i++)
    add_words (text, tranche_order_item_get_name (g_ptr_array_index (items, i)));

  return g_string_free_and_steal (text);
}

static void
search_text_cb (sqlite3_context  *context,
                int               n_values,
                sqlite3_value   **values)
{
  const char *parts[8];
  GString *text = g_string_new (NULL);
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] = (const char *) sqlite3_value_text (values[i]);

  for (guint i = 0; i < 4; i++)
    add_words (text, parts[i]);
  add_phone (text, parts[4], parts[5] ? parts[5] : "");
  add_words (text, parts[6]);
  add_words (text, parts[7]);

  length = text->len;
  sqlite3_result_text (context, g_string_free_and_steal (text), (int) length, g_free);
}

void
tranche_search_text_teach (sqlite3 *handle)
{
  sqlite3_create_function (handle, "tranche_search_text", 8, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                           NULL, search_text_cb, NULL, NULL);
}
