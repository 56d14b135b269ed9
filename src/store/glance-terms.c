/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/glance-terms.h"

#include <string.h>

#include "core/money.h"
#include "store/folding.h"

/* What the index consists of. */
#define TRIGRAM 3

struct _TrancheGlanceTerms {
  char *number;
  char *match; /* NULL while there is nothing to look up */
  GStrv shorts;
};

static char *
only_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++) {
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
  }

  return g_string_free_and_steal (digits);
}

static gboolean
is_phone_like (const char *word)
{
  return *word != '\0' && word[strspn (word, "0123456789+-()./")] == '\0';
}

static gboolean
is_long (const char *word)
{
  return g_utf8_strlen (word, -1) >= TRIGRAM;
}

/* Quoted, so that no word is an operator of the index. */
static void
append_quoted (GString    *match,
               const char *word)
{
  g_autoptr (GString) quoted = g_string_new (word);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (match, "\"%s\"", quoted->str);
}

/* A word, and what is left of one that somebody typed a phone in. */
static void
append_word (GString    *match,
             const char *word)
{
  g_autofree char *digits = is_phone_like (word) ? only_digits (word) : NULL;

  g_string_append (match, match->len > 0 ? " AND (" : "(");
  append_quoted (match, word);
  if (digits != NULL && is_long (digits) && !g_str_equal (digits, word)) {
    g_string_append (match, " OR ");
    append_quoted (match, digits);
  }
  g_string_append_c (match, ')');
}

static void
add_word (GString      *match,
          GStrvBuilder *shorts,
          const char   *word)
{
  if (is_long (word))
    append_word (match, word);
  else
    g_strv_builder_add (shorts, word);
}

/* Whether the words are one phone number that blanks part: "+7 900 123-45-67". */
static char *
join_phone (char **words)
{
  g_autofree char *together = g_strjoinv ("", words);

  if (g_strv_length (words) < 2 || !is_phone_like (together))
    return NULL;

  return only_digits (together);
}

TrancheGlanceTerms *
tranche_glance_terms_new (const char * const *words)
{
  TrancheGlanceTerms *self = g_new0 (TrancheGlanceTerms, 1);
  g_autofree char *typed = g_strjoinv (" ", (char **) words);
  g_autofree char *folded = tranche_fold_for_search (typed);
  g_auto (GStrv) folded_words = g_strsplit_set (folded, " \t\n", -1);
  g_autofree char *phone = join_phone (folded_words);
  g_autoptr (GStrvBuilder) shorts = g_strv_builder_new ();
  g_autoptr (GString) match = g_string_new (NULL);

  if (phone != NULL && is_long (phone)) {
    append_quoted (match, phone);
  } else {
    for (guint i = 0; folded_words[i] != NULL; i++) {
      if (*folded_words[i] != '\0')
        add_word (match, shorts, folded_words[i]);
    }
  }

  self->number = g_strdup (g_strstrip (typed));
  if (match->len > 0)
    self->match = g_string_free_and_steal (g_steal_pointer (&match));
  self->shorts = g_strv_builder_end (shorts);
  return self;
}

void
tranche_glance_terms_free (TrancheGlanceTerms *self)
{
  g_free (self->number);
  g_free (self->match);
  g_strfreev (self->shorts);
  g_free (self);
}

const char *
tranche_glance_terms_get_number (TrancheGlanceTerms *self)
{
  return self->number;
}

gboolean
tranche_glance_terms_get_amount (TrancheGlanceTerms *self,
                                 gint64             *minor)
{
  TrancheMoney amount;

  /* Any currency of two decimals: what is kept is its minor units. */
  if (!tranche_money_parse (self->number, "RUB", &amount, NULL))
    return FALSE;

  *minor = amount.minor;
  return TRUE;
}

const char *
tranche_glance_terms_get_match (TrancheGlanceTerms *self)
{
  return self->match;
}

const char * const *
tranche_glance_terms_get_shorts (TrancheGlanceTerms *self)
{
  return (const char * const *) self->shorts;
}
