/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/search.h"

#include <string.h>

#include "store/folding.h"

/* What the index consists of. */
#define TRIGRAM 3

struct _TrancheSearch {
  GString *sql;
  GPtrArray *values; /* (element-type utf8): of :text0, :text1, … */
};

static void
add_phone (GString      *text,
           TrancheOrder *order)
{
  const char *phone = tranche_order_get_customer (order)->phone;
  gboolean russian = g_str_equal (tranche_order_get_amount (order)->currency, "RUB");
  g_autofree char *digits = NULL;

  if (!phone)
    return;

  digits = tranche_phone_to_digits (phone, russian ? "RU" : "UA");
  g_string_append_printf (text, "\n%s", digits);

  /* In Russia the same number is dialled with an 8. */
  if (russian && strlen (digits) == 11 && digits[0] == '7')
    g_string_append_printf (text, "\n8%s", digits + 1);
}

char *
tranche_search_get_text (TrancheOrder *order)
{
  g_autofree char *name = tranche_customer_get_full_name (tranche_order_get_customer (order));
  g_autofree char *plain = g_strdup_printf ("%s\n%s", tranche_order_get_number (order), name);
  GString *text = g_string_new_take (tranche_fold_for_search (plain));

  add_phone (text, order);
  return g_string_free_and_steal (text);
}

static char *
only_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *c = text; *c; c++) {
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
  }

  return g_string_free_and_steal (digits);
}

static gboolean
is_phone_like (const char *word)
{
  return word[strspn (word, "0123456789+-()./")] == '\0';
}

/* Quoted, so that no word is an operator of the index. */
static char *
quote (const char *word)
{
  GString *quoted = g_string_new (word);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_prepend_c (quoted, '"');
  g_string_append_c (quoted, '"');
  return g_string_free_and_steal (quoted);
}

/* One text that has to be found. */
static void
add_leaf (TrancheSearch *self,
          const char    *word)
{
  guint n = self->values->len;

  if (g_utf8_strlen (word, -1) < TRIGRAM) {
    g_string_append_printf (self->sql, "instr (text, :text%u) > 0", n);
    g_ptr_array_add (self->values, g_strdup (word));
  } else {
    g_string_append_printf (self->sql,
                            "id IN (SELECT rowid FROM search WHERE search MATCH :text%u)", n);
    g_ptr_array_add (self->values, quote (word));
  }
}

static void
add_word (TrancheSearch *self,
          const char    *word)
{
  g_autofree char *digits = is_phone_like (word) ? only_digits (word) : NULL;

  g_string_append_c (self->sql, '(');
  add_leaf (self, word);
  if (digits && *digits != '\0' && !g_str_equal (digits, word)) {
    g_string_append (self->sql, " OR ");
    add_leaf (self, digits);
  }
  g_string_append_c (self->sql, ')');
}

/* Words beside each other that could be one phone number. */
static void
add_run (TrancheSearch *self,
         char         **words,
         guint          n)
{
  g_autoptr (GString) together = g_string_new (NULL);

  g_string_append (self->sql, "((");
  for (guint i = 0; i < n; i++) {
    g_autofree char *digits = only_digits (words[i]);

    if (i > 0)
      g_string_append (self->sql, " AND ");
    add_word (self, words[i]);
    g_string_append (together, digits);
  }
  g_string_append_c (self->sql, ')');

  if (n > 1 && together->len > 0) {
    g_string_append (self->sql, " OR ");
    add_leaf (self, together->str);
  }
  g_string_append_c (self->sql, ')');
}

static guint
measure_run (char **words)
{
  guint n = 0;

  while (words[n] && is_phone_like (words[n]))
    n++;
  return n;
}

/* The words between blanks of any kind. */
static char **
split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = NULL;
  const char *c;

  for (c = text; *c; c = g_utf8_next_char (c)) {
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

TrancheSearch *
tranche_search_new (const char *typed)
{
  g_autofree char *folded = tranche_fold_for_search (typed ? typed : "");
  g_auto (GStrv) words = split (folded);
  TrancheSearch *self;

  if (!words[0])
    return NULL;

  self = g_new0 (TrancheSearch, 1);
  self->sql = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i];) {
    guint run = measure_run (&words[i]);

    if (i > 0)
      g_string_append (self->sql, " AND ");
    if (run > 0)
      add_run (self, &words[i], run);
    else
      add_word (self, words[i]);
    i += MAX (run, 1);
  }

  return self;
}

void
tranche_search_free (TrancheSearch *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self);
}

const char *
tranche_search_get_sql (TrancheSearch *self)
{
  return self->sql->str;
}

void
tranche_search_bind (TrancheSearch *self,
                     sqlite3_stmt  *statement)
{
  for (guint i = 0; i < self->values->len; i++) {
    g_autofree char *name = g_strdup_printf (":text%u", i);

    sqlite3_bind_text (statement, sqlite3_bind_parameter_index (statement, name),
                       g_ptr_array_index (self->values, i), -1, SQLITE_TRANSIENT);
  }
}
