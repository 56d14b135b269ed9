/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/search.h"

#include <string.h>

#include "store/search-text.h"

/* What the index consists of. */
#define TRIGRAM 3
/* A text of so many characters is found by trigrams beside each other, without
 * those that overlap. */
#define LONG (3 * TRIGRAM)
/* Of a longer text only so many are looked up: it is found by them. */
#define MAX_TRIGRAMS 6

#define POINTER_TYPE "tranche-search"

/* A word, and where it could be part of a phone number its digits alone. */
typedef struct {
  char *text;
  char *digits; /* (nullable) */
} Word;

/* Words that all have to be found, or all their digits as one number. */
typedef struct {
  GArray *words;  /* of Word */
  char *together; /* (nullable) */
} Group;

struct _TrancheSearch {
  GPtrArray *groups; /* of Group: all have to be found */
  char *match;
  gboolean exact;
};

static void
clear_word (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word->digits);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->words);
  g_free (group->together);
  g_free (group);
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

static void
add_word (Group      *group,
          const char *text,
          GString    *together)
{
  Word word = { g_strdup (text), NULL };

  if (is_phone_like (text)) {
    word.digits = only_digits (text);
    g_string_append (together, word.digits);
    if (*word.digits == '\0' || g_str_equal (word.digits, text))
      g_clear_pointer (&word.digits, g_free);
  }
  g_array_append_val (group->words, word);
}

/* Words beside each other that could be one phone number are a group, and any other
 * word is one. */
static guint
add_group (GPtrArray  *groups,
           char      **words)
{
  g_autoptr (GString) together = g_string_new (NULL);
  Group *group = g_new0 (Group, 1);
  guint n = 0;

  group->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (group->words, clear_word);
  do
    add_word (group, words[n++], together);
  while (is_phone_like (words[n - 1]) && words[n] && is_phone_like (words[n]));

  if (n > 1 && together->len > 0)
    group->together = g_strdup (together->str);
  g_ptr_array_add (groups, group);
  return n;
}

/* One trigram of the index, quoted so that none is an operator. */
static void
add_trigram (GString    *match,
             const char *start,
             const char *end)
{
  g_string_append_c (match, '"');
  for (const char *c = start; c < end; c++) {
    if (*c == '"')
      g_string_append_c (match, '"');
    g_string_append_c (match, *c);
  }
  g_string_append_c (match, '"');
}

/* From its end, for the beginnings of phones and numbers are alike. */
static void
add_long_text (GString    *match,
               const char *text,
               glong       length)
{
  glong n = MIN (length / TRIGRAM, MAX_TRIGRAMS);

  text = g_utf8_offset_to_pointer (text, length - n * TRIGRAM);
  g_string_append_c (match, '(');
  for (glong i = 0; i < n; i++) {
    const char *end = g_utf8_offset_to_pointer (text, TRIGRAM);

    g_string_append (match, i > 0 ? " AND " : "");
    add_trigram (match, text, end);
    text = end;
  }
  g_string_append_c (match, ')');
}

/* A text that has to be found. */
static void
add_text (TrancheSearch *self,
          GString       *match,
          const char    *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *begun = NULL;

  if (length < TRIGRAM) {
    begun = g_strconcat (length == 1 ? TRANCHE_SEARCH_GAP : " ", text, NULL);
    add_trigram (match, begun, begun + strlen (begun));
    return;
  }

  self->exact &= length == TRIGRAM;
  if (length >= LONG) {
    add_long_text (match, text, length);
    return;
  }

  g_string_append (match, length > TRIGRAM ? "(" : "");
  for (glong i = 0; i < length - TRIGRAM + 1; i++) {
    if (i > 0)
      g_string_append (match, " AND ");
    add_trigram (match, text, g_utf8_offset_to_pointer (text, TRIGRAM));
    text = g_utf8_next_char (text);
  }
  g_string_append (match, length > TRIGRAM ? ")" : "");
}

/* Where the digits stand together in the word, as after a plus, whatever has the
 * word has them. */
static void
add_word_match (TrancheSearch *self,
                GString       *match,
                const Word    *word)
{
  if (!word->digits) {
    add_text (self, match, word->text);
  } else if (strlen (word->digits) >= TRIGRAM && strstr (word->text, word->digits)) {
    add_text (self, match, word->digits);
  } else {
    g_string_append_c (match, '(');
    add_text (self, match, word->text);
    g_string_append (match, " OR ");
    add_text (self, match, word->digits);
    g_string_append_c (match, ')');
  }
}

static char *
compose_match (TrancheSearch *self)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < self->groups->len; i++) {
    Group *group = g_ptr_array_index (self->groups, i);

    g_string_append (match, i > 0 ? " AND (" : "(");
    for (guint j = 0; j < group->words->len; j++) {
      Word *word = &g_array_index (group->words, Word, j);

      g_string_append (match, j > 0 ? " AND " : "");
      add_word_match (self, match, word);
    }
    /* AND goes before OR. */
    if (group->together) {
      g_string_append (match, " OR ");
      add_text (self, match, group->together);
    }
    g_string_append_c (match, ')');
  }

  return g_string_free_and_steal (match);
}

TrancheSearch *
tranche_search_new (const char *typed)
{
  g_auto (GStrv) words = tranche_search_text_split (typed ? typed : "");
  TrancheSearch *self;

  if (!words[0])
    return NULL;

  self = g_new0 (TrancheSearch, 1);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->exact = TRUE;
  for (guint i = 0; words[i];)
    i += add_group (self->groups, &words[i]);
  self->match = compose_match (self);

  return self;
}

void
tranche_search_free (TrancheSearch *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self->match);
  g_free (self);
}

const char *
tranche_search_get_match (TrancheSearch *self)
{
  return self->match;
}

gboolean
tranche_search_is_exact (TrancheSearch *self)
{
  return self->exact;
}

/* A short word only where one begins. */
static gboolean
has_text (const char *text,
          const char *part)
{
  const char *at = text;

  if (g_utf8_strlen (part, -1) >= TRIGRAM)
    return strstr (text, part) != NULL;

  while ((at = strstr (at, part))) {
    if (at > text && at[-1] == ' ')
      return TRUE;
    at++;
  }

  return FALSE;
}

static gboolean
has_group (const char *text,
           Group      *group)
{
  gboolean each = TRUE;

  if (group->together && has_text (text, group->together))
    return TRUE;

  for (guint i = 0; i < group->words->len && each; i++) {
    Word *word = &g_array_index (group->words, Word, i);

    each = has_text (text, word->text) || (word->digits && has_text (text, word->digits));
  }

  return each;
}

gboolean
tranche_search_finds (TrancheSearch *self,
                      const char    *text)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->groups->len && all; i++)
    all = has_group (text, g_ptr_array_index (self->groups, i));

  return all;
}

static void
finds_cb (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  TrancheSearch *self = sqlite3_value_pointer (values[0], POINTER_TYPE);
  const char *text = (const char *) sqlite3_value_text (values[1]);

  sqlite3_result_int (context, self && text && tranche_search_finds (self, text));
}

void
tranche_search_teach (sqlite3 *handle)
{
  sqlite3_create_function (handle, "tranche_finds", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL,
                           finds_cb, NULL, NULL);
}

void
tranche_search_bind (TrancheSearch *self,
                     sqlite3_stmt  *statement,
                     int            index)
{
  sqlite3_bind_pointer (statement, index, self, POINTER_TYPE, NULL);
}
