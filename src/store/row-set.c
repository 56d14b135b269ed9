/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/row-set.h"

#define BITS 64
#define POINTER_TYPE "tranche-id-set"

struct _TrancheRowSet {
  guint64 *words;
  gsize n_words;
  guint n;
};

TrancheRowSet *
tranche_row_set_new (void)
{
  return g_new0 (TrancheRowSet, 1);
}

void
tranche_row_set_free (TrancheRowSet *self)
{
  g_free (self->words);
  g_free (self);
}

void
tranche_row_set_add (TrancheRowSet *self,
                    gint64        id)
{
  gsize word = (gsize) id / BITS;
  guint64 bit = G_GUINT64_CONSTANT (1) << (id % BITS);

  if (word >= self->n_words) {
    gsize n_words = MAX (word + 1, self->n_words * 2);

    self->words = g_renew (guint64, self->words, n_words);
    for (gsize i = self->n_words; i < n_words; i++)
      self->words[i] = 0;
    self->n_words = n_words;
  }

  if ((self->words[word] & bit) == 0)
    self->n++;
  self->words[word] |= bit;
}

gboolean
tranche_row_set_contains (TrancheRowSet *self,
                         gint64        id)
{
  gsize word = (gsize) id / BITS;

  return word < self->n_words && (self->words[word] >> (id % BITS) & 1) != 0;
}

guint
tranche_row_set_get_n (TrancheRowSet *self)
{
  return self->n;
}

gint64
tranche_row_set_get_first (TrancheRowSet *self)
{
  for (gsize i = 0; i < self->n_words; i++) {
    if (self->words[i] != 0)
      return (gint64) (i * BITS) + __builtin_ctzll (self->words[i]);
  }

  return 0;
}

gint64
tranche_row_set_get_last (TrancheRowSet *self)
{
  for (gsize i = self->n_words; i > 0; i--) {
    if (self->words[i - 1] != 0)
      return (gint64) (i * BITS) - 1 - __builtin_clzll (self->words[i - 1]);
  }

  return 0;
}

void
tranche_row_set_intersect (TrancheRowSet *self,
                          TrancheRowSet *other)
{
  self->n = 0;
  for (gsize i = 0; i < self->n_words; i++) {
    self->words[i] &= i < other->n_words ? other->words[i] : 0;
    self->n += (guint) __builtin_popcountll (self->words[i]);
  }
}

char *
tranche_row_set_to_json (TrancheRowSet *self)
{
  GString *json = g_string_new ("[");

  for (gsize i = 0; i < self->n_words; i++) {
    for (guint64 rest = self->words[i]; rest != 0; rest &= rest - 1) {
      if (json->len > 1)
        g_string_append_c (json, ',');
      g_string_append_printf (json, "%" G_GUINT64_FORMAT,
                              (guint64) i * BITS + (guint) __builtin_ctzll (rest));
    }
  }
  g_string_append_c (json, ']');

  return g_string_free_and_steal (json);
}

static void
in_set_cb (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  TrancheRowSet *self = sqlite3_value_pointer (values[0], POINTER_TYPE);

  sqlite3_result_int (context, self != NULL &&
                               tranche_row_set_contains (self, sqlite3_value_int64 (values[1])));
}

void
tranche_row_set_teach (sqlite3 *handle)
{
  sqlite3_create_function (handle, "tranche_in_set", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL,
                           in_set_cb, NULL, NULL);
}

static void
bind_id (sqlite3_stmt *statement,
         const char   *name,
         gint64        id)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0)
    sqlite3_bind_int64 (statement, index, id);
}

void
tranche_row_set_bind (TrancheRowSet *self,
                      sqlite3_stmt  *statement)
{
  int index = sqlite3_bind_parameter_index (statement, ":set");

  if (index > 0)
    sqlite3_bind_pointer (statement, index, self, POINTER_TYPE, NULL);
  bind_id (statement, ":first", tranche_row_set_get_first (self));
  bind_id (statement, ":last", tranche_row_set_get_last (self));
}
