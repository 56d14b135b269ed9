/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/web-address.h"

#include <gio/gio.h>

#include "core/bank-error.h"
#include "core/field-problem.h"

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

gboolean
tranche_is_loopback_address (const char *text)
{
  g_autoptr (GUri) uri = text ? g_uri_parse (text, G_URI_FLAGS_NONE, NULL) : NULL;
  g_autoptr (GInetAddress) address = NULL;
  const char *host = uri ? g_uri_get_host (uri) : NULL;

  if (!host)
    return FALSE;

  address = g_inet_address_new_from_string (host);
  if (address)
    return g_inet_address_get_is_loopback (address);

  return g_ascii_strcasecmp (host, "localhost") == 0;
}

char *
tranche_dup_web_host (const char *text)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *host = NULL;
  const char *scheme;
  int port;

  if (!text || !tranche_is_web_address (text, FALSE))
    return NULL;

  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  scheme = g_uri_get_scheme (uri);
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  port = g_uri_get_port (uri);
  if (port < 0)
    port = g_str_equal (scheme, "https") ? 443 : 80;

  return g_strdup_printf ("%s://%s:%d", scheme, host, port);
}

static gboolean
is_plain (const char *base_url)
{
  g_autoptr (GUri) uri = NULL;

  if (!base_url || !tranche_is_web_address (base_url, FALSE))
    return FALSE;

  uri = g_uri_parse (base_url, G_URI_FLAGS_NONE, NULL);

  return !g_uri_get_userinfo (uri) && !g_uri_get_query (uri) && !g_uri_get_fragment (uri);
}

gboolean
tranche_check_bank_address (const char  *base_url,
                            GError     **error)
{
  if (!is_plain (base_url)) {
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                     tranche_field_problem_free);
    GError *failure = tranche_bank_error_new (TRANCHE_BANK_ERROR_VALIDATION, 0,
                                              "The bank's address is not a plain web address");

    g_ptr_array_add (problems, tranche_field_problem_new (TRANCHE_FIELD_URL, -1,
                                                          TRANCHE_FLAW_SYNTAX, 0, NULL, NULL));
    tranche_bank_error_set_problems (failure, problems);
    g_propagate_error (error, failure);
    return FALSE;
  }

  if (!g_str_equal (g_uri_peek_scheme (base_url), "https") &&
      !tranche_is_loopback_address (base_url)) {
    g_propagate_error (error, tranche_bank_error_new (TRANCHE_BANK_ERROR_TLS, 0,
                                                      "The bank's address is not encrypted"));
    return FALSE;
  }

  return TRUE;
}
