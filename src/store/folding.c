/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/folding.h"

static char *
replace_letter (char       *text,
                const char *letter,
                const char *replacement)
{
  GString *string = g_string_new_take (text);

  g_string_replace (string, letter, replacement, 0);
  return g_string_free_and_steal (string);
}

char *
tranche_fold_for_search (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;

  /* Numbers and phones, in a fortieth of the time. */
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  valid = g_utf8_make_valid (text, -1);
  folded = g_utf8_casefold (valid, -1);
  return replace_letter (g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE), "ё", "е");
}

char *
tranche_fold_for_sort (const char *text)
{
  /* The Ukrainian letters that Unicode has after the others, each as the
   * letter that it follows and a mark that no other letter is after. */
  static const char *const letters[][2] = {
    { "ґ", "г\xf4\x8f\xbf\xbd" },
    { "є", "е\xf4\x8f\xbf\xbd" },
    { "і", "и\xf4\x8f\xbf\xbd" },
    { "ї", "и\xf4\x8f\xbf\xbd\xf4\x8f\xbf\xbd" },
  };
  char *key;

  if (!text || *text == '\0')
    return NULL;

  key = tranche_fold_for_search (text);
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    key = replace_letter (key, letters[i][0], letters[i][1]);
  return key;
}
