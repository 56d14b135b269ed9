/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/json-string.h"

#include <string.h>

#define HIGH_SURROGATE 0xd800
#define LOW_SURROGATE 0xdc00
#define AFTER_SURROGATES 0xe000
#define REPLACEMENT 0xfffd

/* The unit of UTF-16 in the four hexadecimal digits after "\u"; -1 for none. */
static int
take_unit (const char **at,
           const char  *end)
{
  int unit = 0;

  if (end - *at < 4)
    return -1;

  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value ((*at)[i]);

    if (digit < 0)
      return -1;
    unit = (unit << 4) | digit;
  }

  *at += 4;
  return unit;
}

/* The second half of a pair; -1, with nothing taken, where none follows. */
static int
take_low_surrogate (const char **at,
                    const char  *end)
{
  const char *after = *at + 2;
  int unit;

  if (end - *at < 2 || (*at)[0] != '\\' || (*at)[1] != 'u')
    return -1;

  unit = take_unit (&after, end);
  if (unit < LOW_SURROGATE || unit >= AFTER_SURROGATES)
    return -1;

  *at = after;
  return unit;
}

static gboolean
take_unicode (const char **at,
              const char  *end,
              GString     *out)
{
  int unit = take_unit (at, end);
  gunichar c = unit;

  if (unit <= 0)
    return FALSE;

  if (unit >= HIGH_SURROGATE && unit < AFTER_SURROGATES) {
    int low = unit < LOW_SURROGATE ? take_low_surrogate (at, end) : -1;

    c = low < 0 ? REPLACEMENT
                : 0x10000 + ((unit - HIGH_SURROGATE) << 10) + (low - LOW_SURROGATE);
  }

  g_string_append_unichar (out, c);
  return TRUE;
}

static gboolean
take_escape (const char **at,
             const char  *end,
             GString     *out)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (*at == end)
    return FALSE;
  if (**at == 'u') {
    *at += 1;
    return take_unicode (at, end, out);
  }

  letter = strchr (letters, **at);
  if (!letter)
    return FALSE;

  g_string_append_c (out, meanings[letter - letters]);
  *at += 1;
  return TRUE;
}

gboolean
tranche_json_string_take (const char **at,
                          const char  *end,
                          GString     *out)
{
  g_string_truncate (out, 0);
  if (*at == end || **at != '"')
    return FALSE;

  *at += 1;
  while (*at < end) {
    const char *plain = *at;

    while (*at < end && **at != '"' && **at != '\\' && (guchar) **at >= 0x20)
      *at += 1;
    g_string_append_len (out, plain, *at - plain);

    if (*at == end || (**at != '"' && **at != '\\'))
      return FALSE;
    *at += 1;
    if ((*at)[-1] == '"')
      return TRUE;
    if (!take_escape (at, end, out))
      return FALSE;
  }

  return FALSE;
}
