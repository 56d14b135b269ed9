/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/money.h"

#include <string.h>

/* How people write a currency beside an amount, in small letters. A longer
 * word stands before the one that it ends with or begins with. */
static const struct {
  const char *currency;
  const char *word;
} words[] = {
  { "RUB", "руб." },
  { "RUB", "руб" },
  { "RUB", "р." },
  { "RUB", "р" },
  { "RUB", "₽" },
  { "RUB", "rub" },
  { "UAH", "грн." },
  { "UAH", "грн" },
  { "UAH", "₴" },
  { "UAH", "uah" },
  { "USD", "$" },
  { "USD", "usd" },
  { "EUR", "€" },
  { "EUR", "eur" },
};

static gboolean
fail (GError            **error,
      TrancheMoneyError   code,
      const char         *message)
{
  g_set_error_literal (error, TRANCHE_MONEY_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_syntax (GError **error)
{
  return fail (error, TRANCHE_MONEY_ERROR_SYNTAX, "the amount is not a number");
}

/* Small letters, one plain blank for every run of blanks, none at the ends, no
 * invisible format characters, which come along with pasted text. */
static char *
normalize (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c)) {
      if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    } else if (c == 0x2212) /* The minus sign of typesetting. */ {
      g_string_append_c (plain, '-');
    } else if (g_unichar_type (c) != G_UNICODE_FORMAT) {
      g_string_append_unichar (plain, c);
    }
  }

  return g_strchomp (g_string_free_and_steal (plain));
}

/* Cuts @word off one of the ends of @text. */
static gboolean
cut_word (char       *text,
          const char *word)
{
  gsize length = strlen (word);

  if (g_str_has_suffix (text, word))
    text[strlen (text) - length] = '\0';
  else if (g_str_has_prefix (text, word))
    memmove (text, text + length, strlen (text + length) + 1);
  else
    return FALSE;

  g_strstrip (text);

  return TRUE;
}

static gboolean
cut_currency (char        *text,
              const char  *currency,
              GError     **error)
{
  g_autofree char *code = g_ascii_strdown (currency, -1);

  if (cut_word (text, code))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (!cut_word (text, words[i].word))
      continue;

    if (strcmp (words[i].currency, currency) != 0)
      return fail (error, TRANCHE_MONEY_ERROR_CURRENCY, "the amount is in another currency");

    return TRUE;
  }

  return TRUE;
}

/* Whether @length bytes are digits alone, or groups of three after a first one
 * of one to three, all parted by the same separator. */
static gboolean
is_integer (const char *text,
            gsize       length)
{
  gsize first = 0;

  while (first < length && g_ascii_isdigit (text[first]))
    first++;

  if (first == 0)
    return FALSE;
  if (first == length)
    return TRUE;
  if (first > 3 || text[0] == '0' || strchr (" ,.", text[first]) == NULL || (length - first) % 4 != 0)
    return FALSE;

  for (gsize i = first; i < length; i++) {
    gboolean right = (i - first) % 4 == 0 ? text[i] == text[first] : g_ascii_isdigit (text[i]);

    if (!right)
      return FALSE;
  }

  return TRUE;
}

/* "1.234" is a thousand for one person and a bit more than one for the next. */
static gboolean
is_ambiguous (const char *text,
              const char *mark)
{
  gsize n_digits = mark - text;

  return n_digits <= 3 && text[0] != '0' && is_integer (text, n_digits) &&
         strlen (mark + 1) == 3 && is_integer (mark + 1, 3);
}

/* The byte that parts the decimals, the end of @text when there are none, or
 * NULL when that cannot be told. */
static const char *
find_decimals (const char *text)
{
  const char *mark = strpbrk (text, ",.");
  const char *last;

  if (mark == NULL)
    return text + strlen (text);

  for (last = text + strlen (text) - 1; *last != ',' && *last != '.'; last--)
    continue;
  if (last != mark)
    return *last != *mark ? last : text + strlen (text);

  return is_ambiguous (text, mark) ? NULL : mark;
}

gboolean
tranche_money_parse (const char    *text,
                     const char    *currency,
                     TrancheMoney  *out,
                     GError       **error)
{
  g_autofree char *plain = NULL;
  g_autoptr (GString) decimal = NULL;
  const char *number, *mark;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (!tranche_currency_is_valid (currency))
    return fail (error, TRANCHE_MONEY_ERROR_CURRENCY, "not an ISO 4217 currency code");
  if (!g_utf8_validate (text, -1, NULL))
    return fail_syntax (error);

  plain = normalize (text);
  if (!cut_currency (plain, currency, error))
    return FALSE;

  decimal = g_string_new (NULL);
  number = plain;
  if (*number == '-') {
    g_string_append_c (decimal, '-');
    number++;
  }

  mark = find_decimals (number);
  if (mark == NULL)
    return fail (error, TRANCHE_MONEY_ERROR_AMBIGUOUS,
                 "the mark before three digits may part thousands or decimals");
  if (!is_integer (number, mark - number))
    return fail_syntax (error);

  /* People may begin with zeros; a decimal may not. */
  while (number[0] == '0' && g_ascii_isdigit (number[1]))
    number++;
  for (; number < mark; number++) {
    if (g_ascii_isdigit (*number))
      g_string_append_c (decimal, *number);
  }

  if (*mark != '\0')
    g_string_append_printf (decimal, ".%s", mark + 1);

  return tranche_money_from_decimal (decimal->str, currency, out, error);
}
