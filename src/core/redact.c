/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/redact.h"

#include <string.h>

#define MASK "[redacted]"

/* What a key has in it when its value is nobody's business. */
#define PRIVATE_KEY \
  "[\\w.-]*(?:name|fio|mail|inn|tax|passport|card|address|birth|pass|pwd|secret|token|" \
  "signature|authorization|cookie|api_?key)[\\w.-]*"
#define PHONE_KEY "[\\w.-]*(?:phone|tel|mobile)[\\w.-]*"

/* A JSON string, also one that was cut off, or a bare word; with its quotes
 * escaped any number of times where it stands in a string itself. */
#define JSON_VALUE "(?:\"(?:[^\"\\\\]|\\\\.)*+(?:\"|$)|[^\"\\s,\\]}\\[{\\\\]++)"
#define INNER_VALUE "(?:\\\\+\"[^\"\\\\]*+(?:\\\\(?!\\\\*\")[^\"\\\\]*+)*+(?:\\\\+\"|$))"

#define UUID "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

typedef enum {
  /* The whole match; what is named "keep" stays before the mask. */
  COVER,
  /* The same, but the last two digits stay too. */
  COVER_PHONE,
} Cover;

/* In this order: a value that is masked whole is not looked into again. */
static const struct {
  const char *pattern;
  Cover cover;
} rules[] = {
  { "(?<keep>\"" PRIVATE_KEY "\"\\s*+:\\s*+)" JSON_VALUE, COVER },
  { "(?<keep>(?<!\\\\)\\\\++\"" PRIVATE_KEY "\\\\+\"\\s*+:\\s*+)" INNER_VALUE, COVER },
  { "(?<keep>\"" PHONE_KEY "\"\\s*+:\\s*+)" JSON_VALUE, COVER_PHONE },
  { "(?<keep>(?<!\\\\)\\\\++\"" PHONE_KEY "\\\\+\"\\s*+:\\s*+)" INNER_VALUE, COVER_PHONE },
  { "(?<keep>\\b(?:(?:proxy-)?authorization|signature|(?:set-)?cookie)\\s*+[:=]\\s*+)"
    "[^\\s][^\\r\\n]*+", COVER },
  { "(?<keep>\\b(?:basic|bearer)\\s++)[\\w.~+/=-]{6,}+", COVER },
  { "(?<keep>[?&]" PRIVATE_KEY "=)[^&\\s#\"]++", COVER },
  { "(?<keep>[?&]" PHONE_KEY "=)[^&\\s#\"]++", COVER_PHONE },
  { "(?<keep>\\b[a-z][a-z0-9+.-]*+://)[^/\\s@\"]++@", COVER },
  { "(?<![\\w.+-])[\\w.+-]++(?:@|%40)[\\w-]++(?:\\.[\\w-]++)++", COVER },
  { "(?<![\\w/+])[A-Za-z0-9+/]{20,}+={1,2}", COVER },
  { "(?<![\\w+-])(?!(?:demo-)?" UUID "\\b)(?=[a-z_+-]*+[0-9])(?=[0-9_+-]*+[a-z])"
    "[\\w+-]{24,}+", COVER },
  { "\\+[0-9](?:[ \\x{a0}().-]{0,2}[0-9]){8,14}+(?![0-9])", COVER_PHONE },
  { "(?<![\\w-])(?:[78]|38)?[ \\x{a0}-]?\\(?[0-9]{3}\\)?[ \\x{a0}-]?[0-9]{3}[ \\x{a0}-]?"
    "[0-9]{2}[ \\x{a0}-]?[0-9]{2}(?![\\w-])", COVER_PHONE },
};

/* The last two digits, unless they are all that there is to hide. */
static void
append_last_digits (GString    *result,
                    const char *text)
{
  gboolean is_masked = strchr (text, '*') != NULL;
  g_autoptr (GString) digits = g_string_new (NULL);

  for (; *text != '\0'; text++) {
    if (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text);
  }

  if (digits->len > 2 || (digits->len == 2 && is_masked))
    g_string_append (result, digits->str + digits->len - 2);
}

static gboolean
cover_cb (const GMatchInfo *match,
          GString          *result,
          gpointer          user_data)
{
  const Cover *cover = user_data;
  g_autofree char *whole = g_match_info_fetch (match, 0);
  g_autofree char *keep = g_match_info_fetch_named (match, "keep");
  const char *value = whole + (keep != NULL ? strlen (keep) : 0);
  gsize n_escapes = strspn (value, "\\");
  const char *quote = value[n_escapes] == '"' ? "\"" : "";

  if (keep != NULL)
    g_string_append (result, keep);

  /* The mask stands in the quotes of what it covers, so that JSON stays JSON. */
  if (*quote != '\0')
    g_string_append_len (result, value, n_escapes);
  g_string_append (result, quote);

  g_string_append (result, *cover == COVER_PHONE ? "***" : MASK);
  if (*cover == COVER_PHONE)
    append_last_digits (result, value);

  if (*quote != '\0')
    g_string_append_len (result, value, n_escapes);
  g_string_append (result, quote);

  return FALSE;
}

static char *
apply_rule (const char *text,
            gsize       i)
{
  static GRegex *compiled[G_N_ELEMENTS (rules)];
  g_autoptr (GError) error = NULL;
  char *result;

  if (g_once_init_enter_pointer (&compiled[i])) {
    g_autoptr (GError) pattern_error = NULL;
    GRegex *regex = g_regex_new (rules[i].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0,
                                 &pattern_error);

    g_assert_no_error (pattern_error);
    g_once_init_leave_pointer (&compiled[i], regex);
  }

  result = g_regex_replace_eval (compiled[i], text, -1, 0, 0, cover_cb,
                                 (gpointer) &rules[i].cover, &error);

  /* A text that the matcher gives up on is not shown at all. */
  return result != NULL ? result : g_strdup (MASK);
}

char *
tranche_redact (const char *text)
{
  g_autofree char *redacted = NULL;

  if (text == NULL)
    return NULL;

  redacted = g_utf8_make_valid (text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
    char *next = apply_rule (redacted, i);

    g_free (redacted);
    redacted = next;
  }

  return g_steal_pointer (&redacted);
}
