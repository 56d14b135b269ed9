/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-uri.h"

#include <string.h>

#include "core/order-number.h"

#define SCHEME "tranche:"
#define PATH "order/"

/* Beside the unreserved characters those that a segment of a path may have. */
static gboolean
is_segment (const char *text)
{
  for (const char *c = text; *c != '\0'; c++) {
    if (!g_ascii_isalnum (*c) && strchr ("-._~!$&'()*+,;=:@%", *c) == NULL)
      return FALSE;
  }

  return TRUE;
}

char *
tranche_order_uri_parse (const char *uri)
{
  g_autofree char *number = NULL;
  const char *segment;

  g_return_val_if_fail (uri != NULL, NULL);

  /* Schemes are the same in either case, paths are not. */
  if (g_ascii_strncasecmp (uri, SCHEME, strlen (SCHEME)) != 0 ||
      !g_str_has_prefix (uri + strlen (SCHEME), PATH))
    return NULL;

  segment = uri + strlen (SCHEME PATH);
  if (!is_segment (segment))
    return NULL;

  number = g_uri_unescape_string (segment, NULL);
  if (number == NULL || !g_utf8_validate (number, -1, NULL) ||
      !tranche_order_number_is_valid (number))
    return NULL;

  return g_steal_pointer (&number);
}

char *
tranche_order_uri_build (const char *number)
{
  g_autofree char *segment = NULL;

  g_return_val_if_fail (number != NULL, NULL);

  segment = g_uri_escape_string (number, NULL, FALSE);
  return g_strconcat (SCHEME PATH, segment, NULL);
}
