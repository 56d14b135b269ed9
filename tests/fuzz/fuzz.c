/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <string.h>

#include "core/bank-error.h"

/* No field of a bank has a longer name. */
#define MAX_FIELD_NAME 40

/* Whole messages, and what a message says of the reply or of one field. */
static const char * const messages[] = {
  "The reply is not UTF-8",
  "The reply is nested too deeply",
  "The bank does not know the customer",
};
static const char * const verdicts[] = {
  "OK", "a list", "a number", "a number of months", "a positive number", "a text",
  "a time with its zone", "a web address", "a whole number in range", "an exact amount of money",
  "an object", "null", "of a sensible length", "the name of an order", "there",
  "there only once", "true or false",
};

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  /* What a parser does with a hostile text is never a programmer's error. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);

  return 0;
}

GBytes *
fuzz_bytes (const uint8_t *data,
            size_t         size)
{
  return g_bytes_new_static (data, size);
}

GDateTime *
fuzz_now (void)
{
  return g_date_time_new_utc (2026, 3, 1, 12, 0, 0);
}

static gboolean
is_listed (const char         *text,
           const char * const *list,
           gsize               n_list)
{
  for (gsize i = 0; i < n_list; i++)
    if (g_str_equal (list[i], text))
      return TRUE;

  return FALSE;
}

static const char *
skip_prefix (const char *text,
             const char *prefix)
{
  return g_str_has_prefix (text, prefix) ? text + strlen (prefix) : NULL;
}

static gboolean
is_field_name (const char *text,
               gsize       length)
{
  if (length == 0 || length > MAX_FIELD_NAME)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (text[i]) && text[i] != '_' && text[i] != '.')
      return FALSE;

  return TRUE;
}

static gboolean
is_impersonal (const char *message)
{
  const char *at;

  if (is_listed (message, messages, G_N_ELEMENTS (messages)))
    return TRUE;
  if ((at = skip_prefix (message, "The reply is not JSON at byte ")))
    return strspn (at, "0123456789") == strlen (at);
  if ((at = skip_prefix (message, "The reply's field “"))) {
    const char *verdict = strstr (at, "” is not ");

    return verdict && is_field_name (at, verdict - at) &&
           is_listed (verdict + strlen ("” is not "), verdicts, G_N_ELEMENTS (verdicts));
  }
  at = skip_prefix (message, "The reply is not ");

  return at && is_listed (at, verdicts, G_N_ELEMENTS (verdicts));
}

void
fuzz_assert_outcome (gconstpointer  answer,
                     const GError  *error,
                     int            also_code)
{
  g_assert_true ((answer != NULL) == (error == NULL));
  if (!error)
    return;

  g_assert_true (error->domain == TRANCHE_BANK_ERROR);
  if (also_code == 0 || error->code != also_code)
    g_assert_cmpint (error->code, ==, TRANCHE_BANK_ERROR_PROTOCOL);
  if (!is_impersonal (error->message))
    g_error ("Not in the program's own words: %s", error->message);
}

void
fuzz_assert_text (const char *text)
{
  g_assert_true (!text || g_utf8_validate (text, -1, NULL));
}

void
fuzz_assert_money (const TrancheMoney *money,
                   const char         *currency)
{
  g_autofree char *decimal = NULL;
  TrancheMoney again;

  if (!tranche_money_is_set (money))
    return;

  g_assert_cmpstr (money->currency, ==, currency);
  g_assert_cmpint (money->minor, <=, TRANCHE_MONEY_MAX);
  g_assert_cmpint (money->minor, >=, -TRANCHE_MONEY_MAX);

  decimal = tranche_money_to_decimal (money);
  g_assert_true (tranche_money_from_decimal (decimal, currency, &again, NULL));
  g_assert_true (tranche_money_equal (money, &again));
}

void
fuzz_assert_raw_answer (TrancheOrder  *order,
                        const uint8_t *data,
                        size_t         size)
{
  const char *raw = tranche_order_get_raw_answer (order);

  g_assert_nonnull (raw);
  g_assert_cmpmem (raw, strlen (raw), data, size);
}
