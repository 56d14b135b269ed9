/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/web-address.h"

gboolean
tranche_is_web_address (const char *text,
                        gboolean    secure)
{
  g_autoptr (GUri) uri = NULL;
  const char *host;

  /* GUri lets blanks pass in a host. */
  for (const char *p = text; *p; p++)
    if ((guchar) *p <= ' ' || *p == 0x7f)
      return FALSE;

  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  if (!uri)
    return FALSE;
  if (!g_str_equal (g_uri_get_scheme (uri), "https") &&
      (secure || !g_str_equal (g_uri_get_scheme (uri), "http")))
    return FALSE;

  host = g_uri_get_host (uri);
  return host && *host;
}
